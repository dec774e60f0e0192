package cn.duban.notices;

import static cn.duban_db.notices.Tables.WATCH;

import cn.duban.ledger.Assignment;
import cn.duban.ledger.Happening;
import cn.duban.ledger.Happenings;
import cn.duban.ledger.Happenings.End;
import cn.duban.ledger.type.MatterType.Breach;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Tenants;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.workdays.Calendars;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people that a clock is about to end, and that it ended: the stretch of time that nobody looked at yet is walked once,
 * page by page. Interrupted, it is walked again; a notice's source is its clock and that clock's last day.
 */
@Component
class ClockNotices {

    private static final int PAGE = 200;

    private final DSLContext sql;
    private final Happenings happenings;
    private final MatterNotices matterNotices;
    private final Notices notices;
    private final Warnings warnings;
    private final Directories directories;
    private final Calendars calendars;
    private final Tenants tenants;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ClockNotices(DSLContext sql, Happenings happenings, MatterNotices matterNotices, Notices notices, Warnings warnings, Directories directories, Calendars calendars, Tenants tenants, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.happenings = happenings;
        this.matterNotices = matterNotices;
        this.notices = notices;
        this.warnings = warnings;
        this.directories = directories;
        this.calendars = calendars;
        this.tenants = tenants;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void look() {
        tenants.each(tenant -> look(tenant, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    void look(int tenant, Instant now) {
        var directory = directories.of(tenant);
        walk(tenant, Kind.ENDING, now, warned(directory, LocalDate.ofInstant(now, directory.zone())), directory);
        walk(tenant, Kind.BREACHED, now, now, directory);
    }

    /** The end of the last working day that is warned of today. */
    private Instant warned(Directory directory, LocalDate today) {
        return calendars.of(directory.tenant(), directory.region()).addWorkingDays(today, warnings.on(directory.tenant(), today)).plusDays(1).atStartOfDay(directory.zone()).toInstant();
    }

    /** From where the last walk ended; the first one begins now and tells nobody of what was late before. */
    private void walk(int tenant, Kind kind, Instant now, Instant until, Directory directory) {
        var from = sql.select(WATCH.UNTIL).from(WATCH).where(WATCH.TENANT.eq(tenant), WATCH.KIND.eq(kind.word())).fetchOptional(WATCH.UNTIL).orElse(now);
        End last = null;
        for (List<End> page; until.isAfter(from) && !(page = happenings.ending(tenant, from, until, last, PAGE)).isEmpty(); ) {
            var ends = page;
            transaction.executeWithoutResult(status -> tell(tenant, ends, kind, directory));
            last = page.getLast();
        }
        var reached = until.isAfter(from) ? until : from;
        sql.insertInto(WATCH).set(WATCH.TENANT, tenant).set(WATCH.KIND, kind.word()).set(WATCH.UNTIL, reached)
                .onConflict(WATCH.TENANT, WATCH.KIND).doUpdate().set(WATCH.UNTIL, reached).execute();
    }

    private void tell(int tenant, List<End> ends, Kind kind, Directory directory) {
        var known = happenings.of(tenant, ends.stream().map(ClockNotices::key).distinct().toList()).stream()
                .collect(Collectors.toMap(happening -> new Happenings.Key(happening.matter().id(), happening.entry().no()), Function.identity()));
        var tellings = new LinkedHashMap<Telling, Map<Viewer, Kind>>();
        for (var end : ends) {
            var happening = known.get(key(end));
            var rule = happening == null ? null : happening.type().clocks().get(end.name());
            if (rule == null || rule.opens() != null || kind == Kind.BREACHED && !rule.breach().contains(Breach.REMIND)) continue;
            var readers = new LinkedHashMap<Viewer, Kind>();
            readers(happening, end, kind, directory).forEach(reader -> readers.put(reader, kind));
            Map<Viewer, Kind> seeing = matterNotices.seeing(happening, readers);
            if (!seeing.isEmpty()) tellings.put(new Telling(tenant, MatterSubjects.NAME, end.matter().id(), "", rule.label(), "", end.lastDay(),
                    kind.word() + ":" + end.matter().id() + ":" + end.clock() + ":" + end.lastDay()), seeing);
        }
        notices.tell(tenant, tellings);
    }

    private static Happenings.Key key(End end) {
        return new Happenings.Key(end.matter().id(), end.version());
    }

    private static Stream<Viewer> readers(Happening happening, End end, Kind kind, Directory directory) {
        var circle = new Circle(happening, directory);
        Optional<Assignment> share = end.assignment() == null ? Optional.empty() : happening.assignments().stream().filter(a -> a.no() == end.assignment()).findFirst();
        var owing = share.map(a -> a.desk() == null ? circle.unit(a.unit(), Duty.HANDLE) : circle.holders(a.desk())).orElseGet(circle::owers);
        return kind == Kind.BREACHED ? Stream.concat(owing, circle.above()) : owing;
    }
}
