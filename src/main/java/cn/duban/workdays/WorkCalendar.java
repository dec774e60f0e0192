package cn.duban.workdays;

import cn.duban.workdays.CalendarDay.Reason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days of one region as they were known on one date; immutable. For each day the narrowest region that speaks wins,
 * then the latest publication. A year for which no notice was known is provisional: weekends, plus the days that the
 * law fixes.
 */
public final class WorkCalendar {
    private final Arrangements arrangements;
    private final String region;
    private final LocalDate asOf;
    private final Map<LocalDate, CalendarDay> ruled = new HashMap<>();
    private final Set<Integer> arrangedYears = new HashSet<>();
    private final List<StatutoryDays> laws;
    private final List<WorkingHours> hours;

    WorkCalendar(Arrangements arrangements, String region, LocalDate asOf) {
        Region.check(region);
        this.arrangements = arrangements;
        this.region = region;
        this.asOf = asOf;
        laws = arrangements.laws().stream()
                .filter(law -> !law.publishedOn().isAfter(asOf))
                .sorted(Comparator.comparing(StatutoryDays::fromYear).reversed())
                .toList();
        hours = arrangements.hours().stream()
                .filter(h -> Region.covers(h.region(), region))
                .sorted(Comparator.comparing((WorkingHours h) -> Region.depth(h.region()))
                        .thenComparing(WorkingHours::validFrom)
                        .reversed())
                .toList();
        standingNotices().forEach(this::rule);
        arrangements.overrides().stream()
                .filter(o -> Region.covers(o.region(), region) && o.knownOn(asOf))
                .sorted(Comparator.comparing(DayOverride::publishedOn))
                .forEach(this::rule);
    }

    /** The nation's calendar as it ships, everything published so far. */
    public static WorkCalendar shipped() {
        return Arrangements.shipped().calendar(Region.NATION);
    }

    /** The notices known, wide regions first, early publications first, without those that a correction replaced. */
    private List<Notice> standingNotices() {
        record Place(String region, int year, LocalDate publishedOn) {}
        var standing = new HashMap<Place, Notice>();
        for (var notice : arrangements.notices())
            if (Region.covers(notice.region(), region) && !notice.publishedOn().isAfter(asOf))
                standing.put(new Place(notice.region(), notice.year(), notice.publishedOn()), notice);
        return standing.values().stream()
                .sorted(Comparator.comparing((Notice n) -> Region.depth(n.region()))
                        .thenComparing(Notice::publishedOn)
                        .thenComparing(Notice::year))
                .toList();
    }

    private void rule(Notice notice) {
        arrangedYears.add(notice.year());
        for (var day : notice.days()) {
            var reason = day.kind() == DayKind.OFF ? Reason.HOLIDAY : Reason.MAKE_UP;
            rule(new CalendarDay(
                    day.day(), reason, day.name(), notice.title(), notice.publishedOn(), notice.region(), false));
        }
    }

    private void rule(DayOverride override) {
        var reason = override.kind() == DayKind.OFF ? Reason.LOCAL_HOLIDAY : Reason.LOCAL_WORK;
        rule(new CalendarDay(
                override.day(), reason, override.name(), override.source(), override.publishedOn(), override.region(),
                false));
    }

    /** The narrower region wins; between equals the later publication. */
    private void rule(CalendarDay day) {
        ruled.merge(day.date(), day, (old, fresh) -> weighs(fresh).compareTo(weighs(old)) >= 0 ? fresh : old);
    }

    private static Weight weighs(CalendarDay day) {
        return new Weight(
                day.region() == null ? -1 : Region.depth(day.region()),
                day.publishedOn() == null ? LocalDate.MIN : day.publishedOn());
    }

    private record Weight(int depth, LocalDate publishedOn) implements Comparable<Weight> {
        @Override
        public int compareTo(Weight other) {
            return depth != other.depth ? Integer.compare(depth, other.depth) : publishedOn.compareTo(other.publishedOn);
        }
    }

    public String region() {
        return region;
    }

    /** The date on which this was known; {@link LocalDate#MAX} for everything published. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The same region with what was known on another date. */
    public WorkCalendar asOf(LocalDate date) {
        return new WorkCalendar(arrangements, region, date);
    }

    /** Whether the notice for the year of this day was not known yet. */
    public boolean provisional(LocalDate date) {
        return !arrangedYears.contains(date.getYear());
    }

    public boolean working(LocalDate date) {
        var known = ruled.get(date);
        if (known != null) return known.working();
        return provisional(date) ? day(date).working() : weekday(date);
    }

    private static boolean weekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    public CalendarDay day(LocalDate date) {
        var known = ruled.get(date);
        if (known != null) return known;
        var provisional = provisional(date);
        if (provisional) {
            var byLaw = byLaw(date);
            if (byLaw != null) return byLaw;
        }
        var reason = weekday(date) ? Reason.WEEKDAY : Reason.WEEKEND;
        return new CalendarDay(date, reason, "", null, null, null, provisional);
    }

    private @Nullable CalendarDay byLaw(LocalDate date) {
        for (var law : laws) {
            if (law.fromYear() > date.getYear()) continue;
            var name = law.every().get(MonthDay.from(date));
            for (var day : law.once()) if (day.day().equals(date)) name = day.name();
            return name == null
                    ? null
                    : new CalendarDay(date, Reason.HOLIDAY, name, law.title(), law.publishedOn(), Region.NATION, true);
        }
        return null;
    }

    /** The hours of a working day: of the narrowest region that sets any, the latest valid on the day. */
    public List<WorkingHours.Span> hours(LocalDate date) {
        return hours.stream().filter(h -> !h.validFrom().isAfter(date)).findFirst().orElseThrow().spans();
    }

    /** The day itself when it is worked, else the first working day after it. */
    public LocalDate workingDayFrom(LocalDate date) {
        var day = date;
        while (!working(day)) day = day.plusDays(1);
        return day;
    }

    /** The n-th working day after {@code date}, which is not counted itself; before it for negative n. */
    public LocalDate addWorkingDays(LocalDate date, int n) {
        var step = n < 0 ? -1 : 1;
        var day = date;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            if (working(day)) left--;
        }
        return day;
    }

    /** Working days after {@code from} up to and with {@code to}; negative when {@code to} lies before {@code from}. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) return -workingDaysBetween(to, from);
        int count = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) if (working(day)) count++;
        return count;
    }
}
