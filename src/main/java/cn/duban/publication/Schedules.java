package cn.duban.publication;

import static cn.duban_db.publication.Tables.BULLETIN;
import static cn.duban_db.publication.Tables.SCHEDULE;
import static cn.duban_db.publication.Tables.SCHEDULED;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import cn.duban.web.Viewer;
import cn.duban.workdays.Rhythm;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which bulletins are begun by themselves, and what came of each period. */
@Component
class Schedules {

    private final DSLContext sql;

    Schedules(DSLContext sql) {
        this.sql = sql;
    }

    /** @param bulletin what was begun last; null before the first, and where the last could not be begun @param fault why it could not */
    record Row(Schedule schedule, @Nullable UUID bulletin, @Nullable LocalDate period, @Nullable String fault) {}

    List<Schedule> running(int tenant) {
        return read(SCHEDULE.TENANT.eq(tenant).and(SCHEDULE.STOPPED_AT.isNull()));
    }

    List<Row> of(Viewer viewer) {
        var last = SCHEDULED.as("last");
        var newest = field(select(max(last.STARTS_ON)).from(last).where(last.TENANT.eq(SCHEDULE.TENANT), last.SCHEDULE.eq(SCHEDULE.NO)));
        return sql.select(SCHEDULE.asterisk(), SCHEDULED.BULLETIN, SCHEDULED.STARTS_ON, SCHEDULED.FAULT).from(SCHEDULE)
                .leftJoin(SCHEDULED).on(SCHEDULED.TENANT.eq(SCHEDULE.TENANT), SCHEDULED.SCHEDULE.eq(SCHEDULE.NO), SCHEDULED.STARTS_ON.eq(newest))
                .where(own(viewer)).orderBy(SCHEDULE.NO)
                .fetch(r -> new Row(schedule(r.into(SCHEDULE)), r.get(SCHEDULED.BULLETIN), r.get(SCHEDULED.STARTS_ON), r.get(SCHEDULED.FAULT)));
    }

    private static Condition own(Viewer viewer) {
        return SCHEDULE.TENANT.eq(viewer.tenant()).and(SCHEDULE.UNIT.eq(viewer.unit())).and(SCHEDULE.STOPPED_AT.isNull());
    }

    private List<Schedule> read(Condition which) {
        return sql.selectFrom(SCHEDULE).where(which).orderBy(SCHEDULE.NO).fetch(Schedules::schedule);
    }

    private static Schedule schedule(cn.duban_db.publication.tables.records.ScheduleRecord r) {
        return new Schedule(r.getTenant(), r.getNo(), r.getLedger(), r.getType(), Rhythm.parse(r.getRhythm()), r.getWeekday() == null ? null : DayOfWeek.of(r.getWeekday()), r.getPerson(), r.getPost(), r.getUnit(), r.getSince(), r.getTemplate());
    }

    /** Of two that are added at a time one waits and takes the next number. */
    void add(String ledger, @Nullable String type, Rhythm rhythm, @Nullable DayOfWeek weekday, @Nullable Integer template, LocalDate since, Viewer author) {
        while (!inserted(ledger, type, rhythm, weekday, template, since, author)) { /* the next number */ }
    }

    private boolean inserted(String ledger, @Nullable String type, Rhythm rhythm, @Nullable DayOfWeek weekday, @Nullable Integer template, LocalDate since, Viewer author) {
        return sql.insertInto(SCHEDULE).set(SCHEDULE.TENANT, author.tenant())
                .set(SCHEDULE.NO, select(coalesce(max(SCHEDULE.NO), 0).plus(1)).from(SCHEDULE).where(SCHEDULE.TENANT.eq(author.tenant())))
                .set(SCHEDULE.LEDGER, ledger).set(SCHEDULE.TYPE, type).set(SCHEDULE.RHYTHM, rhythm.toString()).set(SCHEDULE.WEEKDAY, weekday == null ? null : weekday.getValue())
                .set(SCHEDULE.PERSON, author.person()).set(SCHEDULE.POST, author.post()).set(SCHEDULE.UNIT, author.unit()).set(SCHEDULE.SINCE, since).set(SCHEDULE.TEMPLATE, template)
                .onConflict(SCHEDULE.TENANT, SCHEDULE.NO).doNothing().execute() == 1;
    }

    boolean stop(int no, Instant now, Viewer viewer) {
        return sql.update(SCHEDULE).set(SCHEDULE.STOPPED_AT, now).where(own(viewer), SCHEDULE.NO.eq(no)).execute() == 1;
    }

    /** @return false where the period was begun already, by whichever node */
    boolean claimed(Schedule schedule, LocalDate startsOn) {
        return sql.fetchExists(SCHEDULED, SCHEDULED.TENANT.eq(schedule.tenant()), SCHEDULED.SCHEDULE.eq(schedule.no()), SCHEDULED.STARTS_ON.eq(startsOn));
    }

    void begun(Schedule schedule, LocalDate startsOn, @Nullable UUID bulletin, @Nullable String fault, Instant now) {
        sql.insertInto(SCHEDULED).set(SCHEDULED.TENANT, schedule.tenant()).set(SCHEDULED.SCHEDULE, schedule.no()).set(SCHEDULED.STARTS_ON, startsOn)
                .set(SCHEDULED.BULLETIN, bulletin).set(SCHEDULED.FAULT, fault).set(SCHEDULED.AT, now).execute();
    }

    /** Begun by a schedule for this person in this post, and not yet handed to the reviewer. */
    record Todo(UUID bulletin, String title) {}

    List<Todo> todo(Viewer viewer) {
        return sql.select(BULLETIN.ID, BULLETIN.TITLE).from(SCHEDULE)
                .join(SCHEDULED).on(SCHEDULED.TENANT.eq(SCHEDULE.TENANT), SCHEDULED.SCHEDULE.eq(SCHEDULE.NO))
                .join(BULLETIN).on(BULLETIN.TENANT.eq(SCHEDULED.TENANT), BULLETIN.ID.eq(SCHEDULED.BULLETIN))
                .where(SCHEDULE.TENANT.eq(viewer.tenant()), SCHEDULE.PERSON.eq(viewer.person()), SCHEDULE.POST.eq(viewer.post()), BULLETIN.TENANT.eq(viewer.tenant()), SCHEDULED.TENANT.eq(viewer.tenant()), BULLETIN.STATE.eq("drafted"))
                .orderBy(BULLETIN.DRAFTED_AT.desc()).limit(20).fetch(r -> new Todo(r.value1(), r.value2()));
    }
}
