package cn.duban.workdays;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One engine for every period: event and budget in, {@link Deadline} out, on one calendar and in one time zone. Rules of
 * 《民法典》第二百零一条至第二百零四条 unless a {@link Counting} departs from them.
 */
public record Deadlines(WorkCalendar calendar, ZoneId zone) {
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public Deadlines(WorkCalendar calendar) {
        this(calendar, CHINA);
    }

    public Deadline due(LocalDate event, Period period) {
        return due(event, period, Counting.USUAL);
    }

    /** Hours run from the beginning of the event day when only the day is known. */
    public Deadline due(LocalDate event, Period period, Counting counting) {
        return due(event, event.atStartOfDay(zone).toInstant(), period, counting, null);
    }

    public Deadline due(Instant event, Period period) {
        return due(event, period, Counting.USUAL);
    }

    public Deadline due(Instant event, Period period, Counting counting) {
        return due(dayOf(event), event, period, counting, null);
    }

    /** One more period, counted on from the end of the first (《民法典》第二百零一条); suspensions and law stay. */
    public Deadline extended(Deadline original, Period more) {
        var counting = new Counting(
                false, original.counting().rollsOver(), original.counting().suspensions(), original.counting().law());
        return due(original.lastDay(), original.dueAt(), more, counting, original);
    }

    /** What is left at an instant: the day itself counts as used, as the day of an event does not count for the rest. */
    public Left left(Deadline deadline, Instant at) {
        var measure = deadline.measure();
        if (deadline.overdueAt(at)) return new Left(0, measure, deadline.dueAt());
        var started = deadline.startedAt();
        if (started != null) {
            var from = at.isBefore(started) ? started : at;
            var time = new Trail(calendar, deadline.counting())
                    .between(from, deadline.dueAt(), measure == Left.Measure.WORKING_SECONDS, zone);
            return Left.of(time.toSeconds(), measure);
        }
        var today = dayOf(at);
        return Left.of(
                deadline.days().stream()
                        .filter(d -> d.number() > 0 && d.day().date().isAfter(today))
                        .count(),
                measure);
    }

    /** What is left of a period that began with an event, at an instant. */
    public Left left(Instant start, Period period, Instant at) {
        return left(due(start, period), at);
    }

    public Deadline due(Instant from, Left left) {
        return due(from, left, Counting.USUAL);
    }

    /** The deadline of what was left, going on at {@code from}; the day of {@code from} is not counted. */
    public Deadline due(Instant from, Left left, Counting counting) {
        var event = dayOf(from);
        var expired = left.expiredAt();
        if (expired != null) {
            var last = dayOf(expired.minusNanos(1));
            return new Deadline(
                    event, null, null, null, left.measure(), counting, last, last, expired, zone, List.of(),
                    basis(left.measure(), false, counting), false);
        }
        var goingOn = new Counting(false, counting.rollsOver(), counting.suspensions(), counting.law());
        return switch (left.measure()) {
            case SECONDS, WORKING_SECONDS -> hourly(
                    event, from, null, Duration.ofSeconds(left.amount()), left.measure(), goingOn, null);
            case DAYS, WORKING_DAYS -> daily(event, null, left.amount(), left.measure(), goingOn, null);
        };
    }

    /** The next end of a rhythm after a day; on a rest day it moves to the next working day. */
    public Deadline next(Rhythm rhythm, LocalDate after) {
        var end = rhythm.nextEnd(after);
        return daily(after, null, ChronoUnit.DAYS.between(after, end), Left.Measure.DAYS, Counting.USUAL, null);
    }

    public Remaining remaining(Deadline deadline, Instant at) {
        return remaining(deadline.dueAt(), at);
    }

    /** How far a stored due instant is; one that is not midnight belongs to an hour period. */
    public Remaining remaining(Instant dueAt, Instant at) {
        var today = dayOf(at);
        var lastDay = dayOf(dueAt.minusNanos(1));
        var overdue = !at.isBefore(dueAt);
        var workingDays = overdue
                ? calendar.workingDaysBetween(lastDay, today)
                : calendar.workingDaysBetween(today, lastDay);
        var wholeDay = dueAt.equals(lastDay.plusDays(1).atStartOfDay(zone).toInstant());
        var time = wholeDay ? null : Duration.between(at, dueAt).abs();
        return new Remaining(workingDays, today.equals(lastDay), overdue, time);
    }

    private Deadline due(
            LocalDate event, Instant at, Period period, Counting counting, @Nullable Deadline extending) {
        var measure = Left.Measure.of(period.unit());
        return switch (period.unit()) {
            case HOUR, WORKING_HOUR -> hourly(
                    event, at, period, Duration.ofHours(period.amount()), measure, counting, extending);
            case WORKING_DAY, DAY -> daily(event, period, period.amount(), measure, counting, extending);
            case MONTH -> daily(event, period, monthDays(event, period.amount(), counting), measure, counting, extending);
        };
    }

    /**
     * How many days the months are: up to the day of the same number, or the last of the month where there is none
     * (《民法典》第二百零二条); up to the day before it when the event day itself is counted.
     */
    private static long monthDays(LocalDate event, int months, Counting counting) {
        var end = event.plusMonths(months);
        var days = ChronoUnit.DAYS.between(event, end);
        return counting.fromEventDay() && end.getDayOfMonth() != event.getDayOfMonth() ? days + 1 : days;
    }

    private Deadline daily(
            LocalDate event,
            @Nullable Period period,
            long amount,
            Left.Measure measure,
            Counting counting,
            @Nullable Deadline extending) {
        var workingDays = measure == Left.Measure.WORKING_DAYS;
        var trail = new Trail(calendar, counting);
        var counted = trail.count(event, amount, workingDays);
        var last = counting.rollsOver() || workingDays ? trail.rollOver(counted) : counted;
        // Calendar days are the same in every year; only where they end does the notice matter.
        var provisional = trail.days().stream()
                .map(CountedDay::day)
                .filter(d -> workingDays || (counting.rollsOver() && !d.date().isBefore(counted)))
                .anyMatch(CalendarDay::provisional);
        var months = period != null && period.unit() == Period.Unit.MONTH;
        return new Deadline(
                event,
                null,
                period,
                extending,
                measure,
                counting,
                counted,
                last,
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                zone,
                trail.days(),
                basis(measure, months, counting),
                provisional);
    }

    private Deadline hourly(
            LocalDate event,
            Instant start,
            @Nullable Period period,
            Duration budget,
            Left.Measure measure,
            Counting counting,
            @Nullable Deadline extending) {
        var workingHours = measure == Left.Measure.WORKING_SECONDS;
        var trail = new Trail(calendar, counting);
        var due = trail.run(start, budget, workingHours, zone);
        var last = dayOf(due.minusNanos(1));
        var provisional = workingHours && trail.days().stream().anyMatch(d -> d.day().provisional());
        return new Deadline(
                event, start, period, extending, measure, counting, last, last, due, zone, trail.days(),
                basis(measure, false, counting), provisional);
    }

    private static List<String> basis(Left.Measure measure, boolean months, Counting counting) {
        var basis = new ArrayList<String>();
        if (counting.law() != null) basis.add(counting.law());
        switch (measure) {
            case WORKING_DAYS -> basis.add("《中华人民共和国民法典》第二百零一条、第二百零三条、第二百零四条");
            case DAYS -> basis.add(
                    "《中华人民共和国民法典》第二百零一条、" + (months ? "第二百零二条、" : "") + (counting.rollsOver() ? "第二百零三条" : "第二百零四条"));
            case SECONDS, WORKING_SECONDS -> basis.add("《中华人民共和国民法典》第二百零一条第二款、第二百零四条");
        }
        return basis;
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
