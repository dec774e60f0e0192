package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ASSIGNMENT;
import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.ENTRY;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened on the ledger, for rooms that tell people of it: committed entries, and clocks that end. */
@Component
public class Happenings {

    private final DSLContext sql;
    private final MatterTypes types;
    private final Directories directories;
    private final Sight sight;

    Happenings(DSLContext sql, MatterTypes types, Directories directories, Sight sight) {
        this.sql = sql;
        this.types = types;
        this.directories = directories;
        this.sight = sight;
    }

    /** One entry with its matter. */
    public Optional<Happening> of(MatterId id, int entry) {
        return of(id.tenant(), List.of(new Key(id.id(), entry))).stream().findFirst();
    }

    /** An entry by its matter and number. */
    public record Key(UUID matter, int entry) {}

    /** Entries of one government with their matters, in one statement and in the order asked for; what is not there is left out. */
    public List<Happening> of(int tenant, List<Key> keys) {
        if (keys.isEmpty()) return List.of();
        var m = MATTER.as("m");
        var e = ENTRY.as("e");
        Field<List<Responsibility>> bearers = multiset(select(Rows.json(RESPONSIBILITY)).from(RESPONSIBILITY)
                .where(RESPONSIBILITY.TENANT.eq(m.TENANT), RESPONSIBILITY.MATTER.eq(m.ID)).orderBy(RESPONSIBILITY.NO)).convertFrom(rows -> rows.map(r -> Rows.read(r.value1(), Responsibility.class)));
        Field<List<Assignment>> shares = multiset(select(Rows.json(ASSIGNMENT)).from(ASSIGNMENT)
                .where(ASSIGNMENT.TENANT.eq(m.TENANT), ASSIGNMENT.MATTER.eq(m.ID)).orderBy(ASSIGNMENT.NO)).convertFrom(rows -> rows.map(r -> Rows.read(r.value1(), Assignment.class)));
        var wanted = EntryKeys.of(keys, Key::matter, Key::entry);
        var found = new HashMap<Key, Happening>();
        sql.select(Rows.json(m), bearers, shares, Rows.json(e)).from(wanted.table())
                .join(e).on(e.TENANT.eq(tenant), e.MATTER.eq(wanted.matter()), e.NO.eq(wanted.no()))
                .join(m).on(m.TENANT.eq(e.TENANT), m.ID.eq(e.MATTER))
                .forEach(r -> {
                    var matter = Rows.read(r.value1(), Matter.class);
                    var entry = Rows.read(r.value4(), Entry.class);
                    found.put(new Key(matter.id(), entry.no()), new Happening(matter, r.value2(), r.value3(), types.of(matter), entry));
                });
        return keys.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Whether this viewer may know of it now. */
    public boolean sees(Happening happening, Viewer viewer) {
        return sight.sees(happening.sighted(), viewer, directories.of(viewer.tenant()));
    }

    /**
     * A clock that runs, and when it ends.
     *
     * @param version the latest entry of its matter
     * @param assignment the assignment that it belongs to; null for a clock of the matter
     */
    public record End(MatterId matter, int version, int clock, String name, @Nullable Integer assignment, Instant dueAt, LocalDate lastDay) {}

    /** Running clocks of matters that are awake which end after one instant and not after another, the earliest first. @param last the last one of the page before */
    public List<End> ending(int tenant, Instant after, Instant until, @Nullable End last, int most) {
        var further = last == null ? noCondition() : row(CLOCK.DUE_AT, CLOCK.MATTER, CLOCK.NO).gt(last.dueAt(), last.matter().id(), last.clock());
        return sql.select(CLOCK.MATTER, MATTER.VERSION, CLOCK.NO, CLOCK.NAME, CLOCK.ASSIGNMENT, CLOCK.DUE_AT, CLOCK.LAST_DAY)
                .from(CLOCK).join(MATTER).on(MATTER.TENANT.eq(CLOCK.TENANT), MATTER.ID.eq(CLOCK.MATTER))
                .where(CLOCK.TENANT.eq(tenant), CLOCK.STATE.eq(inline("running")), CLOCK.DUE_AT.gt(after), CLOCK.DUE_AT.le(until), MATTER.PHASE.in(MatterLists.AWAKE), further)
                .orderBy(CLOCK.DUE_AT, CLOCK.MATTER, CLOCK.NO).limit(most)
                .fetch(r -> new End(new MatterId(tenant, r.value1()), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
    }
}
