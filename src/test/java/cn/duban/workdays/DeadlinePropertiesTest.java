package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every day and period between 2010 and 2027; seeded, so that a failure comes back. */
class DeadlinePropertiesTest {
    private static final String[] BUDGETS = {"1wd", "5wd", "20wd", "1d", "15d", "60d", "1m", "6m", "1h", "72h", "2wh", "30wh"};
    private final WorkCalendar calendar = WorkCalendar.shipped();
    private final Deadlines deadlines = new Deadlines(calendar);

    @Test
    void countsBackWhatItAdded() {
        often(random -> {
            var from = day(random);
            int n = 1 + random.nextInt(80);
            var end = calendar.addWorkingDays(from, n);
            assertThat(calendar.working(end)).isTrue();
            assertThat(calendar.workingDaysBetween(from, end)).isEqualTo(n);
            assertThat(calendar.workingDaysBetween(end, from)).isEqualTo(-n);
            assertThat(deadlines.due(from, new Period(n, Period.Unit.WORKING_DAY)).lastDay()).isEqualTo(end);
        });
    }

    @Test
    void neverEndsADayPeriodOnARestDay() {
        often(random -> {
            var deadline = deadlines.due(day(random), Period.parse(BUDGETS[random.nextInt(8)]));
            assertThat(calendar.working(deadline.lastDay())).isTrue();
            assertThat(deadline.lastDay()).isAfterOrEqualTo(deadline.countedEnd());
        });
    }

    @Test
    void stopsAndGoesOnAtTheSameInstantWithoutLoss() {
        often(random -> {
            var start = instant(random);
            var deadline = deadlines.due(start, budget(random));
            var length = Duration.between(start, deadline.dueAt()).toSeconds();
            var at = start.plusSeconds((long) (random.nextDouble() * length));
            var left = deadlines.left(deadline, at);
            assertThat(left.expired()).isFalse();
            assertThat(Left.parse(left.toString())).isEqualTo(left);
            var goneOn = deadlines.due(at, left);
            assertThat(goneOn.dueAt()).isEqualTo(deadline.dueAt());
            assertThat(deadlines.left(goneOn, at)).isEqualTo(left);
        });
    }

    @Test
    void shiftsByTheWorkingDaysSuspended() {
        often(random -> {
            var event = day(random);
            int n = 2 + random.nextInt(30);
            var plain = deadlines.due(event, new Period(n, Period.Unit.WORKING_DAY));
            var began = event.plusDays(random.nextInt(n));
            var ended = began.plusDays(random.nextInt(40));
            var suspension = new Suspension(began, ended, "中止");
            var counting = Counting.USUAL.suspended(suspension);
            var shifted = deadlines.due(event, new Period(n, Period.Unit.WORKING_DAY), counting);
            var pausedDays = calendar.workingDaysBetween(began, ended);
            assertThat(shifted.lastDay()).isEqualTo(calendar.addWorkingDays(plain.lastDay(), pausedDays));
            // and a clock that stops and goes on finds the same day
            var stopped = deadlines.left(plain, noon(began));
            assertThat(deadlines.due(noon(ended), stopped).lastDay()).isEqualTo(shifted.lastDay());
        });
    }

    @Test
    void keepsThePastAsItWasKnown() {
        var fresh = new Notice(
                "000000", 2027, LocalDate.of(2026, 11, 30), "补充通知",
                java.util.List.of(new MarkedDay(LocalDate.of(2026, 12, 31), DayKind.OFF, "元旦")));
        var later = Arrangements.shipped().with(fresh);
        often(random -> {
            var asOf = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(6177)); // up to 29 November 2026
            var event = day(random);
            var budget = budget(random);
            var then = new Deadlines(Arrangements.shipped().calendar("370200", asOf)).due(event, budget);
            var now = new Deadlines(later.calendar("370200", asOf)).due(event, budget);
            assertThat(now).isEqualTo(then);
        });
    }

    @Test
    void numbersEveryCountedDayOnce() {
        often(random -> {
            int n = 1 + random.nextInt(60);
            var trail = deadlines.due(day(random), new Period(n, Period.Unit.WORKING_DAY)).days();
            assertThat(trail.stream().filter(d -> d.number() > 0).map(CountedDay::number).toList())
                    .isEqualTo(java.util.stream.IntStream.rangeClosed(1, n).boxed().toList());
            for (int i = 1; i < trail.size(); i++)
                assertThat(trail.get(i).day().date()).isEqualTo(trail.get(i - 1).day().date().plusDays(1));
        });
    }

    private static void often(Consumer<Random> property) {
        for (long seed = 0; seed < 2000; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(6400));
    }

    private static Instant instant(Random random) {
        return day(random).atStartOfDay(Deadlines.CHINA).toInstant().plusSeconds(random.nextInt(86_400));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Deadlines.CHINA).toInstant();
    }

    private static Period budget(Random random) {
        return Period.parse(BUDGETS[random.nextInt(BUDGETS.length)]);
    }
}
