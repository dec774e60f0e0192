package cn.duban.publication;

import cn.duban.workdays.Rhythm;
import cn.duban.workdays.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin that is begun by itself: after every working day, every week on a day, or on the last working day of each half month, month or quarter. Pure.
 *
 * @param weekday of a weekly one; null for the others
 * @param template null for whichever fits on the day
 * @param person in whose to-do list it stands, in {@code post}
 */
record Schedule(int tenant, int no, String ledger, @Nullable String type, Rhythm rhythm, @Nullable DayOfWeek weekday, int person, int post, int unit, LocalDate since,
        @Nullable Integer template) {

    /** The day in the period of another on which it is begun; where the whole period is off, its last day. */
    LocalDate day(LocalDate within, WorkCalendar calendar) {
        var last = rhythm.endOf(within);
        // a day is told of once it is over
        if (rhythm == Rhythm.DAILY) return last.plusDays(1);
        if (weekday != null) return rhythm.startOf(within).plusDays(weekday.getValue() - 1L);
        for (var day = last; !day.isBefore(rhythm.startOf(within)); day = day.minusDays(1)) if (calendar.working(day)) return day;
        return last;
    }

    /** The period that is due to be begun on a day, the day itself or since; the one before where this one's day has not come. */
    Scope due(LocalDate today, WorkCalendar calendar) {
        var within = day(today, calendar).isAfter(today) ? rhythm.startOf(today).minusDays(1) : today;
        return Scope.of(ledger, type, rhythm, within);
    }

    /** Nobody is told of a day on which nobody worked. */
    boolean tells(Scope scope, WorkCalendar calendar) {
        return rhythm != Rhythm.DAILY || calendar.working(scope.from());
    }

    LocalDate next(LocalDate today, WorkCalendar calendar) {
        var day = day(today, calendar);
        return day.isBefore(today) ? day(rhythm.endOf(today).plusDays(1), calendar) : day;
    }
}
