package cn.duban.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.springframework.stereotype.Component;

/** Writes down every statement that this thread sends, while somebody listens. */
@Component
public class Statements implements ExecuteListenerProvider, ExecuteListener {

    private static final long serialVersionUID = 1;
    private static final Pattern WRITES = Pattern.compile("\\b(insert into|update \"|delete from)");

    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

    /** Registers and calendars stand in memory and are looked up again every few seconds: no part of an act. */
    public record Sent(List<String> all) {
        private List<String> kernel() {
            return all.stream().filter(s -> !s.contains("\"units\".") && !s.contains("\"workdays\".") && !s.contains("number_series")).toList();
        }

        public List<String> reads() {
            return kernel().stream().filter(s -> !WRITES.matcher(s).find()).toList();
        }

        public List<String> writes() {
            return kernel().stream().filter(s -> WRITES.matcher(s).find()).toList();
        }
    }

    /** Work that may throw, as tests do. */
    public interface Doing {
        void run() throws Exception;
    }

    public static Sent during(Doing work) {
        HEARD.set(new ArrayList<>());
        try {
            work.run();
            return new Sent(List.copyOf(HEARD.get()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            HEARD.remove();
        }
    }

    @Override
    public ExecuteListener provide() {
        return this;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        var heard = HEARD.get();
        if (heard != null && context.sql() != null) heard.add(context.sql().toLowerCase(Locale.ROOT));
    }
}
