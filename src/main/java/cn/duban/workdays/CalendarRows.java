package cn.duban.workdays;

import static cn.duban_db.workdays.Tables.DAY_OVERRIDE;
import static cn.duban_db.workdays.Tables.NOTICE;
import static cn.duban_db.workdays.Tables.NOTICE_DAY;
import static cn.duban_db.workdays.Tables.VERSION;
import static cn.duban_db.workdays.Tables.WORKING_HOURS;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rows behind {@link Calendars}. Every change takes the tenant's next number, which also locks out a second writer. */
@Repository
class CalendarRows {
    private final DSLContext sql;
    private final Clock clock;

    CalendarRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** 0 for a tenant that never changed anything. */
    long version(int tenant) {
        return sql.select(VERSION.VERSION_)
                .from(VERSION)
                .where(VERSION.TENANT.eq(tenant))
                .fetchOptional(VERSION.VERSION_)
                .orElse(0L);
    }

    long nextVersion(int tenant) {
        return sql.insertInto(VERSION)
                .set(VERSION.TENANT, tenant)
                .set(VERSION.VERSION_, 1L)
                .onConflict(VERSION.TENANT)
                .doUpdate()
                .set(VERSION.VERSION_, VERSION.VERSION_.plus(1))
                .returningResult(VERSION.VERSION_)
                .fetchSingle()
                .value1();
    }

    List<Notice> notices(int tenant) {
        var days = multiset(select(NOTICE_DAY.DAY, NOTICE_DAY.KIND, NOTICE_DAY.NAME)
                        .from(NOTICE_DAY)
                        .where(NOTICE_DAY.TENANT.eq(NOTICE.TENANT).and(NOTICE_DAY.CHANGE.eq(NOTICE.CHANGE)))
                        .orderBy(NOTICE_DAY.DAY))
                .convertFrom(rows -> rows.map(r -> new MarkedDay(r.value1(), kind(r.value2()), r.value3())));
        return sql.select(NOTICE.REGION, NOTICE.YEAR, NOTICE.PUBLISHED_ON, NOTICE.TITLE, days)
                .from(NOTICE)
                .where(NOTICE.TENANT.eq(tenant))
                .orderBy(NOTICE.CHANGE)
                .fetch(Records.mapping(Notice::new));
    }

    void add(int tenant, long change, Notice notice, @Nullable Integer enteredBy) {
        sql.insertInto(NOTICE)
                .set(NOTICE.TENANT, tenant)
                .set(NOTICE.CHANGE, change)
                .set(NOTICE.REGION, notice.region())
                .set(NOTICE.YEAR, notice.year())
                .set(NOTICE.PUBLISHED_ON, notice.publishedOn())
                .set(NOTICE.TITLE, notice.title())
                .set(NOTICE.ENTERED_BY, enteredBy)
                .set(NOTICE.ENTERED_AT, clock.instant())
                .execute();
        var rows = sql.insertInto(
                NOTICE_DAY, NOTICE_DAY.TENANT, NOTICE_DAY.CHANGE, NOTICE_DAY.DAY, NOTICE_DAY.KIND, NOTICE_DAY.NAME);
        for (var day : notice.days())
            rows = rows.values(tenant, change, day.day(), kind(day.kind()), day.name());
        rows.execute();
    }

    List<Calendars.EnteredOverride> overrides(int tenant) {
        return sql
                .select(
                        DAY_OVERRIDE.CHANGE,
                        DAY_OVERRIDE.REGION,
                        DAY_OVERRIDE.DAY,
                        DAY_OVERRIDE.KIND.convertFrom(CalendarRows::kind),
                        DAY_OVERRIDE.NAME,
                        DAY_OVERRIDE.SOURCE,
                        DAY_OVERRIDE.PUBLISHED_ON,
                        DAY_OVERRIDE.WITHDRAWN_ON,
                        DAY_OVERRIDE.ENTERED_BY,
                        DAY_OVERRIDE.ENTERED_AT)
                .from(DAY_OVERRIDE)
                .where(DAY_OVERRIDE.TENANT.eq(tenant))
                .orderBy(DAY_OVERRIDE.CHANGE)
                .fetch(r -> new Calendars.EnteredOverride(
                        r.value1(),
                        new DayOverride(
                                r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8()),
                        r.value9(),
                        r.value10()));
    }

    void add(int tenant, long change, DayOverride override, @Nullable Integer enteredBy) {
        sql.insertInto(DAY_OVERRIDE)
                .set(DAY_OVERRIDE.TENANT, tenant)
                .set(DAY_OVERRIDE.CHANGE, change)
                .set(DAY_OVERRIDE.REGION, override.region())
                .set(DAY_OVERRIDE.DAY, override.day())
                .set(DAY_OVERRIDE.KIND, kind(override.kind()))
                .set(DAY_OVERRIDE.NAME, override.name())
                .set(DAY_OVERRIDE.SOURCE, override.source())
                .set(DAY_OVERRIDE.PUBLISHED_ON, override.publishedOn())
                .set(DAY_OVERRIDE.ENTERED_BY, enteredBy)
                .set(DAY_OVERRIDE.ENTERED_AT, clock.instant())
                .execute();
    }

    void withdraw(int tenant, long change, LocalDate on, String reason, @Nullable Integer by) {
        sql.update(DAY_OVERRIDE)
                .set(DAY_OVERRIDE.WITHDRAWN_ON, on)
                .set(DAY_OVERRIDE.WITHDRAWN_REASON, reason)
                .set(DAY_OVERRIDE.WITHDRAWN_BY, by)
                .where(DAY_OVERRIDE.TENANT.eq(tenant).and(DAY_OVERRIDE.CHANGE.eq(change)))
                .execute();
    }

    /** For each region and first day only the latest entry. */
    List<WorkingHours> hours(int tenant) {
        record Key(String region, LocalDate validFrom) {}
        var spans = new LinkedHashMap<Long, List<WorkingHours.Span>>();
        var latest = new LinkedHashMap<Key, Long>();
        sql.select(
                        WORKING_HOURS.CHANGE,
                        WORKING_HOURS.REGION,
                        WORKING_HOURS.VALID_FROM,
                        WORKING_HOURS.OPENS,
                        WORKING_HOURS.CLOSES)
                .from(WORKING_HOURS)
                .where(WORKING_HOURS.TENANT.eq(tenant))
                .orderBy(WORKING_HOURS.CHANGE, WORKING_HOURS.OPENS)
                .forEach(r -> {
                    latest.put(new Key(r.value2(), r.value3()), r.value1());
                    spans.computeIfAbsent(r.value1(), c -> new ArrayList<>())
                            .add(new WorkingHours.Span(r.value4(), r.value5()));
                });
        return latest.entrySet().stream()
                .map(e -> new WorkingHours(e.getKey().region, e.getKey().validFrom, spans.getOrDefault(e.getValue(), List.of())))
                .toList();
    }

    void add(int tenant, long change, WorkingHours hours, @Nullable Integer enteredBy) {
        for (var span : hours.spans())
            sql.insertInto(WORKING_HOURS)
                    .set(WORKING_HOURS.TENANT, tenant)
                    .set(WORKING_HOURS.CHANGE, change)
                    .set(WORKING_HOURS.REGION, hours.region())
                    .set(WORKING_HOURS.VALID_FROM, hours.validFrom())
                    .set(WORKING_HOURS.OPENS, span.opens())
                    .set(WORKING_HOURS.CLOSES, span.closes())
                    .set(WORKING_HOURS.ENTERED_BY, enteredBy)
                    .set(WORKING_HOURS.ENTERED_AT, clock.instant())
                    .execute();
    }

    private static DayKind kind(String text) {
        return DayKind.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String kind(DayKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
