package cn.duban.figures;

import cn.duban.figures.Lot.Way;
import cn.duban.ledger.Circle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** What is to be added to the sums, gathered over a batch. Pure. */
final class Delta {

    private final ZoneId zone;
    private final Map<Lot, Map<LocalDate, int[]>> tallies = new HashMap<>();
    private final Map<Way, Map<LocalDate, Map<Integer, Integer>>> stays = new HashMap<>();

    /** @param zone whose days are counted by */
    Delta(ZoneId zone) {
        this.zone = zone;
    }

    /** @param counts by the ordinal of their kind */
    record TallyRow(Span span, LocalDate first, Lot lot, int[] counts) {}

    record StayRow(Span span, LocalDate first, Way way, int tenths, int n) {}

    /**
     * A day is counted as it stood at its end, so whatever begins within it counts from that day on.
     *
     * @param times 1 to add a stretch, -1 to take it back
     */
    void add(Circle circle, Stretch stretch, int times) {
        var days = tallies.computeIfAbsent(Lot.of(circle, stretch), lot -> new HashMap<>());
        for (var kind : Kind.STANDING) {
            var counts = kind.of(stretch);
            if (counts == null) continue;
            add(days, day(counts.after()), kind, times);
            if (counts.until() != null) add(days, day(counts.until()), kind, -times);
        }
        var began = day(stretch.beganAt());
        for (var kind : Kind.TURNS) if (kind.began(stretch)) add(days, began, kind, times);
        if (stretch.fromState() != null)
            stays.computeIfAbsent(Way.of(circle, stretch, stretch.fromState()), way -> new HashMap<>()).computeIfAbsent(began, day -> new HashMap<>()).merge(stretch.tenths(), times, Integer::sum);
    }

    private static void add(Map<LocalDate, int[]> days, LocalDate day, Kind kind, int more) {
        days.computeIfAbsent(day, d -> new int[Kind.values().length])[kind.ordinal()] += more;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    Set<Lot> lots() {
        return tallies.keySet();
    }

    Set<Way> ways() {
        return stays.keySet();
    }

    /** In the order of their keys; without those that change nothing. */
    List<TallyRow> tallies() {
        return tallies.entrySet().stream().flatMap(of -> spread(of.getValue(), Delta::sum).entrySet().stream().map(at -> new TallyRow(at.getKey().span, at.getKey().first, of.getKey(), at.getValue())))
                .filter(row -> Arrays.stream(row.counts).anyMatch(n -> n != 0))
                .sorted(Comparator.comparing(TallyRow::span).thenComparing(TallyRow::first)).toList();
    }

    List<StayRow> stays() {
        return stays.entrySet().stream().flatMap(of -> spread(of.getValue(), Delta::sum).entrySet().stream()
                        .flatMap(at -> at.getValue().entrySet().stream().map(n -> new StayRow(at.getKey().span, at.getKey().first, of.getKey(), n.getKey(), n.getValue()))))
                .filter(row -> row.n != 0).sorted(Comparator.comparing(StayRow::span).thenComparing(StayRow::first)).toList();
    }

    private record Period(Span span, LocalDate first) {}

    /** Each day into all periods that it lies in. */
    private static <T> Map<Period, T> spread(Map<LocalDate, T> days, BinaryOperator<T> sum) {
        var all = new HashMap<Period, T>();
        days.forEach((day, counts) -> {
            for (var span : Span.values()) all.merge(new Period(span, span.first(day)), counts, sum);
        });
        return all;
    }

    private static int[] sum(int[] one, int[] other) {
        var sum = one.clone();
        for (int i = 0; i < sum.length; i++) sum[i] += other[i];
        return sum;
    }

    private static Map<Integer, Integer> sum(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        var sum = new TreeMap<>(one);
        other.forEach((tenths, n) -> sum.merge(tenths, n, Integer::sum));
        return sum;
    }
}
