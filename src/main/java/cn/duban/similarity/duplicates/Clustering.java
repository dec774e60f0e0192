package cn.duban.similarity.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Puts pairs together, the likeliest first. Two groups become one only where more than half of all matters across are pairs themselves:
 * what is like its neighbour and unlike the rest makes no chain. Pure.
 */
final class Clustering {

    private final Set<List<UUID>> tied = new LinkedHashSet<>();
    private final Map<UUID, Set<UUID>> groups = new HashMap<>();

    private Clustering() {}

    /** @return groups of two matters or more, that of the likeliest pair first */
    static List<Set<UUID>> of(List<Pair> pairs) {
        var clustering = new Clustering();
        var sorted = pairs.stream().sorted(Comparator.comparingDouble(Pair::score).reversed()).toList();
        sorted.forEach(pair -> clustering.tied.add(pair.both()));
        sorted.forEach(clustering::join);
        var seen = new LinkedHashSet<Set<UUID>>();
        for (var pair : sorted) for (var id : pair.both()) if (clustering.groups.containsKey(id)) seen.add(clustering.groups.get(id));
        return seen.stream().filter(group -> group.size() > 1).toList();
    }

    private void join(Pair pair) {
        var one = groups.computeIfAbsent(pair.one(), Clustering::alone);
        var other = groups.computeIfAbsent(pair.other(), Clustering::alone);
        if (one == other || 2 * ties(one, other) <= one.size() * other.size()) return;
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        all.forEach(id -> groups.put(id, all));
    }

    private int ties(Set<UUID> one, Set<UUID> other) {
        var ties = 0;
        for (var id : one) for (var more : other) if (tied.contains(Pair.of(id, more).both())) ties++;
        return ties;
    }

    private static Set<UUID> alone(UUID id) {
        return new LinkedHashSet<>(new ArrayList<>(List.of(id)));
    }
}
