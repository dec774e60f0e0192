package cn.duban.workdays;

import java.time.LocalDate;
import java.util.List;

/**
 * A published arrangement of the days of one year for a region and all regions below it (节假日安排的通知). A year may
 * have several: each speaks for the days that it names, and the later publication wins. A second notice of the same
 * region, year and publication date is a correction and replaces the first.
 */
public record Notice(String region, int year, LocalDate publishedOn, String title, List<MarkedDay> days) {

    public Notice {
        days = List.copyOf(days);
    }

    /** Where a notice does not say when it was published, it counts as known from 1 December of the year before. */
    public static LocalDate assumedPublication(int year) {
        return LocalDate.of(year - 1, 12, 1);
    }

    public static String usualTitle(int year) {
        return "国务院办公厅关于" + year + "年部分节假日安排的通知";
    }

    /** The first day on which this notice can change a count: it settles the whole year, provisional until then. */
    public LocalDate firstDay() {
        return days.stream().map(MarkedDay::day).reduce(LocalDate.of(year, 1, 1), (a, b) -> a.isBefore(b) ? a : b);
    }

    public LocalDate lastDay() {
        return days.stream().map(MarkedDay::day).reduce(LocalDate.of(year, 12, 31), (a, b) -> a.isAfter(b) ? a : b);
    }
}
