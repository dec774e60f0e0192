package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.values;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Row2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ledger as it stood: matters folded from their entries up to an instant, or up to a version each. What somebody once
 * published is so computed again, whatever happened since.
 */
@Component
public class AsOf {

    private final DSLContext sql;

    AsOf(DSLContext sql) {
        this.sql = sql;
    }

    /** A matter and everything below it, in one statement: the matter itself first, then by place among the siblings. */
    public List<MatterThen> tree(MatterId root, Instant at) {
        var child = MATTER.as("child");
        var id = field(name("below", "id"), UUID.class);
        var below = name("below").fields("id").as(select(MATTER.ID).from(MATTER).where(MATTER.TENANT.eq(root.tenant()), MATTER.ID.eq(root.id()))
                .union(select(child.ID).from(child).join(table(name("below"))).on(child.PARENT.eq(id)).where(child.TENANT.eq(root.tenant()))));
        var entry = Rows.json(ENTRY);
        var chains = sql.withRecursive(below).select(ENTRY.MATTER, entry).from(ENTRY)
                .where(ENTRY.TENANT.eq(root.tenant()), ENTRY.MATTER.in(select(id).from(table(name("below")))), ENTRY.AT.le(at))
                .orderBy(ENTRY.MATTER, ENTRY.NO)
                .fetchGroups(r -> r.value1(), r -> Rows.read(r.value2(), Entry.class));
        return ordered(chains, root.id());
    }

    /**
     * Matters of one ledger that some of these units supervise, which were open at some moment between two instants, as they stood at the later one;
     * in one statement.
     *
     * @param type null for all types of the ledger
     */
    public List<MatterThen> among(int tenant, String ledger, @Nullable String type, Collection<Integer> supervisors, Instant from, Instant at, int most) {
        var ids = select(MATTER.ID).from(MATTER).where(MATTER.TENANT.eq(tenant), MATTER.LEDGER.eq(ledger), MATTER.OPENED_AT.le(at))
                .and(type == null ? noCondition() : MATTER.TYPE.eq(type)).and(MATTER.SETTLED_AT.isNull().or(MATTER.SETTLED_AT.ge(from)))
                .and(exists(selectOne().from(RESPONSIBILITY).where(RESPONSIBILITY.TENANT.eq(tenant), RESPONSIBILITY.MATTER.eq(MATTER.ID), RESPONSIBILITY.ROLE.eq("supervisor"), RESPONSIBILITY.UNTIL.isNull(), RESPONSIBILITY.UNIT.in(supervisors))))
                .orderBy(MATTER.ID).limit(most);
        var entry = Rows.json(ENTRY);
        return folded(sql.select(ENTRY.MATTER, entry).from(ENTRY).where(ENTRY.TENANT.eq(tenant), ENTRY.MATTER.in(ids), ENTRY.AT.le(at))
                .orderBy(ENTRY.MATTER, ENTRY.NO).fetchGroups(r -> r.value1(), r -> Rows.read(r.value2(), Entry.class)));
    }

    /** The same matters at an earlier instant; those that were not there yet are left out. */
    public List<MatterThen> before(int tenant, Collection<UUID> matters, Instant at) {
        if (matters.isEmpty()) return List.of();
        var entry = Rows.json(ENTRY);
        return folded(sql.select(ENTRY.MATTER, entry).from(ENTRY).where(ENTRY.TENANT.eq(tenant), ENTRY.MATTER.eq(any(matters.toArray(UUID[]::new))), ENTRY.AT.lt(at))
                .orderBy(ENTRY.MATTER, ENTRY.NO).fetchGroups(r -> r.value1(), r -> Rows.read(r.value2(), Entry.class)));
    }

    private static List<MatterThen> folded(Map<UUID, List<Entry>> chains) {
        return chains.values().stream().flatMap(entries -> Fold.of(entries).stream()).toList();
    }

    /** Matters as they stood at a version each, in the order of {@link #tree}; what is gone, or unreadable, is left out. */
    public List<MatterThen> at(MatterId root, Map<UUID, Integer> versions) {
        var entry = Rows.json(ENTRY);
        if (versions.isEmpty()) return List.of();
        var wanted = values(versions.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toArray(Row2[]::new)).as("wanted", "id", "version");
        var chains = sql.select(ENTRY.MATTER, entry).from(ENTRY)
                .join(wanted).on(ENTRY.MATTER.eq(wanted.field("id", UUID.class)), ENTRY.NO.le(wanted.field("version", Integer.class)))
                .where(ENTRY.TENANT.eq(root.tenant())).orderBy(ENTRY.MATTER, ENTRY.NO)
                .fetchGroups(r -> r.value1(), r -> Rows.read(r.value2(), Entry.class));
        return ordered(chains, root.id());
    }

    private static List<MatterThen> ordered(Map<UUID, List<Entry>> chains, UUID root) {
        var all = new ArrayList<>(chains.values().stream().flatMap(entries -> Fold.of(entries).stream()).toList());
        all.sort(Comparator.comparing((MatterThen m) -> !m.matter().id().equals(root))
                .thenComparing(m -> m.matter().position()).thenComparing(m -> m.matter().id().toString()));
        return all;
    }
}
