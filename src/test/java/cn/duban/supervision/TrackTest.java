package cn.duban.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.MatterId;
import cn.duban.rectification.PlanTargets.Promised;
import cn.duban.supervision.Target.Counting;
import cn.duban.supervision.Target.Direction;
import cn.duban.supervision.Target.State;
import cn.duban.supervision.Target.Value;
import cn.duban.supervision.Track.Status;
import cn.duban.workdays.Rhythm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final MatterId MATTER = new MatterId(1, new UUID(0, 1));

    /** @param said confirmed values of the quarters; {@code -} for none, {@code 5?} for one that waits */
    private static Target target(Direction direction, String goal, Counting counting, String said) {
        var values = new ArrayList<Value>();
        var quarter = FIRST;
        for (var one : said.isBlank() ? new String[0] : said.strip().split(" ")) {
            if (!one.equals("-")) values.add(new Value(quarter, 1, new BigDecimal(one.replace("?", "")), one.endsWith("?") ? "reported" : "confirmed", 4, 9, 3, Instant.EPOCH, one.endsWith("?") ? null : 4));
            quarter = quarter.plusMonths(3);
        }
        return new Target(new UUID(0, 2), MATTER, "实地调研", "次", direction, new BigDecimal(goal), counting, Rhythm.QUARTERLY, FIRST, LAST, "", null, State.TRACKED, 2, 1, values);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 30, TOTAL, '8 8', 2026-07-01, ON_TRACK, 16, 14", "AT_LEAST, 30, TOTAL, '8 6', 2026-07-01, BEHIND, 14, 16", "AT_LEAST, 30, TOTAL, '15 15', 2026-07-01, REACHED, 30, 0",
        "AT_LEAST, 30, TOTAL, '', 2026-03-31, ON_TRACK, —, 30", "AT_LEAST, 30, TOTAL, '29 0.999999', 2027-01-01, LATE, 29.999999, 0.000001",
        // what waits for the supervisor counts for nothing yet
        "AT_LEAST, 30, TOTAL, '30?', 2026-04-01, BEHIND, —, 30",
        "AT_MOST, 4, TOTAL, '1 1 1 1', 2027-01-01, REACHED, 4, 0", "AT_MOST, 4, TOTAL, '2 3', 2026-05-01, LATE, 5, -1", "AT_MOST, 4, TOTAL, '1 - 1 1', 2027-01-01, LATE, 3, 1", "AT_MOST, 4, TOTAL, '1 -', 2026-08-01, BEHIND, 1, 3",
        "EXACTLY, 10, TOTAL, '4 6', 2026-07-01, REACHED, 10, 0", "EXACTLY, 10, TOTAL, '4 7', 2026-07-01, LATE, 11, 0",
        "AT_LEAST, 90, LATEST, '95 88.5', 2026-07-01, BEHIND, 88.5, 1.5", "AT_LEAST, 90, LATEST, '80 85 88 90', 2027-01-01, REACHED, 90, 0", "AT_LEAST, 90, LATEST, '95', 2027-01-01, LATE, 95, 0",
        "AT_LEAST, 1, EACH, '1 1', 2026-07-01, ON_TRACK, 2, —", "AT_LEAST, 1, EACH, '1 0', 2026-07-01, LATE, 1, —", "AT_LEAST, 1, EACH, '1 -', 2026-07-01, BEHIND, 1, —", "AT_LEAST, 1, EACH, '1 1 1 1', 2027-01-01, REACHED, 4, —"})
    void saysWhereItStandsOnADay(Direction direction, String goal, Counting counting, String said, LocalDate today, Status status, String figure, String distance) {
        var track = Track.of(target(direction, goal, counting, said), today);
        assertThat(track.status()).isEqualTo(status);
        assertThat(track.figureSaid()).isEqualTo(figure);
        assertThat(track.distanceSaid()).isEqualTo(distance);
    }

    @Test
    void aPeriodWithoutAValueIsMissingAndNotZero() {
        var track = Track.of(target(Direction.AT_LEAST, "30", Counting.TOTAL, "8 - 3?"), LocalDate.of(2026, 12, 1));
        assertThat(track.missing()).isEqualTo(1);
        assertThat(track.waiting()).isEqualTo(1);
        assertThat(track.periods()).hasSize(4).last().satisfies(cell -> assertThat(cell.ended()).isFalse());
    }

    /** One more of what is wanted, confirmed, never makes it stand worse; as days pass and nothing comes it never stands better. */
    @Test
    void moreIsNeverWorseAndTimeAloneNeverBetter() {
        var random = new Random(7);
        for (int run = 0; run < 400; run++) {
            var words = new StringBuilder();
            for (int quarter = 0; quarter < 4; quarter++) words.append(random.nextInt(3) == 0 ? "- " : random.nextInt(12) + " ");
            var today = FIRST.plusDays(random.nextInt(420));
            var before = Track.of(target(Direction.AT_LEAST, "30", Counting.TOTAL, words.toString()), today);
            var more = words.toString().replaceFirst("(\\d+|-)", "30");
            assertThat(Track.of(target(Direction.AT_LEAST, "30", Counting.TOTAL, more), LocalDate.of(2027, 1, 1)).status()).as(more).isEqualTo(Status.REACHED);
            var later = Track.of(target(Direction.AT_LEAST, "30", Counting.TOTAL, words.toString()), LAST.plusDays(1));
            assertThat(later.status()).as("%s", words).isIn(Status.REACHED, Status.LATE);
            if (before.status() == Status.LATE) assertThat(later.status()).isEqualTo(Status.LATE);
        }
    }

    private static Target promised(String op, String value, String unit, String flag, Integer year) {
        return Promises.target(new Promised(MATTER, "专报", op, value == null ? null : new BigDecimal(value), unit, "专报???00期以上", flag, year));
    }

    @Test
    void whatCannotBeReadWaitsForAPersonAndIsNeverGuessed() {
        assertThat(promised(">=", null, "期", "UNREADABLE", 2021)).satisfies(target -> {
            assertThat(target.state()).isEqualTo(State.UNREAD);
            assertThat(target.goal()).isNull();
            assertThat(Track.of(target, FIRST).status()).isEqualTo(Status.UNREAD);
        });
        assertThat(promised("~", "50", "次", null, 2021).flag()).isEqualTo("APPROXIMATE");
        assertThat(promised(">=", "50", "次", null, null).flag()).as("no year").isEqualTo("YEAR");
        assertThat(promised("every", "1", "半年", null, 2021).flag()).as("no rhythm of ours").isEqualTo("RHYTHM");
        assertThat(promised(">=", "30", "次", null, 2021)).satisfies(target -> {
            assertThat(target.state()).isEqualTo(State.TRACKED);
            assertThat(target.from()).isEqualTo("2021-01-01");
            assertThat(target.counting()).isEqualTo(Counting.TOTAL);
        });
        assertThat(promised(">=", "90", "%", null, 2021).counting()).as("shares do not add up").isEqualTo(Counting.LATEST);
        assertThat(promised("every", "1", "季度", null, 2021)).satisfies(target -> assertThat(target.counting()).isEqualTo(Counting.EACH));
    }

    @Test
    void numbersAreExact() {
        assertThat(TargetForm.number("１,200.50")).isEqualTo(new BigDecimal("1200.50"));
        assertThat(List.of("", "abc", "1.2345678", "1e5", "12345678901234567", "--1")).allMatch(text -> TargetForm.number(text) == null);
    }
}
