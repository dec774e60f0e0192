package cn.duban.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.escalation.Climb.Made;
import cn.duban.escalation.Climb.Next;
import cn.duban.escalation.Step.From;
import cn.duban.escalation.Step.Whom;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.WorkCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which step is due at an instant: by hand, and over many ladders at random. */
class ClimbTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.shipped();
    private static final ZoneId ZONE = Deadlines.CHINA;
    /** A Friday before a weekend. */
    private static final LocalDate LAST = LocalDate.of(2026, 3, 13);

    static Step step(int no, From from, int days, boolean working, int reply) {
        return new Step(no, Kind.CHASER, null, from, days, working, null, Whom.UNIT, reply, BigDecimal.ZERO, "", false, "", "");
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private static Climb climb(List<Made> made, Step... steps) {
        return new Climb(List.of(steps), LAST, start(LAST.plusDays(1)), start(LAST.minusDays(30)), made, CALENDAR, ZONE);
    }

    private static LocalDate day(Climb climb) {
        return climb.next().orElseThrow().day();
    }

    @Test
    void countsWorkingAndCalendarDaysFromTheEnd() {
        assertThat(day(climb(List.of(), step(1, From.END, 1, true, 0)))).as("Monday").isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(day(climb(List.of(), step(1, From.END, 1, false, 0)))).isEqualTo(LocalDate.of(2026, 3, 14));
        assertThat(day(climb(List.of(), step(1, From.END, 0, true, 0)))).isEqualTo(LocalDate.of(2026, 3, 14));
        assertThat(day(climb(List.of(), step(1, From.END, -2, true, 0)))).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(day(climb(List.of(), step(1, From.END, -10, false, 0)))).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @Test
    void comesNeverWhereItsMomentLayBeforeTheRun() {
        var climb = new Climb(List.of(step(1, From.END, -5, true, 0), step(2, From.END, 1, true, 0)), LAST, start(LAST.plusDays(1)), start(LAST.minusDays(1)), List.of(), CALENDAR, ZONE);
        assertThat(climb.next().orElseThrow().step().no()).isEqualTo(2);
    }

    /** An hour that ends in the afternoon is not late in the morning of its day. */
    @Test
    void waitsForTheHourOfAClockInHours() {
        var noon = LAST.atTime(15, 30).atZone(ZONE).toInstant();
        var climb = new Climb(List.of(step(1, From.END, 0, true, 0)), LAST.minusDays(1), noon, start(LAST.minusDays(1)), List.of(), CALENDAR, ZONE);
        assertThat(climb.next().orElseThrow().at()).isEqualTo(noon);
    }

    @Test
    void risesWhenTheStepBeforeWasNotAnswered() {
        var steps = new Step[] {step(1, From.END, 1, true, 2), step(2, From.UNANSWERED, 1, true, 2)};
        var due = LocalDate.of(2026, 3, 18);
        assertThat(day(climb(List.of(new Made(1, true, false, due)), steps))).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(climb(List.of(new Made(1, true, true, due)), steps).next()).as("answered").isEmpty();
        assertThat(climb(List.of(new Made(1, false, false, due)), steps).next()).as("revoked").isEmpty();
        assertThat(climb(List.of(new Made(1, true, false, null)), steps).next()).as("no reply is asked for").isEmpty();
    }

    @Test
    void passesOverWhatCannotComeAndNeverGoesBack() {
        var steps = new Step[] {step(1, From.END, 1, true, 2), step(2, From.UNANSWERED, 1, true, 2), step(3, From.END, 10, true, 0)};
        assertThat(climb(List.of(new Made(1, true, false, LocalDate.of(2026, 3, 18))), step(1, From.END, 1, true, 2), step(2, From.END, 10, true, 2), step(3, From.UNANSWERED, 1, true, 0)).next().orElseThrow().step().no()).as("of the step before, not of one before that").isEqualTo(2);
        var answered = new Made(1, true, true, LocalDate.of(2026, 3, 18));
        assertThat(climb(List.of(answered), steps).next().orElseThrow().step().no()).isEqualTo(3);
        assertThat(climb(List.of(new Made(1, true, false, LocalDate.of(2026, 3, 18)), new Made(3, true, false, null)), steps).next()).isEmpty();
    }

    /** Looked at every day, every other day or once at the end: the same steps, each once, in the same order, and never before their moment. */
    @Test
    void makesTheSameStepsHoweverOftenAnybodyLooks() {
        var random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            var steps = ladder(random);
            var began = LAST.minusDays(random.nextInt(40));
            var daily = walk(steps, began, 1, 0);
            assertThat(daily).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.naturalOrder());
            var late = walk(steps, began, 1 + random.nextInt(9), random.nextInt(60));
            var last = walk(steps, began, 400, 0);
            assertThat(late).as("%s", steps).isEqualTo(daily);
            assertThat(last).as("all at once").isEqualTo(daily);
            var expected = steps.stream().filter(step -> step.days() >= 0 || !start(plus(step)).isBefore(start(began))).map(Step::no).toList();
            assertThat(daily).as("%s", steps).isEqualTo(expected);
        }
    }

    private static LocalDate plus(Step step) {
        return step.working() ? CALENDAR.addWorkingDays(LAST, step.days()) : LAST.plusDays(step.days());
    }

    /** Steps counted from the end alone, in order of their moments: what an editor lets through. */
    private static List<Step> ladder(Random random) {
        var steps = new ArrayList<Step>();
        var days = -random.nextInt(12);
        var working = random.nextBoolean();
        for (int no = 1; no <= 1 + random.nextInt(6); no++) {
            steps.add(step(no, From.END, days, working, 0));
            days += random.nextInt(8);
        }
        return steps;
    }

    private static List<Integer> walk(List<Step> steps, LocalDate began, int every, int outage) {
        var made = new ArrayList<Made>();
        var order = new ArrayList<Integer>();
        for (int at = -60 + outage; at < 460; at += every) {
            var now = start(LAST.plusDays(at));
            if (now.isBefore(start(began))) continue;
            for (Optional<Next> next; (next = new Climb(steps, LAST, start(LAST.plusDays(1)), start(began), made, CALENDAR, ZONE).next()).filter(n -> n.due(now)).isPresent(); ) {
                assertThat(next.get().at()).isBeforeOrEqualTo(now);
                order.add(next.get().step().no());
                made.add(new Made(next.get().step().no(), true, false, null));
            }
        }
        return order;
    }
}
