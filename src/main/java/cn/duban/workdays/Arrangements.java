package cn.duban.workdays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Every published fact about days and hours that somebody knows, of all regions and dates; calendars are cut from it. */
public record Arrangements(
        List<StatutoryDays> laws, List<Notice> notices, List<DayOverride> overrides, List<WorkingHours> hours) {

    public Arrangements {
        laws = List.copyOf(laws);
        notices = List.copyOf(notices);
        overrides = List.copyOf(overrides);
        hours = List.copyOf(hours);
    }

    /** What ships with the product: the notices of the State Council, read once when first asked for. */
    public static Arrangements shipped() {
        return Shipped.ARRANGEMENTS;
    }

    public Arrangements with(List<Notice> moreNotices, List<DayOverride> moreOverrides, List<WorkingHours> moreHours) {
        return new Arrangements(
                laws, join(notices, moreNotices), join(overrides, moreOverrides), join(hours, moreHours));
    }

    public Arrangements with(Notice notice) {
        return with(List.of(notice), List.of(), List.of());
    }

    public Arrangements with(DayOverride... more) {
        return with(List.of(), List.of(more), List.of());
    }

    /** The calendar of a region with everything published, whenever. */
    public WorkCalendar calendar(String region) {
        return calendar(region, LocalDate.MAX);
    }

    /** The calendar of a region as it was known at the end of a date. */
    public WorkCalendar calendar(String region, LocalDate asOf) {
        return new WorkCalendar(this, region, asOf);
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static class Shipped {
        static final Arrangements ARRANGEMENTS = ArrangementReader.readResource("/workdays/arrangements.txt");
    }
}
