package cn.duban.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Writes down every statement that this thread sends, while somebody listens. */
@Component
public class Statements implements BeanPostProcessor {

    private static final Pattern WRITES = Pattern.compile("\\b(insert into|update \"|delete from)");

    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

    /** Registers, calendars, the catalogue of types and what people keep of lists stand in memory and are looked up again every few seconds, sessions before every page: no part of an act. */
    public record Sent(List<String> all) {
        private List<String> kernel() {
            return all.stream().filter(s -> !s.contains("\"units\".") && !s.contains("\"workdays\".") && !s.contains("number_series") && !s.contains("\"saved_view\"") && !s.contains("from \"ledger\".\"matter_type\"") && !s.contains("access.session")).toList();
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
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource data ? new Heard(data) : bean;
    }

    private static final class Heard extends DelegatingDataSource {

        Heard(DataSource data) {
            super(data);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return heard(super.getConnection());
        }

        private static Connection heard(Connection connection) {
            return (Connection) Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                var heard = HEARD.get();
                if (heard != null && method.getName().equals("prepareStatement")) heard.add(((String) arguments[0]).toLowerCase(Locale.ROOT));
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            });
        }
    }
}
