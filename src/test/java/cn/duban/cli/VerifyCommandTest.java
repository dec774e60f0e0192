package cn.duban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.Duban;
import cn.duban.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} from outside, on databases of its own. */
class VerifyCommandTest {

    @TempDir Path data;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void provesAnEmptyLedgerWithoutServingOrShippingAnything() throws Exception {
        var url = database("verify_empty");
        Flyway.configure().dataSource(url, "postgres", "").locations("classpath:db/migration").load().migrate();
        assertThat(verify(url)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("0 件").contains("The record holds");
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var rows = connection.createStatement().executeQuery("select count(*) from ledger.matter_type")) {
            rows.next();
            assertThat(rows.getInt(1)).as("types shipped by a command that only reads").isZero();
        }
    }

    @Test
    void saysWhenThereIsNoLedger() throws Exception {
        assertThat(verify(database("verify_nothing"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("没有督办台账").hasLineCount(1);
    }

    private int verify(String url) {
        return Commands.run(Duban.class, new String[] {"verify", "--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--duban.data=" + data},
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String database(String name) throws Exception {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "postgres", "")) {
            connection.createStatement().execute("drop database if exists " + name);
            connection.createStatement().execute("create database " + name);
        }
        return TestDatabase.url().replace("/postgres", "/" + name);
    }
}
