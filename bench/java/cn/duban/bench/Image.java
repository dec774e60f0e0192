package cn.duban.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Every row of one matter at one moment, as JDBC gives them: table → primary key → column → value. */
record Image(Map<String, Map<List<Object>, Map<String, Object>>> tables) {

    static final Image NOTHING = new Image(Map.of());

    static final List<String> STEPS = List.of("receive", "report", "submit", "close");

    /** Table → the column that names the matter, parents first; an idempotency key names it within its answer. */
    static final Map<String, String> TABLES = tablesInOrder();

    private static Map<String, String> tablesInOrder() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("matter", "id");
        tables.put("idempotency", "key");
        for (var table : List.of("entry", "outbox", "responsibility", "assignment", "clock", "clock_entry", "evidence", "relation")) tables.put(table, "matter");
        return tables;
    }

    private static final Map<String, List<String>> KEYS = Map.of(
            "matter", List.of("tenant", "id"), "idempotency", List.of("tenant", "post", "person", "key"), "clock_entry", List.of("tenant", "matter", "clock", "no"));

    private static List<String> key(String table) {
        return KEYS.getOrDefault(table, List.of("tenant", "matter", "no"));
    }

    /** The outbox is empty again by the time that one looks: its row is made from the latest entry, as the product made it. */
    static Image of(Connection connection, int tenant, UUID matter) throws SQLException {
        var tables = new LinkedHashMap<String, Map<List<Object>, Map<String, Object>>>();
        for (var table : TABLES.entrySet()) {
            var rows = new LinkedHashMap<List<Object>, Map<String, Object>>();
            var query = switch (table.getKey()) {
                case "outbox" -> "select tenant, matter, no, at from ledger.entry where tenant = ? and matter = ?";
                case "idempotency" -> "select * from ledger.idempotency where tenant = ? and answer @> jsonb_build_array(jsonb_build_object('matter', ?::text))";
                default -> "select * from ledger." + table.getKey() + " where tenant = ? and " + table.getValue() + " = ?";
            };
            try (var statement = connection.prepareStatement(query)) {
                statement.setInt(1, tenant);
                statement.setObject(2, matter);
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        var row = new LinkedHashMap<String, Object>();
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) row.put(found.getMetaData().getColumnName(i), found.getObject(i));
                        rows.put(key(table.getKey()).stream().map(row::get).toList(), row);
                    }
                }
            }
            tables.put(table.getKey(), rows);
        }
        return new Image(tables);
    }

    /** A row to be written. */
    record Write(String table, Map<String, Object> row, boolean fresh) {

        void write(Connection connection, UUID as, String mark) throws SQLException {
            var columns = new ArrayList<>(row.keySet());
            var key = key(table);
            var sql = fresh ? "insert into ledger." + table + " (" + String.join(", ", columns) + ") values (" + "?, ".repeat(columns.size() - 1) + "?)"
                    : "update ledger." + table + " set " + String.join(" = ?, ", columns) + " = ? where " + String.join(" = ? and ", key) + " = ?";
            try (var statement = connection.prepareStatement(sql)) {
                var at = 1;
                for (var column : columns) set(statement, at++, value(column, as, mark));
                if (!fresh) for (var column : key) set(statement, at++, value(column, as, mark));
                statement.executeUpdate();
            }
        }

        private static void set(java.sql.PreparedStatement statement, int at, Object value) throws SQLException {
            if (value == null) statement.setNull(at, Types.NULL);
            else statement.setObject(at, value);
        }

        private Object value(String column, UUID as, String mark) {
            if (table.equals("idempotency")) return column.equals("key") ? mark : row.get(column);
            if (column.equals(TABLES.get(table))) return as;
            return table.equals("matter") && column.equals("number") ? "F" + as : row.get(column);
        }
    }

    /** What must be written to come from this moment to the later one. */
    List<Write> to(Image later) {
        var writes = new ArrayList<Write>();
        later.tables.forEach((table, rows) -> rows.forEach((key, row) -> {
            var was = tables.getOrDefault(table, Map.of()).get(key);
            if (was == null) writes.add(new Write(table, row, true));
            else if (!same(was, row)) writes.add(new Write(table, row, false));
        }));
        return writes;
    }

    private static boolean same(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().stream().allMatch(column -> Objects.deepEquals(one.get(column), other.get(column)));
    }
}
