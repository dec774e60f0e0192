package cn.duban.workdays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A recurring period: days, weeks from Monday, half months (1–15, 16–end), months, quarters, years. */
public enum Rhythm {
    DAILY,
    WEEKLY,
    HALF_MONTH,
    MONTHLY,
    QUARTERLY,
    YEARLY;

    /** @throws IllegalArgumentException with one sentence */
    public static Rhythm parse(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        for (var rhythm : values()) if (rhythm.toString().equals(word)) return rhythm;
        throw new IllegalArgumentException(
                "周期“" + text + "”读不懂：请写 daily、weekly、half-month、monthly、quarterly 或 yearly。");
    }

    /** First day of the period that holds this day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case HALF_MONTH -> day.withDayOfMonth(day.getDayOfMonth() <= 15 ? 1 : 16);
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEARLY -> day.withDayOfYear(1);
        };
    }

    /** Last day of the period that holds this day. */
    public LocalDate endOf(LocalDate day) {
        var start = startOf(day);
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> start.plusDays(6);
            case HALF_MONTH -> start.getDayOfMonth() == 1
                    ? start.withDayOfMonth(15)
                    : start.with(TemporalAdjusters.lastDayOfMonth());
            case MONTHLY -> start.plusMonths(1).minusDays(1);
            case QUARTERLY -> start.plusMonths(3).minusDays(1);
            case YEARLY -> start.plusYears(1).minusDays(1);
        };
    }

    /** The first end of a period that lies after this day: what falls due next once this day's duty is done. */
    public LocalDate nextEnd(LocalDate after) {
        return endOf(after.plusDays(1));
    }

    public String say(Locale locale) {
        return Wording.of(locale).say("rhythm." + name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
