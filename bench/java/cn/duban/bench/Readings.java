package cn.duban.bench;

import cn.duban.bench.Floor.Reading;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The rows behind a page, read by nothing but their keys: what a page costs that knows already what to show. */
record Readings(int tenant) {

    private static final Pattern ADDRESS = Pattern.compile("/matters/\\d+-([0-9a-f-]{36})");
    private static final List<String> PARTS = List.of("responsibility", "assignment", "clock", "clock_entry", "entry", "evidence", "relation");

    Reading matter(UUID id) {
        return connection -> {
            all(connection, "select * from ledger.matter where tenant = ? and id = ?", id);
            for (var part : PARTS) all(connection, "select * from ledger." + part + " where tenant = ? and matter = ?", id);
        };
    }

    /** The matters that a list's page names, with the units that lead them. */
    Reading list(String html) {
        var ids = ADDRESS.matcher(html).results().map(m -> UUID.fromString(m.group(1))).distinct().toArray(UUID[]::new);
        return connection -> {
            var array = connection.createArrayOf("uuid", ids);
            all(connection, "select * from ledger.matter where tenant = ? and id = any (?)", array);
            all(connection, "select matter, unit from ledger.responsibility where tenant = ? and matter = any (?) and role = 'lead' and until is null", array);
        };
    }

    private void all(Connection connection, String query, Object which) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setInt(1, tenant);
            statement.setObject(2, which);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) touch(rows);
            }
        }
    }

    private static void touch(ResultSet row) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) row.getObject(i);
    }
}
