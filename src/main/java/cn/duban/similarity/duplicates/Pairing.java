package cn.duban.similarity.duplicates;

import cn.duban.similarity.duplicates.Pairs.Due;
import cn.duban.similarity.meaning.Indexes;
import cn.duban.similarity.meaning.Near;
import cn.duban.similarity.meaning.Pace;
import cn.duban.similarity.meaning.Subject;
import cn.duban.similarity.wording.Likeness;
import cn.duban.similarity.wording.Traits;
import cn.duban.timers.Timed;
import cn.duban.units.Tenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds every matter once against those that mean the same, after its embedding was computed, and keeps the pairs. */
@Component
class Pairing implements Timed {

    /** Some ten milliseconds of work, after which it rests where others want the machine. */
    private static final int AT_ONCE = 20;
    private static final int NEAREST = 60;
    private static final Duration PAUSE = Duration.ofSeconds(20);
    /** So long at most, since a program that ends waits for it. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private final Pairs pairs;
    private final Indexes indexes;
    private final Tenants tenants;
    private final Pace pace;
    /** By government: what was written before this is held against the others, all of it. Known to this node alone; another looks once through everything. */
    private final Map<Integer, Long> through = new ConcurrentHashMap<>();

    Pairing(Pairs pairs, Indexes indexes, Tenants tenants, Pace pace) {
        this.pairs = pairs;
        this.indexes = indexes;
        this.tenants = tenants;
        this.pace = pace;
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.every(PAUSE, "similarity.pairs", this::makeUp), Timer.every(Duration.ofHours(1), "similarity.pairs.gone", () -> tenants.each(pairs::forget)));
    }

    /** What the index of this node knows, as far as one turn goes. */
    void makeUp() {
        if (!indexes.ready()) return;
        var below = indexes.readBelow();
        tenants.each(tenant -> makeUp(tenant, below));
    }

    /** Only what was written since the last time, in one walk: a look that finds nothing new reads nothing. What takes longer than a turn goes on with the next. */
    private void makeUp(int tenant, long below) {
        var from = through.getOrDefault(tenant, 0L);
        var until = System.nanoTime() + TURN.toNanos();
        @Nullable UUID after = null;
        for (List<Due> due; from < below && !(due = pairs.due(tenant, from, below, after, AT_ONCE)).isEmpty(); after = due.getLast().matter()) {
            put(tenant, due);
            if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) return;
        }
        through.put(tenant, below);
    }

    private void put(int tenant, List<Due> due) {
        pace.keep(() -> {
            pairs.put(tenant, due, found(tenant, due));
            return due;
        });
    }

    private List<Pair> found(int tenant, List<Due> due) {
        var near = new LinkedHashMap<UUID, List<Near>>();
        var wanted = new HashSet<UUID>();
        for (var one : due) {
            var nearest = indexes.near(tenant, one.vector(), NEAREST + 1, Likeness.WORTH).stream().filter(other -> !other.matter().equals(one.matter())).toList();
            near.put(one.matter(), nearest);
            if (!nearest.isEmpty()) wanted.add(one.matter());
            nearest.forEach(other -> wanted.add(other.matter()));
        }
        var subjects = pairs.subjects(tenant, wanted);
        var parents = pairs.parents(tenant, subjects.keySet());
        var found = new ArrayList<Pair>();
        near.forEach((id, others) -> {
            if (!subjects.containsKey(id)) return;
            for (var other : others) {
                if (!subjects.containsKey(other.matter()) || other.matter().equals(parents.get(id)) || id.equals(parents.get(other.matter()))) continue;
                var score = Likeness.of(read(id, subjects), read(other.matter(), subjects), other.meaning()).score();
                if (score >= Likeness.LIKELY) found.add(Pair.of(id, other.matter(), score, other.meaning()));
            }
        });
        return found;
    }

    private static Traits read(UUID id, Map<UUID, Subject> subjects) {
        return Judge.traits(Objects.requireNonNull(subjects.get(id)));
    }
}
