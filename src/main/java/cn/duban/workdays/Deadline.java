package cn.duban.workdays;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, and why.
 *
 * @param event the day of the event
 * @param startedAt for hour periods, the instant from which they run
 * @param period the budget counted; null for what was left of a budget
 * @param extending the deadline that this one extends, if it does
 * @param measure in what it is counted, also when it stops and goes on
 * @param countedEnd the last day by counting alone, before a roll-over
 * @param lastDay the last day on which the duty can be done
 * @param dueAt the instant after which it is overdue: 24:00 of the last day, or the very instant for hours
 * @param days every day from the event to the last day
 * @param basis the rules applied, in Chinese
 * @param provisional a day on the way lies in a year whose notice was not known
 */
public record Deadline(
        LocalDate event,
        @Nullable Instant startedAt,
        @Nullable Period period,
        @Nullable Deadline extending,
        Left.Measure measure,
        Counting counting,
        LocalDate countedEnd,
        LocalDate lastDay,
        Instant dueAt,
        ZoneId zone,
        List<CountedDay> days,
        List<String> basis,
        boolean provisional) {

    public Deadline {
        days = List.copyOf(days);
        basis = List.copyOf(basis);
    }

    public boolean overdueAt(Instant instant) {
        return !instant.isBefore(dueAt);
    }

    public boolean rolledOver() {
        return !countedEnd.equals(lastDay);
    }

    /** The rule in one sentence, such as 自2026年2月9日的次日起算20个工作日,到2026年3月13日(周五)24时止。 */
    public String rule(Locale locale) {
        return Wording.of(locale).rule(this);
    }

    /** The whole explanation, one sentence or day a line. */
    public List<String> explain(Locale locale) {
        return Wording.of(locale).explain(this);
    }
}
