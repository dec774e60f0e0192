package cn.duban.sheets;

import cn.duban.sheets.Books.Row;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which row of this issue is which row of the one before. By its key where there is a column of keys; else by all it says, by its
 * title under the same parent, and last, for what was edited, by its place between rows that were found and by how alike it reads.
 */
final class Comparison {

    private static final double ALIKE = 0.45;
    private static final double ALIKE_ANYWHERE = 0.65;
    private static final int FEW = 400;

    private final Map<Integer, Row> found = new TreeMap<>();
    private final Map<Integer, Content> lines;
    private final Set<Row> rows;
    private final Map<Row, int[]> pairs = new IdentityHashMap<>();
    private final boolean keyed;

    private Comparison(Map<Integer, Content> lines, Collection<Row> rows) {
        this.lines = new TreeMap<>(lines);
        this.rows = new LinkedHashSet<>(rows);
        this.keyed = rows.stream().anyMatch(row -> row.key() != null);
    }

    static Map<Integer, Row> of(Map<Integer, Content> lines, List<Row> rows) {
        return of(lines, rows, Set.of());
    }

    /** By the number of the line. @param faulty lines for which nothing is guessed: what they say may be wrong */
    static Map<Integer, Row> of(Map<Integer, Content> lines, List<Row> rows, Set<Integer> faulty) {
        var comparison = new Comparison(lines, rows);
        comparison.by(content -> content.key().isEmpty() ? null : content.key());
        comparison.keyedAreNew();
        comparison.by(content -> content);
        comparison.by(content -> content.parent() + "\n" + content.title());
        comparison.lines.keySet().removeAll(faulty);
        comparison.byPlace();
        comparison.anywhere();
        return comparison.found;
    }

    /** The same for some rows of an issue, which came back corrected: nothing is guessed from the place. @param known rows that say which they are */
    static Map<Integer, Row> exactly(Map<Integer, Content> lines, List<Row> rows, Map<Integer, Row> known) {
        var comparison = new Comparison(lines, rows);
        known.forEach(comparison::match);
        comparison.by(content -> content.key().isEmpty() ? null : content.key());
        comparison.by(content -> content);
        return comparison.found;
    }

    private void by(Function<Content, @Nullable Object> trait) {
        var known = new HashMap<Object, Deque<Row>>();
        for (var row : rows) {
            var value = trait.apply(row.content());
            if (value != null) known.computeIfAbsent(value, v -> new ArrayDeque<>()).add(row);
        }
        for (var line : List.copyOf(lines.entrySet())) {
            var value = trait.apply(line.getValue());
            var same = value == null ? null : known.get(value);
            if (same != null && !same.isEmpty()) match(line.getKey(), same.poll());
        }
    }

    /** In a ledger with keys, a key that no row bore before is a new row, however alike it reads. */
    private void keyedAreNew() {
        if (keyed) lines.values().removeIf(content -> !content.key().isEmpty());
    }

    private void match(int line, Row row) {
        found.put(line, row);
        lines.remove(line);
        rows.remove(row);
    }

    /** Between two rows that were found the others are in order: the most alike of the same gap. */
    private void byPlace() {
        var places = new TreeMap<Integer, Row>();
        rows.forEach(row -> places.put(row.place(), row));
        var anchors = new TreeMap<>(found);
        for (var line : List.copyOf(lines.entrySet())) {
            var before = anchors.floorEntry(line.getKey());
            var after = anchors.ceilingEntry(line.getKey());
            var from = before == null ? Integer.MIN_VALUE : before.getValue().place();
            var to = after == null ? Integer.MAX_VALUE : after.getValue().place();
            if (from >= to) continue;
            best(line.getValue(), places.subMap(from, false, to, false).values().stream().limit(FEW).toList(), ALIKE).ifPresent(row -> {
                match(line.getKey(), row);
                places.remove(row.place());
            });
        }
    }

    /** What was moved and edited: only where little is left, for everything is compared with everything. */
    private void anywhere() {
        if (lines.size() > FEW || rows.size() > FEW) return;
        for (var line : List.copyOf(lines.entrySet())) {
            // 第50项 and 第61项 may read alike to the last character but one
            var numbers = numbers(line.getValue());
            best(line.getValue(), rows.stream().filter(row -> numbers(row.content()).equals(numbers)).toList(), ALIKE_ANYWHERE).ifPresent(row -> match(line.getKey(), row));
        }
    }

    private Optional<Row> best(Content content, Collection<Row> among, double enough) {
        Row best = null;
        var closest = enough;
        var own = pairs(content);
        for (var row : among) {
            var alike = alike(own, pairs.computeIfAbsent(row, r -> pairs(r.content())));
            if (alike >= closest) {
                closest = alike;
                best = row;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Shared pairs of neighbouring characters, out of all of both. @param one in order, as {@code other} */
    private static double alike(int[] one, int[] other) {
        if (one.length == 0 || other.length == 0) return 0;
        int shared = 0;
        for (int i = 0, k = 0; i < one.length && k < other.length; ) {
            if (one[i] == other[k]) {
                shared++;
                i++;
                k++;
            } else if (one[i] < other[k]) i++;
            else k++;
        }
        return 2.0 * shared / (one.length + other.length);
    }

    private static String numbers(Content content) {
        return content.title().replaceAll("\\D+", " ");
    }

    /** Both characters in one number, each pair once, in order. */
    private static int[] pairs(Content content) {
        var text = (content.title() + content.body()).replaceAll("\\s", "");
        return IntStream.range(0, Math.max(0, text.length() - 1)).map(i -> text.charAt(i) << 16 | text.charAt(i + 1)).sorted().distinct().toArray();
    }
}
