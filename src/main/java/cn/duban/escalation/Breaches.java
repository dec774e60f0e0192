package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.ledger.Tables.RUNNING_CLOCK_ROW;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import cn.duban.escalation.Document.Run;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Running clocks with what was made for their present run, in pages by their end. */
@Component
class Breaches {

    static final int PAGE = 500;

    private final DSLContext sql;
    private final MatterTypes types;

    Breaches(DSLContext sql, MatterTypes types) {
        this.sql = sql;
        this.types = types;
    }

    @Nullable ClockRule rule(Breach breach) {
        return types.version(breach.version()).clocks().get(breach.name());
    }

    /** The next page of clocks that end up to an instant. */
    List<Breach> page(int tenant, Instant until, @Nullable Breach after, ZoneId zone) {
        return read(tenant, trueCondition(), until, after, zone);
    }

    /** The same for a viewer's own look: a condition on the matters. */
    List<Breach> page(int tenant, Condition which, Instant until, @Nullable Breach after, ZoneId zone) {
        return read(tenant, which, until, after, zone);
    }

    /** Of some matters, all that run. */
    List<Breach> of(int tenant, Collection<UUID> matters, ZoneId zone) {
        return read(tenant, RUNNING_CLOCK_ROW.MATTER.in(matters), null, null, zone);
    }

    private List<Breach> read(int tenant, Condition which, @Nullable Instant until, @Nullable Breach after, ZoneId zone) {
        var c = RUNNING_CLOCK_ROW;
        Field<List<Made>> made = multiset(select(DOCUMENT.RUN_ON, DOCUMENT.LADDER, DOCUMENT.STEP, DOCUMENT.STATE, DOCUMENT.REPLY_DUE).from(DOCUMENT).where(DOCUMENT.TENANT.eq(c.TENANT), DOCUMENT.MATTER.eq(c.MATTER), DOCUMENT.CLOCK.eq(c.CLOCK)).orderBy(DOCUMENT.STEP))
                .convertFrom(rows -> rows.map(r -> new Made(r.value1(), r.value2(), Document.made(r.value3(), Documents.state(r.value4()), r.value5()))));
        var query = sql.select(c.MATTER, c.CLOCK, c.NAME, c.BUDGET, c.STARTED_AT, c.COUNTED_FROM, c.DUE_AT, c.LAST_DAY, c.LEDGER, c.TYPE, c.TYPE_TENANT, c.TYPE_VERSION, c.NUMBER, c.TITLE, c.UNIT, c.SUPERVISOR, made)
                .from(c).where(c.TENANT.eq(tenant), which)
                .and(until == null ? noCondition() : c.DUE_AT.le(until))
                .and(after == null ? noCondition() : row(c.DUE_AT, c.MATTER, c.CLOCK).gt(after.dueAt(), after.matter().id(), after.run().clock()))
                .orderBy(c.DUE_AT, c.MATTER, c.CLOCK);
        return (until == null ? query : query.limit(PAGE)).fetch(r -> breach(tenant, r, r.get(made), zone));
    }

    /** @param on the first day of its run @param ladder by which it was judged */
    private record Made(LocalDate on, int ladder, Climb.Made made) {}

    private Breach breach(int tenant, Record r, List<Made> all, ZoneId zone) {
        var c = RUNNING_CLOCK_ROW;
        var version = new MatterTypes.Version(r.get(c.TYPE_TENANT), r.get(c.TYPE), r.get(c.TYPE_VERSION));
        var rule = types.version(version).clocks().get(r.get(c.NAME));
        var round = rule == null || rule.every() == null ? null : Rhythm.parse(rule.every()).startOf(LocalDate.ofInstant(r.get(c.COUNTED_FROM), zone));
        var run = new Run(r.get(c.CLOCK), round != null ? round : LocalDate.ofInstant(r.get(c.STARTED_AT), zone));
        var made = all.stream().filter(one -> one.on().equals(run.on())).toList();
        return new Breach(new MatterId(tenant, r.get(c.MATTER)), run, r.get(c.NAME), began(round, r.get(c.STARTED_AT), zone), r.get(c.DUE_AT), r.get(c.LAST_DAY), r.get(c.LEDGER), version, r.get(c.NUMBER), r.get(c.TITLE), r.get(c.UNIT), r.get(c.SUPERVISOR),
                made.stream().map(Made::made).toList(), made.isEmpty() ? null : Integer.valueOf(made.getFirst().ladder()));
    }

    /** Of the first round the clock itself began within it. */
    private static Instant began(@Nullable LocalDate round, Instant started, ZoneId zone) {
        if (round == null) return started;
        var start = round.atStartOfDay(zone).toInstant();
        return start.isAfter(started) ? start : started;
    }
}
