package cn.duban.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The periods for which there are sums. Each day lies in one of each, so that any stretch of days is put together from a few. */
enum Span {
    DAY,
    /** 上旬、中旬、下旬. */
    THIRD,
    MONTH,
    YEAR;

    /** Before it nothing was ever entered. */
    static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    /** Neighbouring periods of one size, by their first days. */
    record Run(Span span, LocalDate from, LocalDate to) {}

    /** The first day of the period that a day lies in. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case THIRD -> day.withDayOfMonth(day.getDayOfMonth() > 20 ? 21 : day.getDayOfMonth() > 10 ? 11 : 1);
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private LocalDate next(LocalDate first) {
        return switch (this) {
            case DAY -> first.plusDays(1);
            case THIRD -> first.getDayOfMonth() == 21 ? first.plus(1, ChronoUnit.MONTHS).withDayOfMonth(1) : first.plusDays(10);
            case MONTH -> first.plusMonths(1);
            case YEAR -> first.plusYears(1);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As few periods as hold every day from one to another once; none before the beginning. */
    static List<Run> cover(LocalDate from, LocalDate to) {
        var runs = new ArrayList<Run>();
        for (var day = from.isBefore(BEGINNING) ? BEGINNING : from; !day.isAfter(to); ) {
            var span = DAY;
            for (var larger : values()) if (larger.first(day).equals(day) && !larger.next(day).minusDays(1).isAfter(to)) span = larger;
            var on = runs.isEmpty() || runs.getLast().span != span ? day : runs.removeLast().from;
            runs.add(new Run(span, on, day));
            day = span.next(day);
        }
        return runs;
    }
}
