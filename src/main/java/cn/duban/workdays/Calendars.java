package cn.duban.workdays;

import cn.duban.web.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The calendars of every tenant: what ships, plus what the tenant entered or imported. */
@Repository
public class Calendars {
    private final CalendarRows rows;
    private final CalendarCache cache;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calendars(CalendarRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
        cache = new CalendarCache(rows::version, this::load, clock);
    }

    /** An override with its number, by which it can be withdrawn, and who entered it when. */
    public record EnteredOverride(long change, DayOverride override, @Nullable Integer enteredBy, Instant enteredAt) {}

    /** The calendar of a region with everything published so far. */
    public WorkCalendar of(int tenant, String region) {
        return cache.calendar(tenant, region);
    }

    /** The calendar of a region as it was known at the end of a date. */
    public WorkCalendar of(int tenant, String region, LocalDate asOf) {
        return cache.arrangements(tenant).calendar(region, asOf);
    }

    /** The tenant's overrides that concern a region: its own, those above it and those below it. */
    public List<EnteredOverride> overrides(int tenant, String region) {
        Region.check(region);
        return rows.overrides(tenant).stream()
                .filter(o -> Region.covers(o.override().region(), region) || Region.covers(region, o.override().region()))
                .toList();
    }

    /**
     * Enters a regional day off or working day. The same word again changes nothing.
     *
     * @throws IllegalArgumentException with one sentence, when it is published in the future
     */
    @Transactional
    public void override(int tenant, DayOverride override, @Nullable Integer enteredBy) {
        refuseFarOff(override.day());
        refuseFuture(override.publishedOn());
        var change = begin(tenant);
        if (rows.overrides(tenant).stream().anyMatch(o -> o.override().equals(override))) return;
        rows.add(tenant, change, override, enteredBy);
        changed(tenant, override.region(), override.publishedOn(), override.day(), override.day());
    }

    /** Takes an override back from today on; deadlines counted before keep their reason. */
    @Transactional
    public void withdraw(int tenant, long change, String reason, @Nullable Integer withdrawnBy) {
        if (reason.isBlank()) throw new IllegalArgumentException("请写明撤回的理由。");
        begin(tenant);
        var entered = rows.overrides(tenant).stream().filter(o -> o.change() == change).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("没有找到要撤回的安排，请刷新页面后再试。"));
        var override = entered.override();
        if (override.withdrawnOn() != null)
            throw new IllegalArgumentException(Dates.written(override.day()) + "的安排已经撤回，不必再撤回。");
        var today = today();
        rows.withdraw(tenant, change, today, reason, withdrawnBy);
        changed(tenant, override.region(), today, override.day(), override.day());
    }

    /** The hours that govern a region, each from its day on, the shipped ones first. */
    public List<WorkingHours> workingHours(int tenant, String region) {
        return cache.arrangements(tenant).hours().stream().filter(hours -> Region.covers(hours.region(), region))
                .sorted(Comparator.comparing(WorkingHours::validFrom)).toList();
    }

    /** Sets the hours of a region from a date on; they govern budgets in working hours. */
    @Transactional
    public void workingHours(int tenant, WorkingHours hours, @Nullable Integer enteredBy) {
        rows.add(tenant, begin(tenant), hours, enteredBy);
        changed(tenant, hours.region(), today(), hours.validFrom(), LocalDate.MAX);
    }

    /**
     * Takes the notices of a file (see {@link NoticeReader}) for a region and all below it. What is already known is left
     * alone, so that a file can be brought twice; with a single fault nothing is taken.
     *
     * @param publishedOn wins over what the file says; null to take the file's date
     */
    @Transactional
    public ImportReport importNotices(
            int tenant, String region, String text, @Nullable LocalDate publishedOn, @Nullable Integer enteredBy) {
        Region.check(region);
        var reading = NoticeReader.read(text, region, publishedOn);
        var sentences = new ArrayList<>(reading.understood());
        var refusals = new ArrayList<>(
                reading.faults().stream().map(NoticeReading.Fault::toString).toList());
        if (!refusals.isEmpty()) return refused(refusals);

        begin(tenant);
        var known = load(tenant);
        var fresh = new ArrayList<Notice>();
        for (var dated : reading.notices()) {
            var notice = dated.notice();
            if (known(known, dated)) sentences.add(notice.year() + "年的这份安排已经在册，没有变化。");
            else if (notice.publishedOn().isAfter(today()))
                refusals.add("公布日期" + Dates.written(notice.publishedOn()) + "在今天之后，请改为实际的公布日期。");
            else if (!dated.stated() && !known.calendar(region).provisional(LocalDate.of(notice.year(), 1, 1)))
                refusals.add(differs(known, notice));
            else fresh.add(notice);
        }
        if (!refusals.isEmpty()) return refused(refusals);
        for (var notice : fresh) {
            rows.add(tenant, rows.nextVersion(tenant), notice, enteredBy);
            changed(tenant, region, notice.publishedOn(), notice.firstDay(), notice.lastDay());
            sentences.add(notice.year() + "年的安排已经登记。");
        }
        return new ImportReport(true, sentences, fresh);
    }

    private static ImportReport refused(List<String> refusals) {
        var sentences = new ArrayList<>(refusals);
        sentences.add("文件没有导入，请改正以上各处后再试。");
        return new ImportReport(false, sentences, List.of());
    }

    /** Entered before, or saying nothing but what the calendar says; a dated correction may also take days away. */
    private static boolean known(Arrangements known, NoticeReading.Dated dated) {
        var notice = dated.notice();
        var before = known.notices().stream()
                .filter(n -> n.region().equals(notice.region())
                        && n.year() == notice.year()
                        && n.publishedOn().equals(notice.publishedOn()))
                .reduce((a, b) -> b);
        if (before.isPresent() && marks(before.get()).equals(marks(notice))) return true;
        if (before.isPresent() && dated.stated()) return false;
        var calendar = known.calendar(notice.region());
        return !calendar.provisional(LocalDate.of(notice.year(), 1, 1))
                && notice.days().stream().allMatch(d -> calendar.working(d.day()) == (d.kind() == DayKind.ON));
    }

    private record Mark(LocalDate day, DayKind kind) {}

    private static Set<Mark> marks(Notice notice) {
        return notice.days().stream().map(d -> new Mark(d.day(), d.kind())).collect(Collectors.toSet());
    }

    private static String differs(Arrangements known, Notice notice) {
        var calendar = known.calendar(notice.region());
        var days = notice.days().stream()
                .filter(d -> calendar.working(d.day()) != (d.kind() == DayKind.ON))
                .limit(5)
                .map(d -> Dates.written(d.day()))
                .collect(Collectors.joining("、"));
        return notice.year() + "年的安排已经在册，与此不同的日子有" + days + "；如果这是后来的通知，请写明它的公布日期。";
    }

    /** A year with five digits is a slip of the finger, and more than a column of days holds. */
    static void refuseFarOff(LocalDate day) {
        if (day.getYear() < 1900 || day.getYear() > 2199) throw new IllegalArgumentException("日期" + day + "不对，应当在1900年至2199年之间。");
    }

    private void refuseFuture(LocalDate publishedOn) {
        if (publishedOn.isAfter(today()))
            throw new IllegalArgumentException("公布日期" + Dates.written(publishedOn) + "在今天之后，请改为实际的公布日期。");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Deadlines.CHINA));
    }

    /** Takes the next number, which makes other writers of the tenant wait, before anything is read. */
    private long begin(int tenant) {
        cache.changing(tenant);
        return rows.nextVersion(tenant);
    }

    private void changed(int tenant, String region, LocalDate publishedOn, LocalDate first, LocalDate last) {
        events.publishEvent(new CalendarChanged(tenant, region, publishedOn, first, last));
    }

    private Arrangements load(int tenant) {
        var overrides = rows.overrides(tenant).stream().map(EnteredOverride::override).toList();
        return Arrangements.shipped().with(rows.notices(tenant), overrides, rows.hours(tenant));
    }
}
