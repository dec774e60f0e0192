package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ASSIGNMENT;
import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.CLOCK_ENTRY;
import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.EVIDENCE;
import static cn.duban_db.ledger.Tables.IDEMPOTENCY;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.OUTBOX;
import static cn.duban_db.ledger.Tables.RELATION;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static cn.duban_db.ledger.Tables.SHARE;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import cn.duban.ledger.Idempotency.Key;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Writes what was decided: at most four statements, however many matters are in the batch. Matter, entry, outbox and
 * idempotency key in the first; who answers in the second, on the other side too where that is a unit of another government; clocks in the third; evidence and relations in the fourth.
 */
@Component
class Writer {

    /** So many acts at once are handed on after those of others. */
    static final int MANY = 50;

    private final DSLContext sql;
    private final Hosts hosts;

    Writer(DSLContext sql, Hosts hosts) {
        this.sql = sql;
        this.hosts = hosts;
    }

    /** Must run inside the act's transaction. Throws when somebody else was faster; the transaction then rolls back. */
    void write(List<Written> acts, @Nullable Key key) {
        matters(acts, key);
        responsible(acts);
        clocks(acts);
        ties(acts);
    }

    private void matters(List<Written> acts, @Nullable Key key) {
        var entries = acts.stream().map(Written::entry).toList();
        var outbox = entries.stream().map(e -> Map.of("tenant", e.tenant(), "matter", e.matter(), "no", e.no(), "at", e.at(), "later", acts.size() >= MANY)).toList();
        var keys = key == null ? List.of() : List.of(row(key, entries));
        var parents = new OpenParents(acts);
        var insert = sql.with(parents.held())
                .with(filled("e", ENTRY, entries, parents))
                .with(filled("o", OUTBOX, outbox, parents))
                .with(filled("k", IDEMPOTENCY, keys, parents))
                .with(erased(acts))
                .insertInto(MATTER).select(from(MATTER, acts.stream().map(Written::matter).toList(), parents.allOpen()))
                .onConflict(MATTER.TENANT, MATTER.ID).doUpdate().setAllToExcluded()
                .where(MATTER.VERSION.eq(excluded(MATTER.VERSION).minus(1)), parents.noneClosedOverAChild());
        try {
            if (insert.execute() != acts.size()) throw faster();
        } catch (DuplicateKeyException e) {
            // the same entry number was taken first; a repeated idempotency key is the caller's to answer
            if (Objects.toString(e.getMessage()).contains("\"idempotency_pkey\"")) throw e;
            throw faster();
        }
    }

    /** The content of an entry that the act erases; its header, digest and hash stay. */
    private static CommonTableExpression<?> erased(List<Written> acts) {
        var gone = acts.stream().filter(w -> w.change().erases != null).map(w -> org.jooq.impl.DSL.row(ENTRY.TENANT, ENTRY.MATTER, ENTRY.NO)
                .eq(w.entry().tenant(), w.entry().matter(), Objects.requireNonNull(w.change().erases))).map(Condition.class::cast).reduce(Condition::or);
        // without one there is nothing to do, and nothing is planned for it
        return name("gone").as(gone.isEmpty() ? select(one()) : org.jooq.impl.DSL.update(ENTRY).setNull(ENTRY.PAYLOAD).setNull(ENTRY.SALT).where(gone.get()).returningResult(one()));
    }

    /** Somebody was faster: decided anew, the act may be refused for a better reason, or go through. */
    static final Refusal FASTER = Refusal.of("conflict", "就在刚才，有人先办理了这件事，您的这一步没有执行。请看过新的进展再决定，您填写的内容还在。",
            "Somebody acted on this matter a moment before you; your step was not taken. Look at what changed before you decide.");

    private static Refusal.Refused faster() {
        return FASTER.thrown();
    }

    private static Map<String, Object> row(Key key, List<Entry> entries) {
        var row = new LinkedHashMap<String, Object>();
        row.put("tenant", key.tenant());
        row.put("post", key.post());
        row.put("person", key.person());
        row.put("key", key.key());
        row.put("request", key.request());
        row.put("answer", entries.stream().map(e -> Map.of("matter", e.matter(), "no", e.no())).toList());
        row.put("at", entries.getFirst().at());
        return row;
    }

    private void responsible(List<Written> acts) {
        var responsibilities = changed(acts, "responsibility", w -> w.change().responsibilities);
        var assignments = changed(acts, "assignment", w -> w.change().assignments);
        if (responsibilities.isEmpty() && assignments.isEmpty()) return;
        var with = sql.with(upserted("r", RESPONSIBILITY, responsibilities));
        var outside = outside(acts);
        hosts.changed(outside.stream().map(OutsideShare::tenant).collect(Collectors.toSet()));
        (outside.isEmpty() ? with : with.with(upserted("s", SHARE, outside)))
                .insertInto(ASSIGNMENT).select(from(ASSIGNMENT, assignments))
                .onConflict(ASSIGNMENT.TENANT, ASSIGNMENT.MATTER, ASSIGNMENT.NO).doUpdate().setAllToExcluded()
                .execute();
    }

    /** The other side of what units of other governments came to bear, or bear no more. */
    private static List<OutsideShare> outside(List<Written> acts) {
        return acts.stream().flatMap(w -> {
            var changed = deltaOf(w, "responsibility");
            var all = w.change().responsibilities;
            return OutsideShare.of(all.values(), all.values().stream().filter(r -> changed.contains("" + r.no())).map(Responsibility::unit).collect(Collectors.toSet())).stream();
        }).toList();
    }

    private void clocks(List<Written> acts) {
        var clocks = changed(acts, "clock", w -> w.change().clocks);
        var journal = acts.stream().flatMap(w -> w.change().journal.stream()).toList();
        if (clocks.isEmpty() && journal.isEmpty()) return;
        sql.with(upserted("c", CLOCK, clocks)).insertInto(CLOCK_ENTRY).select(from(CLOCK_ENTRY, journal)).execute();
    }

    private void ties(List<Written> acts) {
        var evidence = acts.stream().flatMap(w -> w.change().evidence.stream()).toList();
        var relations = changed(acts, "relation", w -> w.change().relations);
        if (evidence.isEmpty() && relations.isEmpty()) return;
        sql.with(upserted("r", RELATION, relations)).insertInto(EVIDENCE).select(from(EVIDENCE, evidence)).execute();
    }

    private interface RowsOf {
        Map<Integer, ?> of(Written act);
    }

    /** Only the rows that the entry says were changed are written. */
    private static List<?> changed(List<Written> acts, String table, RowsOf rows) {
        return acts.stream().flatMap(w -> {
            var changed = deltaOf(w, table);
            return rows.of(w).entrySet().stream().filter(e -> changed.contains("" + e.getKey())).map(Map.Entry::getValue);
        }).toList();
    }

    private static Collection<?> deltaOf(Written act, String table) {
        var delta = (Map<?, ?>) Stream.ofNullable(act.entry().payload()).map(p -> p.get("delta")).findFirst().orElseThrow();
        return delta.get(table) instanceof Map<?, ?> rows ? rows.keySet() : List.of();
    }

    private static CommonTableExpression<?> filled(String as, Table<?> table, List<?> rows, OpenParents parents) {
        return name(as).as(org.jooq.impl.DSL.insertInto(table).select(from(table, rows, parents.allOpen())).returningResult(org.jooq.impl.DSL.one()));
    }

    private static CommonTableExpression<?> upserted(String as, Table<?> table, List<?> rows) {
        var key = table.getPrimaryKey().getFields();
        return name(as).as(org.jooq.impl.DSL.insertInto(table).select(from(table, rows))
                .onConflict(key).doUpdate().setAllToExcluded().returningResult(org.jooq.impl.DSL.one()));
    }

    private static Select<? extends Record> from(Table<?> table, List<?> rows) {
        return from(table, rows, noCondition());
    }

    private static Select<? extends Record> from(Table<?> table, List<?> rows, Condition when) {
        return select(asterisk()).from(table("jsonb_populate_recordset(null::{0}, {1})", table, val(JSONB.valueOf(Rows.text(rows))))).where(when);
    }
}
