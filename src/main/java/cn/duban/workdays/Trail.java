package cn.duban.workdays;

import cn.duban.workdays.CountedDay.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a calendar day by day and remembers each step: the arithmetic behind {@link Deadlines}. */
final class Trail {
    private final WorkCalendar calendar;
    private final Counting counting;
    private final List<CountedDay> days = new ArrayList<>();

    Trail(WorkCalendar calendar, Counting counting) {
        this.calendar = calendar;
        this.counting = counting;
    }

    List<CountedDay> days() {
        return days;
    }

    /** The day on which {@code total} days are counted; with 0 the event day itself. */
    LocalDate count(LocalDate event, long total, boolean workingDays) {
        var day = event;
        int number = 0;
        if (!counting.fromEventDay() || total == 0) {
            add(day, 0, Step.EVENT);
            if (total == 0) return day;
            day = day.plusDays(1);
        }
        while (true) {
            if (suspension(day) != null) add(day, 0, Step.SUSPENDED);
            else if (workingDays && !calendar.working(day)) add(day, 0, Step.RESTED);
            else add(day, ++number, Step.COUNTED);
            if (number == total) return day;
            day = day.plusDays(1);
        }
    }

    /** The end itself when it is worked, else the first working day after it (《民法典》第二百零三条). */
    LocalDate rollOver(LocalDate end) {
        if (calendar.working(end)) return end;
        var day = end.plusDays(1);
        for (; !calendar.working(day); day = day.plusDays(1)) add(day, 0, Step.ROLLED);
        add(day, 0, Step.ROLLED_ONTO);
        return day;
    }

    /** The instant at which the budget has run; only inside working hours, or round the clock. */
    Instant run(Instant start, Duration budget, boolean workingHours, ZoneId zone) {
        var left = budget;
        for (var day = start.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            if (suspension(day) != null) {
                add(day, 0, Step.SUSPENDED);
                continue;
            }
            if (workingHours && !calendar.working(day)) {
                add(day, 0, Step.RESTED);
                continue;
            }
            var ran = Duration.ZERO;
            for (var stretch : stretches(day, workingHours, zone)) {
                var from = stretch.from.isBefore(start) ? start : stretch.from;
                if (!from.isBefore(stretch.to) && !left.isZero()) continue;
                var room = Duration.between(from, stretch.to);
                if (left.compareTo(room) <= 0) {
                    addRunning(day, ran.plus(left));
                    return from.plus(left);
                }
                left = left.minus(room);
                ran = ran.plus(room);
            }
            addRunning(day, ran);
        }
    }

    /** How much time runs between two instants. */
    Duration between(Instant from, Instant to, boolean workingHours, ZoneId zone) {
        var sum = Duration.ZERO;
        var last = to.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (suspension(day) != null || (workingHours && !calendar.working(day))) continue;
            for (var stretch : stretches(day, workingHours, zone)) {
                var begin = stretch.from.isBefore(from) ? from : stretch.from;
                var end = stretch.to.isAfter(to) ? to : stretch.to;
                if (begin.isBefore(end)) sum = sum.plus(Duration.between(begin, end));
            }
        }
        return sum;
    }

    private record Stretch(Instant from, Instant to) {}

    private List<Stretch> stretches(LocalDate day, boolean workingHours, ZoneId zone) {
        if (!workingHours) {
            return List.of(new Stretch(
                    day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant()));
        }
        return calendar.hours(day).stream()
                .map(span -> new Stretch(
                        day.atTime(span.opens()).atZone(zone).toInstant(),
                        day.atTime(span.closes()).atZone(zone).toInstant()))
                .toList();
    }

    private @Nullable Suspension suspension(LocalDate day) {
        for (var suspension : counting.suspensions()) if (suspension.holds(day)) return suspension;
        return null;
    }

    private void add(LocalDate day, int number, Step step) {
        days.add(new CountedDay(calendar.day(day), number, step, suspension(day), Duration.ZERO));
    }

    private void addRunning(LocalDate day, Duration ran) {
        days.add(new CountedDay(calendar.day(day), 0, Step.RUNNING, null, ran));
    }
}
