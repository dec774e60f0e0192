package cn.duban.bench;

import cn.duban.bench.Bout.Work;
import cn.duban.bench.Bout.Works;
import cn.duban.bench.Door.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The rows that the product wrote, written by bare prepared statements: one transaction an act, a statement a row, the same
 * tables with the same indexes. Each act is learnt from what the product really did to a matter, by comparing its rows
 * before and after, and done again to copies of that matter, which are taken away at the end.
 */
final class Floor implements AutoCloseable {

    private static final Answer DONE = new Answer(200, new byte[0], "", "");

    private static final String MARK = "floor-";

    private final String url;
    private final List<UUID> copies = java.util.Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger numbers = new AtomicInteger();

    /** Connections of its own: the product's pool is smaller than a full house. */
    Floor(String url) {
        this.url = url;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    /** Opens copies of matters as their opening left them. */
    Works create(List<Image> opened) {
        return worker -> {
            var connection = connect();
            connection.setAutoCommit(false);
            var at = new AtomicInteger(worker);
            return Work.closing(connection, () -> {
                write(connection, Image.NOTHING, opened.get(at.getAndAdd(7) % opened.size()), copy());
                connection.commit();
                return DONE;
            });
        };
    }

    /** Does to copies of a matter, step by step, what was done to it; laying the copies out is not counted. */
    Works act(List<List<Image>> lives, int copiesEach) throws SQLException {
        var laid = new java.util.concurrent.ConcurrentLinkedQueue<Laid>();
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < copiesEach; i++) {
                for (var life : lives) {
                    var id = copy();
                    write(connection, Image.NOTHING, life.getFirst(), id);
                    laid.add(new Laid(id, life));
                }
                connection.commit();
            }
        }
        return worker -> {
            var connection = connect();
            connection.setAutoCommit(false);
            var now = new Laid[1];
            var step = new int[] {0};
            return Work.closing(connection, () -> {
                if (now[0] == null || step[0] + 1 >= now[0].life().size()) {
                    now[0] = laid.poll();
                    step[0] = 0;
                }
                if (now[0] == null) return null;
                write(connection, now[0].life().get(step[0]), now[0].life().get(step[0] + 1), now[0].id());
                connection.commit();
                return DONE.as(Image.STEPS.get(step[0]++));
            });
        };
    }

    private record Laid(UUID id, List<Image> life) {}

    /** Reads with bare prepared statements what a page shows, all columns of every row. */
    Works read(List<Reading> readings) {
        return worker -> {
            var connection = connect();
            connection.setReadOnly(true);
            var at = new AtomicInteger(worker * 101);
            return Work.closing(connection, () -> {
                readings.get(at.getAndAdd(13) % readings.size()).read(connection);
                return DONE;
            });
        };
    }

    interface Reading {
        void read(Connection connection) throws SQLException;
    }

    private UUID copy() {
        var random = UUID.randomUUID();
        var id = new UUID(System.currentTimeMillis() << 16 | random.getMostSignificantBits() & 0xFFFF, random.getLeastSignificantBits());
        copies.add(id);
        return id;
    }

    private void write(Connection connection, Image before, Image after, UUID as) throws SQLException {
        var changes = before.to(after);
        for (var change : changes) change.write(connection, as, MARK + numbers.incrementAndGet());
    }

    @Override
    public void close() throws SQLException {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            var ids = connection.createArrayOf("uuid", copies.toArray());
            var tables = new ArrayList<>(new LinkedHashMap<>(Image.TABLES).keySet());
            tables.remove("idempotency");
            try (var delete = connection.prepareStatement("delete from ledger.idempotency where key like '" + MARK + "%'")) {
                delete.executeUpdate();
            }
            for (var table : tables.reversed()) {
                try (var delete = connection.prepareStatement("delete from ledger." + table + " where " + Image.TABLES.get(table) + " = any (?)")) {
                    delete.setArray(1, ids);
                    delete.executeUpdate();
                }
            }
            connection.commit();
        }
    }
}
