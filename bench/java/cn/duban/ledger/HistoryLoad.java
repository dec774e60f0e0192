package cn.duban.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a history into the tables by COPY: two tellers, each with a connection, a thousand matters a transaction; keys and
 * indexes are taken away first and built at the end, which also proves every reference.
 */
public record HistoryLoad(DataSource data, History history) {

    private static final Logger log = LoggerFactory.getLogger(HistoryLoad.class);
    private static final int CHUNK = 1000;
    private static final int TELLERS = 2;
    /** Tables that triggers keep from others. */
    private static final List<String> KEPT = List.of("ledger.bearing", "similarity.passage");
    private static final String FILL = """
            insert into similarity.passage (tenant, matter, kind, no, month, opened_at, text)
            select tenant, matter, kind, no, similarity.month_of(opened_at), opened_at, similarity.fold(text)
            from ledger.text_row where tenant = ? and get_byte(uuid_send(matter), 15) % 2 = ?""";

    private static final String BEAR = """
            insert into ledger.bearing (tenant, matter, no, role, unit, post, now, owing, type, state, phase, secrecy, due_at, supervisors)
            select r.tenant, r.matter, r.no, r.role, r.unit, r.post, r.until is null, ledger.owing(r.role, r.until, m.owes, m.phase),
                   m.type, m.state, m.phase, m.secrecy, coalesce(m.due_at, 'infinity'), ledger.supervisors(r.tenant, r.matter)
            from ledger.responsibility r join ledger.matter m on m.tenant = r.tenant and m.id = r.matter where r.tenant = ? and get_byte(uuid_send(r.matter), 15) % 2 = ?""";

    /** How long the parts took. */
    public record Took(Duration rows, Duration indexes, Duration vacuum) {}

    public Took load() throws SQLException, InterruptedException, ExecutionException {
        var start = Instant.now();
        try (var connection = data.getConnection()) {
            var indexes = Indexes.of(connection, List.copyOf(CopyRows.TABLES.keySet()));
            var kept = Indexes.of(connection, KEPT);
            triggers(connection, "disable");
            autovacuum(connection, "set (autovacuum_enabled = off)");
            indexes.drop(connection);
            kept.drop(connection);
            copyAll();
            var copied = Instant.now();
            together(indexes.building(data));
            indexes.refer(connection);
            together(List.of(halves(BEAR, 0), halves(BEAR, 1)));
            together(List.of(halves(FILL, 0), halves(FILL, 1)));
            together(kept.building(data));
            triggers(connection, "enable");
            proveBorne(connection);
            var indexed = Instant.now();
            settle(connection);
            autovacuum(connection, "reset (autovacuum_enabled)");
            return new Took(Duration.between(start, copied), Duration.between(copied, indexed), Duration.between(indexed, Instant.now()));
        }
    }

    private void copyAll() throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        var tellers = new ArrayList<Callable<Void>>();
        for (int i = 0; i < TELLERS; i++) tellers.add(() -> {
            try (var connection = data.getConnection()) {
                connection.setAutoCommit(false);
                for (int from; (from = next.getAndAdd(CHUNK)) < history.count(); ) {
                    copy(connection, from, Math.min(history.count(), from + CHUNK));
                    if ((from / CHUNK + 1) % 50 == 0) log.info("{} matters", from + CHUNK);
                }
            }
            return null;
        });
        together(tellers);
    }

    private void copy(Connection connection, int from, int to) throws SQLException {
        var rows = new CopyRows();
        for (int n = from; n < to; n++) rows.add(history.tell(n));
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try {
            for (var table : CopyRows.TABLES.entrySet())
                copy.copyIn("copy " + table.getKey() + " (" + table.getValue() + ") from stdin", new ByteArrayInputStream(rows.of(table.getKey())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connection.commit();
    }

    /** What triggers would have written row by row, in one go; two tellers share the matters by the last byte of their ids. */
    private Callable<Void> halves(String filling, int half) {
        return () -> {
            try (var connection = data.getConnection(); var fill = connection.prepareStatement(filling)) {
                fill.setInt(1, history.tenant());
                fill.setInt(2, half);
                fill.executeUpdate();
            }
            return null;
        };
    }

    /** Some bearings as the triggers write them are those that were filled in: a column forgotten here would be measured as if the product were so. */
    private void proveBorne(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table filled as select * from ledger.bearing where tenant = %d order by matter limit 2000".formatted(history.tenant()));
            statement.execute("update ledger.responsibility r set unit = r.unit from filled f where r.tenant = f.tenant and r.matter = f.matter and r.no = f.no");
            try (var differing = statement.executeQuery("select count(*) from (select * from filled except select b.* from ledger.bearing b join filled f using (tenant, matter, no)) x")) {
                differing.next();
                if (differing.getInt(1) > 0) throw new IllegalStateException(differing.getInt(1) + " of 2000 bearings are not what the triggers write.");
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void triggers(Connection connection, String what) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : CopyRows.TABLES.keySet()) statement.execute("alter table " + table + " " + what + " trigger user");
        }
    }

    /** Not while rows come in: the end does it once. */
    private static void autovacuum(Connection connection, String how) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : CopyRows.TABLES.keySet()) statement.execute("alter table " + table + " " + how);
            for (var table : KEPT) statement.execute("alter table " + table + " " + how);
        }
    }

    private static void together(List<Callable<Void>> work) throws InterruptedException, ExecutionException {
        try (var workers = Executors.newFixedThreadPool(TELLERS)) {
            for (var done : workers.invokeAll(work)) done.get();
        }
    }

    /** Numbers go on after the last one told; statistics and visibility are those of a database that has lived. */
    private void settle(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("insert into ledger.number_series (tenant, series, next) values (?, ?, ?) on conflict (tenant, series) do update set next = excluded.next")) {
            for (var series : history.series().entrySet()) {
                insert.setInt(1, history.tenant());
                insert.setString(2, series.getKey());
                insert.setLong(3, series.getValue());
                insert.executeUpdate();
            }
        }
        try (var statement = connection.createStatement()) {
            for (var table : CopyRows.TABLES.keySet()) statement.execute("vacuum (freeze, analyze) " + table);
            for (var table : KEPT) statement.execute("vacuum (freeze, analyze) " + table);
            statement.execute("checkpoint");
        }
    }
}
