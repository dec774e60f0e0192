package cn.duban;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps every distinct statement that the product itself sent during the run of the tests, with the values of the first time
 * and who sent it; what a test sends on its own account is not kept. A whole run spreads over several JVMs: each adds what it hears to
 * a file of its own in the folder {@code duban.statements.into}, and the one that comes last reads those in {@code duban.statements.from}.
 */
@Component
public class RealStatements implements ExecuteListenerProvider, ExecuteListener {

    private static final long serialVersionUID = 1;
    private static final Map<String, Sent> SENT = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Writer HEARD = open(System.getProperty("duban.statements.into", ""));
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** @param sender room, class and method that asked, such as {@code ledger.Dossiers.of} @param text as sent, the values written into it */
    record Sent(String sender, String text) {}

    /** One line of a file. @param sql as sent, which tells that two are the same */
    private record Heard(String sql, Sent sent) {}

    /** What this JVM heard, and the others of the same run. */
    static List<Sent> all() {
        var all = new HashMap<>(SENT);
        for (var file : files()) heardIn(file).forEach(heard -> all.put(heard.sql(), heard.sent()));
        return List.copyOf(all.values());
    }

    /** One of each JVM that ran tests before; none where this one runs by itself. */
    static List<Path> files() {
        var folder = System.getProperty("duban.statements.from", "");
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder))) return List.of();
        try (var files = Files.list(Path.of(folder))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Heard> heardIn(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> JSON.readValue(line, Heard.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Writer open(String folder) {
        if (folder.isEmpty()) return Writer.nullWriter();
        try {
            return Files.newBufferedWriter(Files.createDirectories(Path.of(folder)).resolve(ProcessHandle.current().pid() + ".jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        if (sender.isEmpty()) return;
        var sent = new Sent(sender, DSL.using(context.configuration().dialect(), context.settings()).renderInlined(query));
        if (SENT.putIfAbsent(sql, sent) == null) write(new Heard(sql, sent));
    }

    /** At once, since nobody says when the last test is over. */
    private static void write(Heard heard) {
        synchronized (HEARD) {
            try {
                HEARD.append(JSON.writeValueAsString(heard)).append('\n').flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
