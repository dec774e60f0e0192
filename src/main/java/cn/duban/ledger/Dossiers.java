package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ASSIGNMENT;
import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.CLOCK_ENTRY;
import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.EVIDENCE;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RELATION;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbArrayAgg;
import static org.jooq.impl.DSL.key;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cn.duban.ledger.ReportRule.Reported;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Loads everything an act is decided on, in one statement however many matters are asked for. */
@Component
class Dossiers {

    private final DSLContext sql;
    private final Wordings wordings;

    Dossiers(DSLContext sql, Wordings wordings) {
        this.sql = sql;
        this.wordings = wordings;
    }

    Optional<Dossier> of(MatterId id) {
        return of(id.tenant(), List.of(id.id())).stream().findFirst();
    }

    List<Dossier> of(int tenant, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : query(val(tenant), MATTER.ID.in(ids)).fetch(row -> read(row.value1()));
    }

    /**
     * The same for acts: the matters stay locked to the end of the transaction, so that gates are asked of what no other act
     * changes meanwhile. Whoever had to wait for another act reads once more, since the rows around a matter are those of
     * the moment at which the waiting began. Always in the order of ids, so that two acts on two matters never wait for
     * each other.
     */
    List<Dossier> held(int tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        var fresh = fresh(ids.size() == 1
                ? wordings.fetch("hold one", () -> held(param("tenant", tenant), MATTER.ID.eq(param("matter", ids.iterator().next()))), Map.of("tenant", tenant, "matter", ids.iterator().next()))
                : held(val(tenant), MATTER.ID.in(ids)).fetch());
        return fresh.isPresent() ? fresh.get() : of(tenant, ids);
    }

    /** A matter and the reports on it so far, for the act that hands in another. */
    record Reporting(Dossier dossier, List<Reported> reports) {}

    /** {@link #held} with what was reported before, in the same one statement; nothing where the matter is not there. */
    Optional<Reporting> reporting(MatterId id) {
        var first = reporting("hold for a report", id, true);
        return first.isEmpty() || first.get(0).get(0, Integer.class) == version(first.get(0)) ? first.stream().map(Dossiers::reporting).findFirst()
                : reporting("held for a report", id, false).stream().map(Dossiers::reporting).findFirst();
    }

    private List<? extends Record> reporting(String key, MatterId id, boolean locking) {
        var known = MATTER.as("known");
        var said = field(select(coalesce(jsonbArrayAgg(jsonbObject(key(inline("entry")).value(ENTRY.NO), key(inline("text")).value(field("{0} ->> 'note'", String.class, ENTRY.PAYLOAD)))).orderBy(ENTRY.NO), inline(JSONB.valueOf("[]"))))
                .from(ENTRY).where(ENTRY.TENANT.eq(MATTER.TENANT), ENTRY.MATTER.eq(MATTER.ID), ENTRY.ACT.eq(inline("report")), ENTRY.PAYLOAD.isNotNull()));
        return wordings.fetch(key, () -> {
            var query = sql.select(field(select(known.VERSION).from(known).where(known.TENANT.eq(MATTER.TENANT), known.ID.eq(MATTER.ID))), json(), said).from(MATTER)
                    .where(MATTER.TENANT.eq(param("tenant", id.tenant())), MATTER.ID.eq(param("matter", id.id())));
            return locking ? query.forNoKeyUpdate() : query;
        }, Map.of("tenant", id.tenant(), "matter", id.id()));
    }

    private static int version(Record row) {
        return read(row.get(1, JSONB.class)).matter().version();
    }

    private static Reporting reporting(Record row) {
        var dossier = read(row.get(1, JSONB.class));
        var texts = Rows.JSON.readValue(row.get(2, JSONB.class).data(), SAID);
        return new Reporting(dossier, texts.stream().filter(one -> one.text() != null).map(one -> new Reported(one.entry(), one.text(), ReportReview.returned(dossier, one.entry()))).toList());
    }

    private record Told(int entry, @Nullable String text) {}

    private static final TypeReference<List<Told>> SAID = new TypeReference<>() {};

    private ResultQuery<Record2<JSONB, Integer>> held(Field<Integer> tenant, Condition which) {
        return query(tenant, which).orderBy(MATTER.ID).forNoKeyUpdate();
    }

    private static Optional<List<Dossier>> fresh(List<? extends Record> rows) {
        var read = rows.stream().map(row -> Map.entry(read(row.get(0, JSONB.class)), row.get(1, Integer.class))).toList();
        return read.stream().allMatch(row -> row.getKey().matter().version() == row.getValue()) ? Optional.of(read.stream().map(Map.Entry::getKey).toList()) : Optional.empty();
    }

    private static Dossier read(JSONB json) {
        return Rows.JSON.readValue(json.data(), Dossier.class);
    }

    /** Beside each dossier the version that the statement's own snapshot knows. */
    private SelectConditionStep<Record2<JSONB, Integer>> query(Field<Integer> tenant, Condition which) {
        var known = MATTER.as("known");
        return sql.select(json(), field(select(known.VERSION).from(known).where(known.TENANT.eq(MATTER.TENANT), known.ID.eq(MATTER.ID))))
                .from(MATTER).where(MATTER.TENANT.eq(tenant)).and(which);
    }

    /** The dossier of the {@code MATTER} in hand, as a column of somebody's statement. */
    static Field<Dossier> column() {
        return json().as("dossier").convertFrom(Dossiers::read);
    }

    private static Field<JSONB> json() {
        var master = MATTER.as("master");
        var child = MATTER.as("child");
        var grandchild = MATTER.as("grandchild");
        var parent = MATTER.as("parent");
        var below = RESPONSIBILITY.as("below");
        var open = List.of("draft", "open");
        var children = field(select(coalesce(jsonbArrayAgg(jsonbObject(
                        key(inline("id")).value(child.ID), key(inline("number")).value(child.NUMBER), key(inline("title")).value(child.TITLE), 
                        // a child merged away is as done as the matter that took it in
                        key(inline("phase")).value(when(child.PHASE.eq("merged"), coalesce(field(select(master.PHASE).from(master).where(master.TENANT.eq(child.TENANT), master.ID.eq(child.MERGED_INTO))), child.PHASE)).otherwise(child.PHASE)),
                        
                        key(inline("below")).value(field(exists(selectOne().from(grandchild).where(grandchild.TENANT.eq(child.TENANT), grandchild.PARENT.eq(child.ID), grandchild.PHASE.in(open)))))))
                        .orderBy(child.POSITION, child.ID), inline(JSONB.valueOf("[]"))))
                .from(child).where(child.TENANT.eq(MATTER.TENANT), child.PARENT.eq(MATTER.ID)));
        var deeds = field(select(coalesce(jsonbArrayAgg(jsonbObject(
                        key(inline("no")).value(ENTRY.NO), key(inline("act")).value(ENTRY.ACT), key(inline("person")).value(ENTRY.PERSON), key(inline("post")).value(ENTRY.POST), key(inline("reminded_at")).value(when(ENTRY.ACT.eq(inline(Reminding.ACT)), ENTRY.AT)), key(inline("unit")).value(coalesce(ENTRY.BEHALF_UNIT, ENTRY.UNIT)), key(inline("own")).value(field(ENTRY.MATTER.eq(MATTER.ID))))), inline(JSONB.valueOf("[]"))))
                // one list of ids: an "or" of the two would read every entry of the tenant
                .from(ENTRY).where(ENTRY.TENANT.eq(MATTER.TENANT), ENTRY.MATTER.in(select(MATTER.ID)
                        .unionAll(select(child.ID).from(child).where(child.TENANT.eq(MATTER.TENANT), child.PARENT.eq(MATTER.ID))))));
        var shares = field(select(coalesce(jsonbArrayAgg(jsonbObject(key(inline("role")).value(below.ROLE), key(inline("unit")).value(below.UNIT))), inline(JSONB.valueOf("[]"))))
                .from(below).join(child).on(child.TENANT.eq(below.TENANT), child.ID.eq(below.MATTER))
                .where(child.TENANT.eq(MATTER.TENANT), child.PARENT.eq(MATTER.ID), below.POST.isNull()));
        var copy = MATTER.as("copy");
        var above = MATTER.as("above");
        var merged = field(select(coalesce(jsonbArrayAgg(jsonbObject(key(inline("number")).value(copy.NUMBER), key(inline("parent")).value(copy.PARENT),
                        key(inline("parent_phase")).value(field(select(above.PHASE).from(above).where(above.TENANT.eq(copy.TENANT), above.ID.eq(copy.PARENT))))))
                        .orderBy(copy.NUMBER), inline(JSONB.valueOf("[]"))))
                .from(RELATION).join(copy).on(copy.TENANT.eq(RELATION.TENANT), copy.ID.eq(RELATION.OTHER))
                .where(RELATION.TENANT.eq(MATTER.TENANT), RELATION.MATTER.eq(MATTER.ID), RELATION.KIND.eq("has_duplicate"), RELATION.UNTIL.isNull()));
        var parentPhase = field(select(parent.PHASE).from(parent).where(parent.TENANT.eq(MATTER.TENANT), parent.ID.eq(MATTER.PARENT)));
        return jsonbObject(
                key(inline("matter")).value(Rows.json(MATTER)),
                key(inline("responsibilities")).value(rows(RESPONSIBILITY, RESPONSIBILITY.TENANT, RESPONSIBILITY.MATTER, RESPONSIBILITY.NO)),
                key(inline("assignments")).value(rows(ASSIGNMENT, ASSIGNMENT.TENANT, ASSIGNMENT.MATTER, ASSIGNMENT.NO)),
                key(inline("clocks")).value(rows(CLOCK, CLOCK.TENANT, CLOCK.MATTER, CLOCK.NO)),
                key(inline("journal")).value(rows(CLOCK_ENTRY, CLOCK_ENTRY.TENANT, CLOCK_ENTRY.MATTER, CLOCK_ENTRY.NO)),
                key(inline("relations")).value(rows(RELATION, RELATION.TENANT, RELATION.MATTER, RELATION.NO)),
                key(inline("evidence")).value(rows(EVIDENCE, EVIDENCE.TENANT, EVIDENCE.MATTER, EVIDENCE.NO)),
                key(inline("children")).value(children),
                key(inline("deeds")).value(deeds),
                key(inline("child_shares")).value(shares),
                key(inline("merged")).value(merged),
                key(inline("parent_phase")).value(parentPhase));
    }

    /** One entry as it is stored; asked for by the act that erases it. */
    Optional<Entry> entry(MatterId id, int no) {
        return sql.select(Rows.json(ENTRY)).from(ENTRY).where(ENTRY.TENANT.eq(id.tenant()), ENTRY.MATTER.eq(id.id()), ENTRY.NO.eq(no))
                .fetchOptional(row -> Rows.read(row.value1(), Entry.class));
    }

    private static Field<JSONB> rows(Table<?> table, TableField<?, Integer> tenant, TableField<?, UUID> matter, TableField<?, Integer> no) {
        return field(select(coalesce(jsonbArrayAgg(Rows.json(table)).orderBy(no), inline(JSONB.valueOf("[]"))))
                .from(table).where(tenant.eq(MATTER.TENANT), matter.eq(MATTER.ID)));
    }
}
