package cn.duban.units;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds units by what people write: names of today before short names before former names. */
final class UnitFinder {

    private final Map<Integer, Unit> units = new HashMap<>();
    private final Map<String, Set<Integer>> current = new HashMap<>();
    private final Map<String, Set<Integer>> brief = new HashMap<>();
    private final Map<String, Set<Integer>> former = new HashMap<>();

    UnitFinder(Collection<Unit> all, List<UnitName> names, LocalDate today) {
        for (var unit : all) {
            units.put(unit.id(), unit);
            if (!unit.openOn(today)) continue;
            note(current, unit.name(), unit.id());
            note(brief, unit.shortName(), unit.id());
        }
        for (var name : names) {
            if (name.since().equals(name.until()) || name.since().isAfter(today)) continue;
            note(former, name.name(), name.unit());
            note(former, name.shortName(), name.unit());
        }
    }

    private static void note(Map<String, Set<Integer>> index, String name, int unit) {
        if (!name.isBlank()) index.computeIfAbsent(Names.plain(name), _ -> new TreeSet<>()).add(unit);
    }

    Optional<Unit> named(String name) {
        var plain = Names.plain(name);
        for (var index : List.of(current, brief, former)) {
            var found = index.getOrDefault(plain, Set.of());
            if (found.size() == 1) return Optional.of(units.get(found.iterator().next()));
            if (found.size() > 1) return Optional.empty();
        }
        return Optional.empty();
    }

    List<Unit> like(String text) {
        var plain = Names.plain(text);
        if (plain.isEmpty()) return List.of();
        var distance = new HashMap<Integer, Integer>();
        for (var index : List.of(current, brief, former)) {
            index.forEach((name, ids) -> {
                if (name.contains(plain) || plain.length() > 2 && plain.endsWith(name)) {
                    for (var id : ids) distance.merge(id, Math.abs(name.length() - plain.length()), Math::min);
                }
            });
        }
        return distance.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> units.get(e.getKey())).toList();
    }
}
