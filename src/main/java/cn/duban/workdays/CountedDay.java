package cn.duban.workdays;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One day on the way to a deadline.
 *
 * @param number the how-manieth day it is, 0 when it does not count
 * @param step why it counts or not
 * @param suspension the suspension that holds it, if one does
 * @param running for hour periods, the time that runs on this day
 */
public record CountedDay(
        CalendarDay day, int number, Step step, @Nullable Suspension suspension, Duration running) {

    public enum Step {
        /** The event itself: not counted. */
        EVENT,
        COUNTED,
        /** A rest day in a working-day period. */
        RESTED,
        SUSPENDED,
        /** The counted end fell on a rest day; the deadline moves over this day. */
        ROLLED,
        /** The working day onto which the deadline moved. */
        ROLLED_ONTO,
        /** Hours run on this day. */
        RUNNING
    }

    /** The whole line: the day, its number or that it is skipped, and why. */
    public String say(Locale locale) {
        return Wording.of(locale).counted(this);
    }
}
