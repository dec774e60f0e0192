package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.OUTBOX;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbArrayAgg;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/** How matters came to stand as they do: what rooms count that follow the acts after their commit. */
@Component
public class Steps {

    private static final int MANY = 1000;

    private final DSLContext sql;

    Steps(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether so many acts of a government wait to be followed that it takes more than a moment. */
    public boolean manyWait(int tenant) {
        return sql.fetchExists(selectOne().from(OUTBOX).where(OUTBOX.TENANT.eq(tenant)).offset(MANY).limit(1));
    }

    /** The latest step of each of these matters, in one statement. */
    public List<Step> last(int tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        // by another name than that of a column of the entries
        var m = MATTER.as("m");
        var responsibilities = field(select(coalesce(jsonbArrayAgg(Rows.json(RESPONSIBILITY)).orderBy(RESPONSIBILITY.NO), inline(JSONB.valueOf("[]"))))
                .from(RESPONSIBILITY).where(RESPONSIBILITY.TENANT.eq(m.TENANT), RESPONSIBILITY.MATTER.eq(m.ID)));
        var clocks = field(select(coalesce(jsonbArrayAgg(Rows.json(CLOCK)).orderBy(CLOCK.NO), inline(JSONB.valueOf("[]"))))
                .from(CLOCK).where(CLOCK.TENANT.eq(m.TENANT), CLOCK.MATTER.eq(m.ID)));
        return sql.select(jsonbObject(
                        key(inline("matter")).value(Rows.json(m)), key(inline("responsibilities")).value(responsibilities), key(inline("clocks")).value(clocks),
                        key(inline("act")).value(ENTRY.ACT), key(inline("at")).value(ENTRY.AT), key(inline("from")).value(ENTRY.FROM_STATE)))
                .from(m).join(ENTRY).on(ENTRY.TENANT.eq(m.TENANT), ENTRY.MATTER.eq(m.ID), ENTRY.NO.eq(m.VERSION))
                .where(m.TENANT.eq(tenant), m.ID.eq(any(ids.toArray(UUID[]::new))))
                .fetch(row -> Rows.read(row.value1(), Step.class));
    }

    /**
     * Every step of each of these matters, the first first, folded from its entries, in one statement; those whose content was
     * erased are left out until one states everything anew.
     */
    public Map<UUID, List<Step>> all(int tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        var steps = new HashMap<UUID, List<Step>>();
        sql.select(ENTRY.MATTER, Rows.json(ENTRY)).from(ENTRY).where(ENTRY.TENANT.eq(tenant), ENTRY.MATTER.eq(any(ids.toArray(UUID[]::new)))).orderBy(ENTRY.MATTER, ENTRY.NO)
                .fetchGroups(ENTRY.MATTER, row -> Rows.read(row.value2(), Entry.class))
                .forEach((matter, entries) -> steps.put(matter, Fold.steps(entries)));
        return steps;
    }
}
