package cn.duban.figures;

import cn.duban.figures.Counts.Stay;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Moves from one state to another, and the stay before them that half of them did not exceed. A stay that there was, not the mean of two:
 * so it is exact in tenths of a day, which keep the order of what they are rounded from.
 */
record Median(String type, String from, String to, int count, int tenths) {

    private record Way(String type, String from, String to) {}

    /** The most frequent of each type first. */
    static List<Median> of(List<Stay> stays) {
        var ways = stays.stream().collect(Collectors.groupingBy(stay -> new Way(stay.type(), stay.from(), stay.to()), Collectors.groupingBy(Stay::tenths, TreeMap::new, Collectors.summingInt(Stay::n))));
        return ways.entrySet().stream().map(way -> of(way.getKey(), way.getValue())).filter(move -> move.count > 0)
                .sorted(Comparator.comparing(Median::type).thenComparing(Median::count, Comparator.reverseOrder()).thenComparing(Median::from).thenComparing(Median::to)).toList();
    }

    private static Median of(Way way, TreeMap<Integer, Integer> tenths) {
        var count = tenths.values().stream().mapToInt(n -> n).sum();
        var middle = 0;
        var passed = 0;
        for (var stay : tenths.entrySet()) {
            middle = stay.getKey();
            passed += stay.getValue();
            if (passed * 2L >= count) break;
        }
        return new Median(way.type, way.from, way.to, count, middle);
    }
}
