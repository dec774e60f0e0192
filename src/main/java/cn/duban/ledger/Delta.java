package cn.duban.ledger;

import java.util.LinkedHashMap;
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
        var delta = new TreeMap<String, Object>();
        put(delta, "matter", before == null ? Map.of() : Map.of("0", Rows.image(before.matter())), Map.of("0", Rows.image(change.matter)));
        put(delta, "responsibility", before == null ? Map.of() : keyed(before.responsibilities().stream(), r -> "" + r.no()), keyed(change.responsibilities.values().stream(), r -> "" + r.no()));
        put(delta, "assignment", before == null ? Map.of() : keyed(before.assignments().stream(), a -> "" + a.no()), keyed(change.assignments.values().stream(), a -> "" + a.no()));
        put(delta, "clock", before == null ? Map.of() : keyed(before.clocks().stream(), c -> "" + c.no()), keyed(change.clocks.values().stream(), c -> "" + c.no()));
        put(delta, "relation", before == null ? Map.of() : keyed(before.relations().stream(), r -> "" + r.no()), keyed(change.relations.values().stream(), r -> "" + r.no()));
        put(delta, "clock_entry", Map.of(), keyed(change.journal.stream(), e -> e.clock() + "." + e.no()));
        put(delta, "evidence", Map.of(), keyed(change.evidence.stream(), e -> "" + e.no()));
        return delta;
    }

    static <R> Map<String, Map<String, Object>> keyed(Stream<R> rows, Function<R, String> key) {
        return rows.collect(Collectors.toMap(key, Rows::image, (a, b) -> b, TreeMap::new));
    }

    private static void put(Map<String, Object> delta, String table, Map<String, Map<String, Object>> was, Map<String, Map<String, Object>> is) {
        var rows = new TreeMap<String, Object>();
        is.forEach((key, image) -> {
            var changed = changed(was.getOrDefault(key, Map.of()), image);
            if (!changed.isEmpty()) rows.put(key, changed);
        });
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
