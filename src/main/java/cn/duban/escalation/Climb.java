package cn.duban.escalation;

import cn.duban.workdays.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one breach has climbed a ladder, and which step is next. Pure: what is due at an instant is a function of the clock, the ladder and
 * what was made so far.
 *
 * @param steps those of the ladder that the clock takes, in order
 * @param base the last day of the clock, or the eve of the ladder where the clock ended before there was one
 * @param dueAt the end of the clock
 * @param beganAt when the run began: what should have come before that never comes
 * @param made what was made for this breach
 */
record Climb(List<Step> steps, LocalDate base, Instant dueAt, Instant beganAt, List<Made> made, WorkCalendar calendar, ZoneId zone) {

    /**
     * A step that was made.
     *
     * @param stands neither declined nor revoked, and issued
     * @param replyDue null where no reply is asked for
     */
    record Made(int step, boolean stands, boolean answered, @Nullable LocalDate replyDue) {}

    /** @param day the day on which it comes */
    record Next(Step step, Instant at, LocalDate day) {

        boolean due(Instant now) {
            return !at.isAfter(now);
        }
    }

    /** The one that comes first, of equal moments the lower; empty where none is left, or none can be dated before something else happens. A step that was passed over is not taken up later. */
    Optional<Next> next() {
        int reached = made.stream().mapToInt(Made::step).max().orElse(0);
        return steps.stream().filter(step -> step.no() > reached).flatMap(step -> dated(step).stream()).min(Comparator.comparing(Next::at).thenComparing(next -> next.step().no()));
    }

    private Optional<Next> dated(Step step) {
        if (step.from() == Step.From.END) {
            var next = step.days() == 0 ? new Next(step, later(dueAt, startOf(base.plusDays(1))), base.plusDays(1)) : at(step, base);
            if (step.days() < 0) return next.at().isBefore(beganAt) ? Optional.empty() : Optional.of(next);
            return Optional.of(new Next(step, later(next.at(), dueAt), next.day()));
        }
        var before = steps.indexOf(step) - 1;
        return made.stream().filter(one -> before >= 0 && one.step() == steps.get(before).no()).findFirst().filter(one -> one.stands() && !one.answered()).map(Made::replyDue)
                .map(due -> step.days() == 0 ? new Next(step, startOf(due.plusDays(1)), due.plusDays(1)) : at(step, due));
    }

    private Next at(Step step, LocalDate from) {
        var day = step.working() ? calendar.addWorkingDays(from, step.days()) : from.plusDays(step.days());
        return new Next(step, startOf(day), day);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** An hour within a day ends after that day began. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
