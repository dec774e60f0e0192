package cn.duban.similarity.duplicates;

import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.ledger.type.Phase;
import cn.duban.similarity.Candidates;
import cn.duban.similarity.duplicates.Cluster.Member;
import cn.duban.similarity.meaning.Subject;
import cn.duban.similarity.wording.Likeness;
import cn.duban.web.Viewer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Clusters of duplicates over everything open and recent that a viewer may see. */
@Component
class Clusters {

    /** Pairs that are put together, the likeliest ones. */
    private static final int PAIRS = 2_000;

    private static final Set<Phase> ASLEEP = EnumSet.of(Phase.MERGED, Phase.VOID);

    private final Pairs pairs;
    private final Matters matters;
    private final Candidates candidates;

    Clusters(Pairs pairs, Matters matters, Candidates candidates) {
        this.pairs = pairs;
        this.matters = matters;
        this.candidates = candidates;
    }

    /** @param clusters of the asked page @param count of all */
    record Found(List<Cluster> clusters, int count) {}

    Found of(ClusterFilter filter, Viewer viewer, int most) {
        var found = pairs.seen(filter.query(), filter.least(), viewer, PAIRS);
        var rows = new HashMap<>(matters.rows(found.stream().flatMap(pair -> pair.both().stream()).collect(Collectors.toSet()), viewer));
        rows.values().removeIf(row -> ASLEEP.contains(row.phase()));
        var awake = found.stream().filter(pair -> rows.keySet().containsAll(pair.both())).toList();
        var groups = Clustering.of(awake).stream().filter(group -> !filter.across() || units(group, rows) > 1).toList();
        var shown = groups.stream().skip(filter.from()).limit(most).toList();
        var texts = candidates.subjects(shown.stream().flatMap(Set::stream).collect(Collectors.toSet()), viewer);
        return new Found(shown.stream().map(group -> cluster(group, awake, rows, texts)).toList(), groups.size());
    }

    private static long units(Set<UUID> group, Map<UUID, MatterRow> rows) {
        return group.stream().flatMap(id -> Objects.requireNonNull(rows.get(id)).leads().stream()).distinct().count();
    }

    private static Cluster cluster(Set<UUID> group, List<Pair> pairs, Map<UUID, MatterRow> rows, Map<UUID, Subject> texts) {
        var within = pairs.stream().filter(pair -> group.containsAll(pair.both())).toList();
        var order = group.stream().sorted(Comparator.comparing((UUID id) -> Objects.requireNonNull(rows.get(id)).openedAt()).thenComparing(Comparator.naturalOrder())).toList();
        var score = within.stream().mapToDouble(Pair::score).max().orElse(0);
        var known = new HashMap<UUID, Integer>();
        order.forEach(id -> known.put(id, known.size()));
        var members = order.stream().map(id -> member(id, within, known, rows, texts)).toList();
        return new Cluster(members, Likeness.level(score).orElseThrow(), score);
    }

    /** Why it stands here: by the one before it that it is most like, else by any. */
    private static Member member(UUID id, List<Pair> within, Map<UUID, Integer> place, Map<UUID, MatterRow> rows, Map<UUID, Subject> texts) {
        var row = Objects.requireNonNull(rows.get(id));
        if (place.get(id) == 0) return new Member(row, null, List.of());
        var nearest = within.stream().filter(pair -> pair.both().contains(id)).max(Comparator.comparing((Pair pair) -> place.get(other(pair, id)) < place.get(id)).thenComparingDouble(Pair::score));
        if (nearest.isEmpty()) return new Member(row, null, List.of());
        var other = other(nearest.get(), id);
        var against = Objects.requireNonNull(rows.get(other));
        if (!texts.containsKey(id) || !texts.containsKey(other)) return new Member(row, against.number(), List.of());
        var own = Judge.traits(texts.get(id));
        var others = Judge.traits(texts.get(other));
        var units = row.leads().stream().filter(against.leads()::contains).toList();
        return new Member(row, against.number(), Judge.reasons(Likeness.of(own, others, nearest.get().meaning()), own, others, units));
    }

    private static UUID other(Pair pair, UUID id) {
        return pair.one().equals(id) ? pair.other() : pair.one();
    }
}
