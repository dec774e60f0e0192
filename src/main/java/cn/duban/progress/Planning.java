package cn.duban.progress;

import static cn.duban_db.ledger.Tables.RHYTHM_ROW;
import static cn.duban_db.progress.Tables.DUE_REPORT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.MatterTypes;
import cn.duban.progress.DueReports.Planned;
import cn.duban.timers.Timed;
import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Rhythm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans the reports of each round as it begins, and closes as not reported what ended without one. Done twice, it changes nothing. */
@Component
class Planning implements Timed {

    private static final int PAGE = 500;
    /** Days after its end for which a missing report is still news. */
    private static final int TOLD = 31;
    private static final String REPORT = "report";

    private final DSLContext sql;
    private final DueReports due;
    private final Reminders reminders;
    private final MatterTypes types;
    private final Directories directories;
    private final Calendars calendars;
    private final Tenants tenants;
    private final Clock clock;
    private final TransactionTemplate transaction;
    /** The day for which this node planned all rounds of a government. */
    private final Map<Integer, LocalDate> walked = new ConcurrentHashMap<>();

    Planning(DSLContext sql, DueReports due, Reminders reminders, MatterTypes types, Directories directories, Calendars calendars, Tenants tenants, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.due = due;
        this.reminders = reminders;
        this.types = types;
        this.directories = directories;
        this.calendars = calendars;
        this.tenants = tenants;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.every(Duration.ofMinutes(5), "progress.periods", this::turn));
    }

    /** Rounds begin with a day, so all clocks are walked once a day, and after a start; those that begin or change within it are planned as the act that moved them is followed. */
    void turn() {
        tenants.each(tenant -> {
            var now = now();
            var today = LocalDate.ofInstant(now, deadlines(tenant).zone());
            if (today.equals(walked.get(tenant))) close(tenant, now);
            else {
                turn(tenant, now);
                walked.put(tenant, today);
            }
        });
    }

    void turn(int tenant, Instant now) {
        plan(tenant, noCondition(), now);
        close(tenant, now);
    }

    private void close(int tenant, Instant now) {
        while (closed(tenant, now) == DueReports.MOST) continue;
    }

    /** A few at a time; what ended long ago, as in a ledger just taken in, is on record and nobody's inbox. */
    private int closed(int tenant, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var missed = due.close(tenant, now);
            var recent = LocalDate.ofInstant(now, deadlines(tenant).zone()).minusDays(TOLD);
            reminders.missed(tenant, missed.stream().filter(one -> !one.lastDay().isBefore(recent)).toList());
            return missed.size();
        }));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void plan(int tenant, Collection<UUID> matters) {
        plan(tenant, RHYTHM_ROW.MATTER.in(matters), now());
    }

    private void plan(int tenant, Condition which, Instant now) {
        var deadlines = deadlines(tenant);
        var today = LocalDate.ofInstant(now, deadlines.zone());
        Record last = null;
        do {
            var page = unplanned(tenant, which, now, today, last);
            due.plan(tenant, page.stream().filter(r -> reports(types, r)).flatMap(r -> planned(r, today, deadlines)).toList());
            last = page.size() < PAGE ? null : page.getLast();
        } while (last != null);
    }

    private List<? extends Record> unplanned(int tenant, Condition which, Instant now, LocalDate today, @Nullable Record last) {
        var planned = selectOne().from(DUE_REPORT).where(DUE_REPORT.TENANT.eq(RHYTHM_ROW.TENANT), DUE_REPORT.MATTER.eq(RHYTHM_ROW.MATTER), DUE_REPORT.CLOCK.eq(RHYTHM_ROW.CLOCK),
                DUE_REPORT.STARTS_ON.le(today), DUE_REPORT.ENDS_ON.ge(today), DUE_REPORT.STATE.ne(DueReports.LAPSED));
        return sql.select(RHYTHM_ROW.MATTER, RHYTHM_ROW.CLOCK, RHYTHM_ROW.NAME, RHYTHM_ROW.RHYTHM, RHYTHM_ROW.COUNTED_FROM, RHYTHM_ROW.TYPE, RHYTHM_ROW.TYPE_TENANT, RHYTHM_ROW.TYPE_VERSION, RHYTHM_ROW.UNIT).from(RHYTHM_ROW)
                .where(RHYTHM_ROW.TENANT.eq(tenant), RHYTHM_ROW.COUNTED_FROM.le(now), which, notExists(planned))
                .and(last == null ? noCondition() : row(RHYTHM_ROW.MATTER, RHYTHM_ROW.CLOCK).gt(last.get(RHYTHM_ROW.MATTER), last.get(RHYTHM_ROW.CLOCK)))
                .orderBy(RHYTHM_ROW.MATTER, RHYTHM_ROW.CLOCK).limit(PAGE).fetch();
    }

    /** Whether the clock waits for a report, and not for another act. */
    static boolean reports(MatterTypes types, Record r) {
        var rule = types.version(new MatterTypes.Version(r.get(RHYTHM_ROW.TYPE_TENANT), r.get(RHYTHM_ROW.TYPE), r.get(RHYTHM_ROW.TYPE_VERSION))).clocks().get(r.get(RHYTHM_ROW.NAME));
        return rule != null && rule.every() != null && REPORT.equals(rule.until());
    }

    private static Stream<Planned> planned(Record r, LocalDate today, Deadlines deadlines) {
        var rhythm = Rhythm.parse(r.get(RHYTHM_ROW.RHYTHM));
        var first = LocalDate.ofInstant(r.get(RHYTHM_ROW.COUNTED_FROM), deadlines.zone());
        return Round.between(rhythm, first, today, deadlines).stream().map(round -> new Planned(r.get(RHYTHM_ROW.MATTER), r.get(RHYTHM_ROW.CLOCK), round, r.get(RHYTHM_ROW.UNIT)));
    }

    Deadlines deadlines(int tenant) {
        var directory = directories.of(tenant);
        return new Deadlines(calendars.of(tenant, directory.region()), directory.zone());
    }
}
