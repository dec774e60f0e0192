package cn.duban.similarity.duplicates;

import cn.duban.ledger.Duplicates;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.ledger.type.Phase;
import cn.duban.similarity.ByWording;
import cn.duban.similarity.Candidates;
import cn.duban.similarity.meaning.Indexes;
import cn.duban.similarity.meaning.Meaning;
import cn.duban.similarity.meaning.Near;
import cn.duban.similarity.meaning.Subject;
import cn.duban.similarity.wording.Likeness;
import cn.duban.similarity.wording.Traits;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers the doors: what of the open and recent matters may be the same as what somebody is about to open. */
@Component
class LikelyDuplicates implements Duplicates {

    /** Hits that are shown, and the nearest among which they are looked for. */
    private static final int SHOWN = 5;
    private static final int AMONG = 300;
    private static final int WORDED = 40;
    private static final int AT_ONCE = 100;

    private static final Set<Phase> ASLEEP = EnumSet.of(Phase.MERGED, Phase.VOID);

    private final Candidates candidates;
    private final ByWording byWording;
    private final Meaning meaning;
    private final Indexes indexes;
    private final Matters matters;
    private final Directories directories;

    LikelyDuplicates(Candidates candidates, ByWording byWording, Meaning meaning, Indexes indexes, Matters matters, Directories directories) {
        this.candidates = candidates;
        this.byWording = byWording;
        this.meaning = meaning;
        this.indexes = indexes;
        this.matters = matters;
        this.directories = directories;
    }

    private record Weighed(UUID matter, Likeness like, double score, Traits traits) {}

    /** The index is read, and the model answers: on a busy machine it may not in time. */
    @Override
    public boolean able() {
        return indexes.ready() && meaning.of(new Subject("查重", "")).isPresent();
    }

    @Override
    public List<List<Hit>> of(List<Intended> intended, Viewer viewer) {
        var hits = new ArrayList<List<Hit>>();
        for (int from = 0; from < intended.size(); from += AT_ONCE) hits.addAll(some(intended.subList(from, Math.min(intended.size(), from + AT_ONCE)), viewer));
        return hits;
    }

    private List<List<Hit>> some(List<Intended> intended, Viewer viewer) {
        var near = intended.stream().map(one -> near(new Subject(one.title().strip(), one.body().strip()), viewer, intended.size() == 1)).toList();
        var subjects = candidates.subjects(near.stream().flatMap(found -> found.keySet().stream()).collect(Collectors.toSet()), viewer);
        var weighed = new ArrayList<List<Weighed>>();
        for (int i = 0; i < intended.size(); i++) weighed.add(weigh(intended.get(i), near.get(i), subjects));
        var rows = matters.rows(weighed.stream().flatMap(List::stream).map(Weighed::matter).collect(Collectors.toSet()), viewer);
        var hits = new ArrayList<List<Hit>>();
        for (int i = 0; i < intended.size(); i++) hits.add(hits(intended.get(i), weighed.get(i), rows, viewer));
        return hits;
    }

    /**
     * By meaning; by wording alone on a machine that does not run the model, and then only for one: many would be searched for too long.
     * In the seconds after a start, while the index is read, nothing is asked: whatever came in then stands among the clusters.
     */
    private Map<UUID, Double> near(Subject subject, Viewer viewer, boolean alone) {
        var near = new LinkedHashMap<UUID, Double>();
        if (!indexes.ready()) return near;
        var vector = meaning.of(subject);
        if (vector.isPresent()) for (Near one : indexes.near(viewer.tenant(), vector.get(), AMONG, Likeness.WORTH)) near.put(one.matter(), one.meaning());
        else if (alone) byWording.candidates(subject, viewer, WORDED).forEach(id -> near.put(id, Double.NaN));
        return near;
    }

    private static Traits read(Intended intended) {
        return Judge.traits(new Subject(intended.title(), intended.body()));
    }

    private List<Weighed> weigh(Intended intended, Map<UUID, Double> near, Map<UUID, Subject> subjects) {
        var own = read(intended);
        var weighed = new ArrayList<Weighed>();
        near.forEach((id, meaning) -> {
            var subject = subjects.get(id);
            if (subject == null || id.equals(intended.parent())) return;
            var other = Judge.traits(subject);
            var like = Likeness.of(own, other, meaning);
            if (like.score() >= Likeness.LIKELY) weighed.add(new Weighed(id, like, like.score(), other));
        });
        return weighed.stream().sorted(Comparator.comparingDouble(Weighed::score).reversed()).limit(SHOWN * 2L).toList();
    }

    private List<Hit> hits(Intended intended, List<Weighed> weighed, Map<UUID, MatterRow> rows, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var leads = intended.leads().stream().map(directory::unitName).toList();
        var own = read(intended);
        return weighed.stream().filter(one -> rows.containsKey(one.matter()) && !ASLEEP.contains(rows.get(one.matter()).phase())).limit(SHOWN).map(one -> {
            var row = rows.get(one.matter());
            var units = row.leads().stream().filter(leads::contains).toList();
            return new Hit(row, Likeness.level(one.score()).orElse(Level.LIKELY), one.score(), Judge.reasons(one.like(), own, one.traits(), units));
        }).toList();
    }
}
