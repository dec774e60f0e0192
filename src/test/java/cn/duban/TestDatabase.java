package cn.duban;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One embedded PostgreSQL for all tests of a JVM; every Spring context of the tests is pointed at it. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Holder {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).setServerConfig("max_connections", "200")
                        // a statement takes one core, as in the product's own server, and compiles nothing for the little that a test has
                        .setServerConfig("max_parallel_workers_per_gather", "0").setServerConfig("jit", "off").start();
                // after the contexts: what a room still writes while it stops must find the database
                SpringApplication.getShutdownHandlers().add(() -> close(postgres));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String url() {
        return Holder.POSTGRES.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", "postgres",
                "spring.datasource.hikari.maximum-pool-size", "8",
                "duban.timers", "false",
                // the other sides of tests stand on this machine
                "duban.outward.allowed", "127.0.0.1",
                "duban.data", System.getProperty("java.io.tmpdir") + "/duban-test-" + ProcessHandle.current().pid())));
    }
}
