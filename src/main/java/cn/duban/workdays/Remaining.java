package cn.duban.workdays;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a deadline is, for people: 还有3个工作日, 今天到期, 已逾期2个工作日.
 *
 * @param workingDays after today up to the last day, or after the last day up to today when overdue
 * @param lastDayIsToday it ends today
 * @param time for hour periods, the time to or since the end
 */
public record Remaining(int workingDays, boolean lastDayIsToday, boolean overdue, @Nullable Duration time) {

    public String say(Locale locale) {
        var words = Wording.of(locale);
        if (time != null && (lastDayIsToday || workingDays == 0))
            return words.say(overdue ? "remaining.overdue" : "remaining.left", words.hours(time, false));
        if (workingDays == 0)
            return words.say(overdue ? "remaining.justOverdue" : lastDayIsToday ? "remaining.today" : "remaining.rest");
        return words.say(
                overdue ? "remaining.overdue" : "remaining.left",
                words.amount(workingDays, Period.Unit.WORKING_DAY.name()));
    }
}
