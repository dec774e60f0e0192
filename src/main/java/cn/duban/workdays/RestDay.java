package cn.duban.workdays;

import cn.duban.web.Dates;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day on which nobody works, between the working days around it. Somebody who sets a last day by hand is told; the day
 * stays the one they chose, because a day that was named is never moved.
 */
public record RestDay(CalendarDay day, LocalDate before, LocalDate after) {

    public static Optional<RestDay> of(WorkCalendar calendar, LocalDate date) {
        if (calendar.working(date)) return Optional.empty();
        return Optional.of(new RestDay(calendar.day(date), calendar.addWorkingDays(date, -1), calendar.addWorkingDays(date, 1)));
    }

    /** The whole sentence in the reader's language. */
    public String text() {
        var why = day.name().isEmpty() ? Words.say("workdays.rest.weekend") : day.name();
        return Words.say("workdays.rest", Dates.day(day.date()), why, Dates.day(before), Dates.day(after));
    }
}
