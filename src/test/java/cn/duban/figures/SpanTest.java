package cn.duban.figures;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.figures.Counts.Stay;
import cn.duban.ledger.Circle;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days put together from longer periods, what stretches add to them, and the stay in the middle. */
class SpanTest {

    private static final Circle CIRCLE = new Circle(false, Secrecy.INTERNAL, List.of(7));

    private final Random random = new Random(4);

    private LocalDate day() {
        return LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1400));
    }

    @Test
    void coversEveryDayOnceWithFewPeriods() {
        for (int i = 0; i < 300; i++) {
            var from = i == 0 ? Span.BEGINNING : day();
            var to = day();
            var days = new ArrayList<LocalDate>();
            for (var run : Span.cover(from, to)) for (var day = run.from(); !run.span().first(day).isAfter(run.to()); day = day.plusDays(1)) days.add(day);
            assertThat(days).as(from + " to " + to).isEqualTo(from.isAfter(to) ? List.of() : from.datesUntil(to.plusDays(1)).toList());
            assertThat(Span.cover(from, to)).hasSizeLessThanOrEqualTo(7);
        }
        assertThat(Span.cover(LocalDate.MIN, LocalDate.of(1970, 1, 2))).containsExactly(new Span.Run(Span.DAY, Span.BEGINNING, LocalDate.of(1970, 1, 2)));
    }

    /** Also where an hour is left out or told twice. */
    @Test
    void addsUpToWhatStoodAtTheEndOfEachDayAndHappenedUntilThen() {
        for (var zone : List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("America/Santiago"))) {
            var stretches = IntStream.range(0, 250).mapToObj(i -> stretch(zone)).toList();
            var delta = new Delta(zone);
            stretches.forEach(stretch -> delta.add(CIRCLE, stretch, 1));
            var rows = delta.tallies();
            for (int i = 0; i < 150; i++) {
                var day = day();
                var end = day.plusDays(1).atStartOfDay(zone).toInstant();
                for (var kind : Kind.STANDING)
                    assertThat(sum(rows, Span.BEGINNING, day, kind)).as(zone + " " + day + " " + kind).isEqualTo(stretches.stream().map(kind::of).filter(counts -> counts != null && counts.at(end)).count());
                var since = day();
                var start = since.atStartOfDay(zone).toInstant();
                for (var kind : Kind.TURNS)
                    assertThat(sum(rows, since, day, kind)).as(zone + " " + since + " to " + day + " " + kind).isEqualTo(stretches.stream().filter(s -> kind.began(s) && !s.beganAt().isBefore(start) && s.beganAt().isBefore(end)).count());
            }
            assertThat(Kind.STANDING).allMatch(kind -> rows.stream().anyMatch(row -> row.counts()[kind.ordinal()] != 0));
            stretches.forEach(stretch -> delta.add(CIRCLE, stretch, -1));
            assertThat(delta.tallies()).isEmpty();
            assertThat(delta.stays()).isEmpty();
        }
    }

    private Stretch stretch(ZoneId zone) {
        var began = instant(zone);
        var ended = random.nextInt(4) == 0 ? null : began.plus(random.nextInt(200), ChronoUnit.DAYS).plusSeconds(random.nextInt(2) * random.nextInt(86_400));
        var late = random.nextInt(5) == 0 ? null : began.plus(random.nextInt(400) - 200, ChronoUnit.DAYS).plus(random.nextInt(3) - 1, ChronoUnit.MICROS);
        var turn = random.nextInt(3) == 0 ? null : Turn.values()[random.nextInt(4)];
        return new Stretch(began, ended, turn, random.nextInt(3) == 0 ? null : random.nextBoolean(), "working", began.minusSeconds(random.nextInt(10_000_000)), "l", "t", "s", "open", random.nextInt(4) == 0 ? Phase.DRAFT : Phase.OPEN, null, null, late);
    }

    private Instant instant(ZoneId zone) {
        var midnight = day().atStartOfDay(zone).toInstant();
        return random.nextInt(3) == 0 ? midnight : midnight.plusSeconds(random.nextInt(90_000));
    }

    private static long sum(List<Delta.TallyRow> rows, LocalDate from, LocalDate to, Kind kind) {
        return Span.cover(from, to).stream().mapToLong(run -> rows.stream().filter(row -> row.span() == run.span() && !row.first().isBefore(run.from()) && !row.first().isAfter(run.to())).mapToInt(row -> row.counts()[kind.ordinal()]).sum()).sum();
    }

    @Test
    void tellsTheStayThatHalfDidNotExceed() {
        for (int i = 0; i < 200; i++) {
            var tenths = random.ints(1 + random.nextInt(12), 0, 6).boxed().toList();
            var sorted = new ArrayList<>(tenths);
            Collections.sort(sorted);
            var stays = tenths.stream().map(t -> new Stay("t", "a", "b", t, 1)).toList();
            assertThat(Median.of(stays)).as(tenths.toString()).containsExactly(new Median("t", "a", "b", tenths.size(), sorted.get((sorted.size() - 1) / 2)));
        }
        assertThat(Median.of(List.of(new Stay("t", "a", "b", 3, 1), new Stay("t", "a", "b", 3, -1), new Stay("t", "c", "d", 1, 1), new Stay("t", "b", "c", 9, 2))))
                .extracting(Median::from, Median::tenths).containsExactly(org.assertj.core.api.Assertions.tuple("b", 9), org.assertj.core.api.Assertions.tuple("c", 1));
        assertThat(Map.of(0L, 0, 4319L, 0, 4320L, 1, 12_960L, 2, 86_400L, 10)).allSatisfy((seconds, wanted) -> assertThat(stayed(seconds).tenths()).isEqualTo(wanted));
    }

    private static Stretch stayed(long seconds) {
        var began = Instant.parse("2026-01-01T00:00:00Z");
        return new Stretch(began, null, null, null, "a", began.minusSeconds(seconds), "l", "t", "s", "b", Phase.OPEN, null, null, null);
    }
}
