package cn.duban.progress;

import static cn.duban_db.ledger.Tables.RHYTHM_ROW;
import static cn.duban_db.progress.Tables.DUE_REPORT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import cn.duban.ledger.MatterId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of what is due: planned, closed as not reported, handed in, reviewed. Every write says from which states it leads. */
@Component
class DueReports {

    /** Rows of one statement. */
    static final int MOST = 500;

    // in a condition these words stand in the statement itself: no partial index serves a value that is only given later
    static final String OWED = "owed";
    static final String MISSED = "missed";
    static final String SUBMITTED = "submitted";
    static final String PASSED = "passed";
    static final String RETURNED = "returned";
    static final String LAPSED = "lapsed";

    private final DSLContext sql;

    DueReports(DSLContext sql) {
        this.sql = sql;
    }

    /** One due report by its key. */
    record Key(MatterId matter, int clock, LocalDate startsOn) {

        /** As it stands in names of fields and addresses. */
        String word() {
            return matter.id() + "." + clock + "." + startsOn;
        }
    }

    record Planned(UUID matter, int clock, Round round, int unit) {}

    void plan(int tenant, List<Planned> planned) {
        for (int from = 0; from < planned.size(); from += MOST) some(tenant, planned.subList(from, Math.min(planned.size(), from + MOST)));
    }

    private void some(int tenant, List<Planned> planned) {
        var rows = planned.stream().map(one -> row(tenant, one.matter(), one.clock(), one.round().from(), one.round().to(), one.round().rhythm().toString(), one.unit(),
                one.round().end().lastDay(), one.round().end().dueAt(), OWED)).toList();
        sql.insertInto(DUE_REPORT, DUE_REPORT.TENANT, DUE_REPORT.MATTER, DUE_REPORT.CLOCK, DUE_REPORT.STARTS_ON, DUE_REPORT.ENDS_ON, DUE_REPORT.RHYTHM, DUE_REPORT.UNIT, DUE_REPORT.LAST_DAY, DUE_REPORT.DUE_AT, DUE_REPORT.STATE)
                .valuesOfRows(rows)
                .onConflict(DUE_REPORT.TENANT, DUE_REPORT.MATTER, DUE_REPORT.CLOCK, DUE_REPORT.STARTS_ON).doUpdate()
                .set(DUE_REPORT.STATE, OWED).set(DUE_REPORT.UNIT, excluded(DUE_REPORT.UNIT)).where(DUE_REPORT.STATE.eq(LAPSED)).execute();
    }

    /** What was closed as not reported, for those who are told of it. */
    record Missed(MatterId matter, int clock, LocalDate startsOn, int unit, LocalDate lastDay) {}

    /**
     * The next few that ended without a report while their clock still waits for one, the oldest first. The offset keeps the look at the clock in hand: without
     * it all clocks are read for five hundred. Each is closed by its key and not by one statement over all: just after a ledger was taken in PostgreSQL knows
     * nothing of the new rows, thinks of them as few, and would look for the five hundred once for every row there is.
     */
    List<Missed> close(int tenant, Instant now) {
        var ended = DUE_REPORT.as("ended");
        var missed = sql.select(ended.MATTER, ended.CLOCK, ended.STARTS_ON, ended.UNIT, ended.LAST_DAY).from(ended)
                .where(ended.TENANT.eq(tenant), ended.STATE.eq(inline(OWED)), ended.DUE_AT.le(now))
                .and(exists(selectOne().from(RHYTHM_ROW).where(RHYTHM_ROW.TENANT.eq(ended.TENANT), RHYTHM_ROW.MATTER.eq(ended.MATTER), RHYTHM_ROW.CLOCK.eq(ended.CLOCK), RHYTHM_ROW.DUE_AT.le(now)).offset(inline(0))))
                .orderBy(ended.DUE_AT).limit(inline(MOST)).forNoKeyUpdate()
                .fetch(r -> new Missed(new MatterId(tenant, r.value1()), r.value2(), r.value3(), r.value4(), r.value5()));
        if (missed.isEmpty()) return missed;
        var closing = sql.batch(sql.update(DUE_REPORT).set(DUE_REPORT.STATE, MISSED).set(DUE_REPORT.MISSED_AT, now)
                .where(DUE_REPORT.TENANT.eq(tenant), DUE_REPORT.MATTER.eq((UUID) null), DUE_REPORT.CLOCK.eq((Integer) null), DUE_REPORT.STARTS_ON.eq((LocalDate) null)));
        missed.forEach(one -> closing.bind(MISSED, now, tenant, one.matter().id(), one.clock(), one.startsOn()));
        closing.execute();
        return missed;
    }

    /** Of matters that moved: what is no longer asked for, and what another unit now answers for. */
    void follow(int tenant, Collection<UUID> matters, Instant now) {
        Condition these = DUE_REPORT.TENANT.eq(tenant).and(DUE_REPORT.MATTER.in(matters)).and(DUE_REPORT.STATE.eq(inline(OWED))).and(DUE_REPORT.DUE_AT.gt(now));
        var clock = RHYTHM_ROW.TENANT.eq(DUE_REPORT.TENANT).and(RHYTHM_ROW.MATTER.eq(DUE_REPORT.MATTER)).and(RHYTHM_ROW.CLOCK.eq(DUE_REPORT.CLOCK));
        sql.update(DUE_REPORT).set(DUE_REPORT.STATE, LAPSED).where(these).and(notExists(selectOne().from(RHYTHM_ROW).where(clock))).execute();
        sql.update(DUE_REPORT).set(DUE_REPORT.UNIT, RHYTHM_ROW.UNIT).from(RHYTHM_ROW).where(these).and(RHYTHM_ROW.TENANT.eq(tenant)).and(clock).and(DUE_REPORT.UNIT.ne(RHYTHM_ROW.UNIT)).execute();
    }

    /** A report of a round, as the entry says it. */
    record Handed(Key key, Round round, int unit, int entry, Instant at) {}

    /** @return false where the round was reported already */
    boolean handed(Handed report) {
        var key = report.key();
        var tenant = key.matter().tenant();
        var late = report.at().isBefore(report.round().end().dueAt()) ? null : report.at();
        var written = sql.insertInto(DUE_REPORT).set(DUE_REPORT.TENANT, tenant).set(DUE_REPORT.MATTER, key.matter().id()).set(DUE_REPORT.CLOCK, key.clock()).set(DUE_REPORT.STARTS_ON, key.startsOn())
                .set(DUE_REPORT.ENDS_ON, report.round().to()).set(DUE_REPORT.RHYTHM, report.round().rhythm().toString()).set(DUE_REPORT.UNIT, report.unit()).set(DUE_REPORT.LAST_DAY, report.round().end().lastDay())
                .set(DUE_REPORT.DUE_AT, report.round().end().dueAt()).set(DUE_REPORT.STATE, SUBMITTED).set(DUE_REPORT.ENTRY, report.entry()).set(DUE_REPORT.HANDED_AT, report.at()).set(DUE_REPORT.MISSED_AT, late)
                .onConflict(DUE_REPORT.TENANT, DUE_REPORT.MATTER, DUE_REPORT.CLOCK, DUE_REPORT.STARTS_ON).doUpdate()
                .set(DUE_REPORT.STATE, SUBMITTED).set(DUE_REPORT.ENTRY, report.entry()).set(DUE_REPORT.HANDED_AT, report.at())
                .set(DUE_REPORT.MISSED_AT, late == null ? DUE_REPORT.MISSED_AT : coalesce(DUE_REPORT.MISSED_AT, when(DUE_REPORT.ENTRY.isNull(), val(late, DUE_REPORT.MISSED_AT))))
                .setNull(DUE_REPORT.REVIEW).setNull(DUE_REPORT.REVIEWED_AT).setNull(DUE_REPORT.DRAFT).setNull(DUE_REPORT.DRAFTED_BY).setNull(DUE_REPORT.DRAFTED_AT)
                .where(DUE_REPORT.STATE.in(OWED, MISSED, LAPSED).and(DUE_REPORT.ENTRY.isNull()).or(DUE_REPORT.STATE.eq(RETURNED).and(DUE_REPORT.ENTRY.lt(report.entry())))).execute();
        if (written == 0) return false;
        sql.update(DUE_REPORT).set(DUE_REPORT.STATE, MISSED).set(DUE_REPORT.MISSED_AT, report.at())
                .where(DUE_REPORT.TENANT.eq(tenant), DUE_REPORT.MATTER.eq(key.matter().id()), DUE_REPORT.CLOCK.eq(key.clock()), DUE_REPORT.STARTS_ON.lt(key.startsOn()), DUE_REPORT.STATE.eq(OWED)).execute();
        return true;
    }

    /** @return false where somebody reviewed it before */
    boolean reviewed(MatterId matter, int entry, boolean passed, int review, Instant at) {
        return sql.update(DUE_REPORT).set(DUE_REPORT.STATE, passed ? PASSED : RETURNED).set(DUE_REPORT.REVIEW, review).set(DUE_REPORT.REVIEWED_AT, at)
                .set(DUE_REPORT.RETURNED_ENTRY, passed ? DUE_REPORT.RETURNED_ENTRY : val(entry))
                .where(DUE_REPORT.TENANT.eq(matter.tenant()), DUE_REPORT.MATTER.eq(matter.id()), DUE_REPORT.ENTRY.eq(entry), DUE_REPORT.STATE.eq(SUBMITTED)).execute() == 1;
    }

    /** Kept for the unit; nothing leaves it before it is handed in. @return false where the round was reported meanwhile */
    boolean draft(Key key, @Nullable String text, int person, Instant now) {
        return sql.update(DUE_REPORT).set(DUE_REPORT.DRAFT, text).set(DUE_REPORT.DRAFTED_BY, person).set(DUE_REPORT.DRAFTED_AT, now)
                .where(these(key), DUE_REPORT.STATE.in(OWED, MISSED, RETURNED)).execute() == 1;
    }

    boolean remind(Key key, Instant now, Instant notSince) {
        return sql.update(DUE_REPORT).set(DUE_REPORT.REMINDED_AT, now)
                .where(these(key), DUE_REPORT.STATE.in(OWED, MISSED, RETURNED)).and(DUE_REPORT.REMINDED_AT.isNull().or(DUE_REPORT.REMINDED_AT.lt(notSince))).execute() == 1;
    }

    static Condition these(Key key) {
        return DUE_REPORT.TENANT.eq(key.matter().tenant()).and(DUE_REPORT.MATTER.eq(key.matter().id())).and(DUE_REPORT.CLOCK.eq(key.clock())).and(DUE_REPORT.STARTS_ON.eq(key.startsOn()));
    }
}
