package cn.duban.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Keys, indexes and references of the tables to be filled, as the database itself words them, so that they come back as they were. */
record Indexes(List<String> drops, List<String> builds, List<String> references) {

    static Indexes of(Connection connection, List<String> filled) throws SQLException {
        var drops = new ArrayList<String>();
        var builds = new ArrayList<String>();
        var references = new ArrayList<String>();
        var tables = "array['" + String.join("', '", filled) + "']::regclass[]";
        each(connection, "select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and (conrelid = any (" + tables + ") or confrelid = any (" + tables + "))", row -> {
            drops.add("alter table " + row[0] + " drop constraint " + row[1]);
            references.add("alter table " + row[0] + " add constraint " + row[1] + " " + row[2]);
        });
        each(connection, "select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where contype in ('p', 'u') and conrelid = any (" + tables + ") order by pg_relation_size(conrelid) desc, contype", row -> {
            drops.add("alter table " + row[0] + " drop constraint " + row[1]);
            builds.add("alter table " + row[0] + " add constraint " + row[1] + " " + row[2]);
        });
        each(connection, "select i.indexrelid::regclass::text, '', pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = any (" + tables + ") and not exists (select from pg_constraint c where c.conindid = i.indexrelid)", row -> {
            drops.add("drop index " + row[0]);
            builds.add(row[2]);
        });
        return new Indexes(drops, builds, references);
    }

    private interface Take {
        void row(String[] row);
    }

    private static void each(Connection connection, String query, Take take) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) take.row(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
        }
    }

    void drop(Connection connection) throws SQLException {
        run(connection, drops);
    }

    /** One table at a time to a teller: two builds on one table would wait for each other's lock. */
    List<Callable<Void>> building(DataSource data) {
        var byTable = new java.util.LinkedHashMap<String, List<String>>();
        for (var build : builds) byTable.computeIfAbsent(table(build), t -> new ArrayList<>()).add(build);
        return byTable.values().stream().map(own -> (Callable<Void>) () -> {
            try (var connection = data.getConnection()) {
                run(connection, List.of("set maintenance_work_mem = '1GB'", "set max_parallel_maintenance_workers = 2"));
                run(connection, own);
                run(connection, List.of("reset maintenance_work_mem", "reset max_parallel_maintenance_workers"));
            }
            return null;
        }).toList();
    }

    private static String table(String build) {
        var at = build.startsWith("alter table ") ? 12 : build.indexOf(" ON ") + 4;
        return build.substring(at, build.indexOf(' ', at));
    }

    void refer(Connection connection) throws SQLException {
        run(connection, references);
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var one : statements) statement.execute(one);
        }
    }
}
