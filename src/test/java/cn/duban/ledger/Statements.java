package cn.duban.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.springframework.stereotype.Component;

/** Counts the statements that a thread runs while something is done; sign-in and the directory's look-up left aside. */
@Component
public class Statements implements ExecuteListenerProvider, ExecuteListener {

    private static final long serialVersionUID = 1;
    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

    @Override
    public ExecuteListener provide() {
        return this;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        if (HEARD.get() != null && context.sql() != null) HEARD.get().add(context.sql());
    }

    /** What was asked of the kernel's tables meanwhile. */
    public static List<String> during(Doing doing) throws Exception {
        HEARD.set(new ArrayList<>());
        try {
            doing.run();
            return HEARD.get().stream().filter(sql -> sql.contains("\"ledger\".")).toList();
        } finally {
            HEARD.remove();
        }
    }

    public interface Doing {
        void run() throws Exception;
    }
}
