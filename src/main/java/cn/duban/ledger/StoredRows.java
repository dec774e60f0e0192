package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ANCHOR;
import static cn.duban_db.ledger.Tables.ASSIGNMENT;
import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.CLOCK_ENTRY;
import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.EVIDENCE;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RELATION;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static cn.duban_db.ledger.Tables.SHARE;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import tools.jackson.core.type.TypeReference;

/**
 * The rows as the database says them, column by column and in its own JSON types: what passes through a record on the way
 * could be made to look right by the reading.
 */
record StoredRows(DSLContext sql, int tenant) {

    private static final TypeReference<TreeMap<String, Object>> ROW = new TypeReference<>() {};

    /** Every table whose rows entries add up to; {@code clock_entry} has a key of two numbers. */
    private static final List<Table<?>> PARTS = List.of(RESPONSIBILITY, ASSIGNMENT, CLOCK, CLOCK_ENTRY, RELATION, EVIDENCE);

    static Set<Integer> tenants(DSLContext sql) {
        var tenants = new TreeSet<Integer>();
        tenants.addAll(sql.selectDistinct(ANCHOR.TENANT).from(ANCHOR).fetchSet(ANCHOR.TENANT));
        tenants.addAll(sql.selectDistinct(SHARE.TENANT).from(SHARE).fetchSet(SHARE.TENANT));
        for (var table : tables()) tenants.addAll(sql.selectDistinct(tenant(table)).from(table).fetchSet(tenant(table)));
        return tenants;
    }

    /** matter → table → key → column → value. */
    Map<UUID, Map<String, Map<String, Map<String, Object>>>> of(List<UUID> matters) {
        var all = new HashMap<UUID, Map<String, Map<String, Map<String, Object>>>>();
        read(MATTER, MATTER.ID, matters, (matter, row) -> {
            var tables = all.computeIfAbsent(matter, m -> new TreeMap<>());
            PARTS.forEach(part -> tables.put(part.getName(), new TreeMap<>()));
            tables.put("matter", Map.of("0", row));
        });
        for (var part : PARTS) read(part, matter(part), matters, (matter, row) ->
                Objects.requireNonNull(all.get(matter).get(part.getName())).put(key(part, row), row));
        return all;
    }

    Map<UUID, List<Entry>> entries(List<UUID> matters) {
        return sql.select(ENTRY.MATTER, Rows.json(ENTRY)).from(ENTRY).where(ENTRY.TENANT.eq(tenant), ENTRY.MATTER.in(matters))
                .orderBy(ENTRY.MATTER, ENTRY.NO)
                .fetchGroups(r -> r.value1(), r -> Rows.read(r.value2(), Entry.class));
    }

    /** Rows and entries left without the matter that they belong to. */
    List<Proof.Break> orphans() {
        var breaks = new ArrayList<Proof.Break>();
        for (var table : tables()) {
            if (table.equals(MATTER)) continue;
            sql.select(matter(table), Rows.json(table)).from(table)
                    .where(tenant(table).eq(tenant), notExists(selectOne().from(MATTER).where(MATTER.TENANT.eq(tenant(table)), MATTER.ID.eq(matter(table)))))
                    .forEach(r -> breaks.add(new Proof.Break("matter " + tenant + "-" + r.value1() + " " + table.getName() + " " + key(table, Rows.JSON.readValue(r.value2().data(), ROW)),
                            "所属的事项不见了", "the matter that it belongs to is gone")));
        }
        return breaks;
    }

    private interface Take {
        void row(UUID matter, Map<String, Object> row);
    }

    private void read(Table<?> table, Field<UUID> id, List<UUID> matters, Take take) {
        sql.select(id, Rows.json(table)).from(table).where(tenant(table).eq(tenant), id.in(matters))
                .forEach(r -> take.row(r.value1(), plain(table, Rows.JSON.readValue(r.value2().data(), ROW))));
    }

    /** Without empty columns; instants in the form that entries use, whatever the session's time zone. */
    private static Map<String, Object> plain(Table<?> table, Map<String, Object> row) {
        row.values().removeIf(Objects::isNull);
        for (var column : table.fields())
            if (column.getType() == Instant.class || column.getType() == OffsetDateTime.class)
                row.computeIfPresent(column.getName(), (c, value) -> OffsetDateTime.parse((String) value).toInstant().toString());
        return row;
    }

    private static String key(Table<?> table, Map<String, Object> row) {
        return table.equals(CLOCK_ENTRY) ? row.get("clock") + "." + row.get("no") : "" + row.get("no");
    }

    private static List<Table<?>> tables() {
        var tables = new ArrayList<Table<?>>(PARTS);
        tables.add(MATTER);
        tables.add(ENTRY);
        return tables;
    }

    private static Field<Integer> tenant(Table<?> table) {
        return Objects.requireNonNull(table.field("tenant", Integer.class));
    }

    private static Field<UUID> matter(Table<?> table) {
        return Objects.requireNonNull(table.field("matter", UUID.class));
    }
}
