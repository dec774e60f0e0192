package cn.duban;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Keeps every distinct statement that the product itself sent during the run of the tests, with the values of the first time
 * and who sent it; what a test sends on its own account is not kept.
 */
@Component
public class RealStatements implements ExecuteListenerProvider, ExecuteListener {

    private static final long serialVersionUID = 1;
    private static final Map<String, Sent> SENT = new ConcurrentHashMap<>();
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** @param sender room, class and method that asked, such as {@code ledger.Dossiers.of} @param text as sent, the values written into it */
    record Sent(String sender, String text) {}

    static List<Sent> all() {
        return List.copyOf(SENT.values());
    }

    @Override
    public ExecuteListener provide() {
        return this;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        if (context.query() != null) keep(context, context.query(), context.sql());
        for (int i = 0; i < context.batchQueries().length; i++) if (context.query() == null) keep(context, context.batchQueries()[i], context.batchSQL()[i]);
    }

    private static void keep(ExecuteContext context, Query query, String sql) {
        if (SENT.containsKey(sql)) return;
        var sender = sender();
        if (!sender.isEmpty()) SENT.put(sql, new Sent(sender, DSL.using(context.configuration().dialect(), context.settings()).renderInlined(query)));
    }

    /** The nearest frame of our own code says who asked; nobody where that is a test. */
    private static String sender() {
        return STACK.walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("cn.duban.") && frame.getDeclaringClass() != RealStatements.class
                        && !frame.getClassName().endsWith(".Statements")).findFirst()
                .filter(frame -> frame.getDeclaringClass().getProtectionDomain().getCodeSource().getLocation().getPath().endsWith("/target/classes/"))
                .map(frame -> frame.getClassName().substring("cn.duban.".length()).replaceFirst("\\$.*", "") + "." + frame.getMethodName().replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1"))
                .orElse(""));
    }
}
