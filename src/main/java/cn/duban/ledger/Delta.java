package cn.duban.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an act changed: table → row key → changed columns, a column that became empty as null. Folding all gives the rows. */
final class Delta {

    /** Columns that the chain itself holds, or that every row of the matter repeats. */
    private static final Set<String> CHAINED = Set.of("version", "head", "tenant", "matter");

    private Delta() {}

    static Map<String, Object> of(Change change) {
        var before = change.before;
        if (change.erases != null) return whole(change, Objects.requireNonNull(before));
        var delta = new TreeMap<String, Object>();
        put(delta, "matter", before == null ? List.of() : List.of(before.matter()), List.of(change.matter), m -> "0");
        put(delta, "responsibility", before == null ? List.of() : before.responsibilities(), change.responsibilities.values(), r -> "" + r.no());
        put(delta, "assignment", before == null ? List.of() : before.assignments(), change.assignments.values(), a -> "" + a.no());
        put(delta, "clock", before == null ? List.of() : before.clocks(), change.clocks.values(), c -> "" + c.no());
        put(delta, "relation", before == null ? List.of() : before.relations(), change.relations.values(), r -> "" + r.no());
        put(delta, "clock_entry", List.of(), change.journal, e -> e.clock() + "." + e.no());
        put(delta, "evidence", List.of(), change.evidence, e -> "" + e.no());
        return delta;
    }

    /** Every row as it stands, empty columns as null: nothing that an earlier entry said is needed any more. */
    private static Map<String, Object> whole(Change change, Dossier before) {
        var delta = new TreeMap<String, Object>();
        stated(delta, "matter", Stream.of(change.matter), m -> "0");
        stated(delta, "responsibility", change.responsibilities.values().stream(), r -> "" + r.no());
        stated(delta, "assignment", change.assignments.values().stream(), a -> "" + a.no());
        stated(delta, "clock", change.clocks.values().stream(), c -> "" + c.no());
        stated(delta, "relation", change.relations.values().stream(), r -> "" + r.no());
        stated(delta, "clock_entry", Stream.concat(before.journal().stream(), change.journal.stream()), e -> e.clock() + "." + e.no());
        stated(delta, "evidence", Stream.concat(before.evidence().stream(), change.evidence.stream()), e -> "" + e.no());
        return delta;
    }

    private static <R> void stated(Map<String, Object> delta, String table, Stream<R> rows, Function<R, String> key) {
        var stated = new TreeMap<String, Object>();
        rows.forEach(row -> {
            var columns = Rows.whole(row);
            columns.keySet().removeAll(CHAINED);
            stated.put(key.apply(row), columns);
        });
        if (!stated.isEmpty()) delta.put(table, stated);
    }

    static <R> Map<String, Map<String, Object>> keyed(Stream<R> rows, Function<R, String> key) {
        return rows.collect(Collectors.toMap(key, Rows::image, (a, b) -> b, TreeMap::new));
    }

    /** Only rows that the act touched are turned into columns: most of a matter's stay as they were. */
    private static <R> void put(Map<String, Object> delta, String table, Collection<R> was, Collection<R> is, Function<R, String> key) {
        var before = was.stream().collect(Collectors.toMap(key, Function.identity()));
        var rows = new TreeMap<String, Object>();
        for (var row : is) {
            var old = before.get(key.apply(row));
            if (row.equals(old)) continue;
            var changed = changed(old == null ? Map.of() : Rows.image(old), Rows.image(row));
            if (!changed.isEmpty()) rows.put(key.apply(row), changed);
        }
        if (!rows.isEmpty()) delta.put(table, rows);
    }

    private static Map<String, Object> changed(Map<String, Object> was, Map<String, Object> is) {
        var changed = new LinkedHashMap<String, Object>();
        is.forEach((column, value) -> {
            if (!CHAINED.contains(column) && !Objects.equals(was.get(column), value)) changed.put(column, value);
        });
        was.keySet().stream().filter(column -> !CHAINED.contains(column) && !is.containsKey(column)).forEach(column -> changed.put(column, null));
        return changed;
    }

    /** A row as the fold compares it: without the columns that the chain itself holds. */
    static Map<String, Object> comparable(Map<String, Object> image) {
        var kept = new TreeMap<>(image);
        kept.keySet().removeAll(CHAINED);
        return kept;
    }
}
