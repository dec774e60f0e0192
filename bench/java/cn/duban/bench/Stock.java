package cn.duban.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the loaded database holds for the load to work on, looked up once. */
final class Stock {

    /** A matter that waits to be received by its bureau. */
    record Prepared(String id, int bureau) {}

    private final Connection sql;
    private final int tenant;
    private final Map<Integer, Integer> bureaus = new HashMap<>();
    private final Map<Integer, String> evidence = new HashMap<>();

    Stock(Connection sql, Manifest manifest) throws SQLException {
        this.sql = sql;
        this.tenant = manifest.number("tenant");
        for (int bureau = 1; bureau <= 31; bureau++) {
            bureaus.put(manifest.number("unit.handle" + bureau), bureau);
            evidence.put(bureau, one("select tenant || '-' || encode(hash, 'hex') from evidence.file where tenant = " + tenant + " and uploaded_post = " + manifest.number("post.handle" + bureau) + " limit 1"));
        }
    }

    String evidence(int bureau) {
        return Objects.requireNonNull(evidence.get(bureau));
    }

    /** Handed out and not yet received, without the busy bureau's, whose number is to stay. */
    List<Prepared> prepared(int most) throws SQLException {
        var all = new ArrayList<Prepared>();
        try (var statement = sql.createStatement(); var rows = statement.executeQuery("""
                select m.id, r.unit from ledger.matter m join ledger.responsibility r on r.tenant = m.tenant and r.matter = m.id and r.role = 'lead' and r.until is null
                where m.tenant = %d and m.type = 'rectification-measure' and m.phase = 'open' and m.state = 'assigned' order by md5(m.id::text) limit %d""".formatted(tenant, most))) {
            while (rows.next()) {
                var bureau = bureaus.get(rows.getInt(2));
                if (bureau != null && bureau <= 30) all.add(new Prepared(tenant + "-" + rows.getString(1), bureau));
            }
        }
        return all;
    }

    /** Matters anywhere in the three years. */
    List<String> some(int most) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = sql.createStatement(); var rows = statement.executeQuery("""
                select id from ledger.matter where tenant = %d order by md5(id::text) limit %d""".formatted(tenant, most))) {
            while (rows.next()) all.add(tenant + "-" + rows.getString(1));
        }
        return all;
    }

    @Nullable String one(String query) throws SQLException {
        try (var statement = sql.createStatement(); var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
