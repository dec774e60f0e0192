package cn.duban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.cli.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The server that a county office gets: durable, its own, taken over and never fought. */
class EmbeddedDatabaseTest {

    @TempDir Path data;

    @Test
    void keepsWhatItAcknowledgedAndLetsNobodyElseIn() throws Exception {
        var first = new EmbeddedDatabase(data, false);
        assertThat(show(first, "fsync")).isEqualTo("on");
        assertThat(show(first, "synchronous_commit")).isEqualTo("on");
        assertThat(show(first, "full_page_writes")).isEqualTo("on");
        assertThat(show(first, "listen_addresses")).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> new EmbeddedDatabase(data, false)).isInstanceOf(CannotStart.class).hasMessageContaining(data.toString());

        var guest = new EmbeddedDatabase(data, true);
        assertThat(guest.getJdbcUrl()).isEqualTo(first.getJdbcUrl());
        guest.destroy();
        assertThat(show(first, "fsync")).isEqualTo("on");
        first.destroy();
    }

    @Test
    void takesOverTheServerOfAnApplicationThatWasKilled() throws Exception {
        var killed = new EmbeddedDatabase(data, false);
        run(killed, "create table kept (word text)");
        run(killed, "insert into kept values ('acknowledged')");
        // what the operating system does when a process is killed: the lock is gone, the server runs on
        killed.release();

        var next = new EmbeddedDatabase(data, false);
        assertThat(next.getJdbcUrl()).isEqualTo(killed.getJdbcUrl());
        try (var connection = DriverManager.getConnection(next.getJdbcUrl(), "postgres", ""); var rows = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("acknowledged");
        }
        var process = ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip())).orElseThrow();
        next.destroy();
        process.onExit().join();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void leavesAGuestNothingToStartWhereNothingIs() {
        assertThatThrownBy(() -> new EmbeddedDatabase(data.resolve("nothing"), true)).isInstanceOf(CannotStart.class);
        assertThat(data.resolve("nothing")).doesNotExist();
    }

    @Test
    void staysAwayWhenARealDatabaseIsNamed() {
        var runner = new ApplicationContextRunner().withUserConfiguration(EmbeddedDatabase.class);
        runner.withPropertyValues("spring.datasource.url=" + TestDatabase.url(), "duban.data=" + data)
                .run(context -> assertThat(context).doesNotHaveBean(JdbcConnectionDetails.class));
        assertThat(data).isEmptyDirectory();
    }

    private static String show(EmbeddedDatabase database, String setting) throws SQLException {
        try (var connection = DriverManager.getConnection(database.getJdbcUrl(), "postgres", ""); var rows = connection.createStatement().executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedDatabase database, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(database.getJdbcUrl(), "postgres", "")) {
            connection.createStatement().execute(statement);
        }
    }
}
