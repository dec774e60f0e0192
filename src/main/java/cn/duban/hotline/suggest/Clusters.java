package cn.duban.hotline.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tickets that tell of one trouble, put together: the likeliest pair first, and two groups become one only where all across are likely the same on average.
 * What is like its neighbour and unlike the rest makes no chain. Pure.
 */
public final class Clusters {

    /** More than a pair needs: whoever merges a group answers for all of it. */
    static final double TOGETHER = 0.5;

    private final Map<Set<String>, Double> scores = new HashMap<>();
    private final Map<String, Set<Told>> groups = new HashMap<>();
    private final double least;

    private Clusters(double least) {
        this.least = least;
    }

    /** @return groups of two or more, the largest first */
    public static List<Set<Told>> of(List<Told> tickets) {
        return of(tickets, TOGETHER);
    }

    /** @param least the score that all across two groups must have on average */
    public static List<Set<Told>> of(List<Told> tickets, double least) {
        var clusters = new Clusters(least);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < tickets.size(); i++) {
            clusters.groups.put(tickets.get(i).id(), new LinkedHashSet<>(List.of(tickets.get(i))));
            for (int j = 0; j < i; j++) {
                if (SameTrouble.atMost(tickets.get(j), tickets.get(i)) < least) continue;
                var pair = new Pair(tickets.get(j), tickets.get(i), clusters.score(tickets.get(j), tickets.get(i)));
                if (pair.score >= least) pairs.add(pair);
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        pairs.forEach(clusters::join);
        return clusters.groups.values().stream().distinct().filter(group -> group.size() > 1).sorted(Comparator.comparingInt((Set<Told> group) -> group.size()).reversed()).toList();
    }

    private record Pair(Told one, Told other, double score) {}

    private void join(Pair pair) {
        var one = group(pair.one);
        var other = group(pair.other);
        if (one == other || across(one, other) < least) return;
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        all.forEach(ticket -> groups.put(ticket.id(), all));
    }

    private Set<Told> group(Told ticket) {
        return groups.getOrDefault(ticket.id(), Set.of());
    }

    private double score(Told one, Told other) {
        return scores.computeIfAbsent(Set.of(one.id(), other.id()), none -> SameTrouble.of(one, other).score());
    }

    private double across(Set<Told> one, Set<Told> other) {
        return one.stream().flatMap(own -> other.stream().map(more -> score(own, more))).mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
