package cn.duban.similarity;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.ledger.type.Phase;
import cn.duban.similarity.Alikes.Basis;
import cn.duban.similarity.Comparison.Weighed;
import cn.duban.similarity.meaning.Indexes;
import cn.duban.similarity.meaning.Meaning;
import cn.duban.similarity.meaning.Subject;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Open and recent matters that are like another one, or like a text that somebody is about to enter. Meaning proposes them,
 * wording puts them in order and explains; nothing is shown that the viewer may not see.
 */
@Component
public class LookAlikes {

    static final int SHOWN = 10;

    /** Cosines between: what is meant in other words stands above, strangers below. */
    private static final double NEAR = 0.6;
    private static final double CLEARLY = 0.66;
    private static final double WORDED = 0.3;

    /** How many are put in order by their wording, and among how many of the nearest those are looked for that the viewer may see. */
    private static final int WEIGHED = 40;
    private static final List<Integer> AMONG = List.of(500, 5_000);

    private static final Set<Phase> ASLEEP = EnumSet.of(Phase.MERGED, Phase.VOID);

    private final Candidates candidates;
    private final ByWording byWording;
    private final Meaning meaning;
    private final Indexes indexes;
    private final Matters matters;

    LookAlikes(Candidates candidates, ByWording byWording, Meaning meaning, Indexes indexes, Matters matters) {
        this.candidates = candidates;
        this.byWording = byWording;
        this.meaning = meaning;
        this.indexes = indexes;
        this.matters = matters;
    }

    /** @throws NotFound where the matter is not there for this viewer */
    public Alikes of(MatterId id, Viewer viewer) {
        var subject = candidates.subject(id, viewer).orElseThrow(NotFound::new);
        return find(subject, id.id(), viewer);
    }

    /** Of a text that is not on the ledger. */
    public Alikes to(String title, String body, Viewer viewer) {
        return find(new Subject(title.strip(), body.strip()), null, viewer);
    }

    private Alikes find(Subject subject, @Nullable UUID self, Viewer viewer) {
        var kept = self == null || !indexes.ready() ? Optional.<byte[]>empty() : indexes.kept(viewer.tenant(), self, subject);
        var vector = kept.isPresent() || !indexes.ready() ? kept : meaning.of(subject);
        var near = vector.map(v -> near(v, self, viewer)).orElse(null);
        var ids = near != null ? near.keySet() : byWording.candidates(subject, viewer, WEIGHED + 1);
        var others = ids.stream().filter(id -> !id.equals(self)).toList();
        var all = others.isEmpty() ? Map.<UUID, MatterRow>of() : matters.rows(Stream.concat(others.stream(), Stream.ofNullable(self)).toList(), viewer);
        var texts = others.isEmpty() ? Map.<UUID, Subject>of() : candidates.subjects(others, viewer);
        var compared = new Comparison(subject, self == null ? null : all.get(self));
        var hits = others.stream().filter(id -> texts.containsKey(id) && all.containsKey(id) && !ASLEEP.contains(all.get(id).phase()))
                .map(id -> compared.weigh(all.get(id), texts.get(id), near == null ? null : near.get(id)))
                .filter(LookAlikes::telling).sorted(Comparator.comparingDouble(Weighed::weight).reversed()).limit(SHOWN).map(compared::explain).toList();
        return new Alikes(near == null ? Basis.WORDING : Basis.MEANING_AND_WORDING, hits);
    }

    private static boolean telling(Weighed hit) {
        return hit.meaning() != null && hit.meaning() >= CLEARLY || hit.wording() >= WORDED;
    }

    /** The nearest that the viewer may see; the further ones are asked for only by those who see little of the nearest. */
    private Map<UUID, Double> near(byte[] vector, @Nullable UUID self, Viewer viewer) {
        var seen = new LinkedHashMap<UUID, Double>();
        for (int i = 0, from = 0; i < AMONG.size() && seen.size() < WEIGHED; i++) {
            var all = indexes.near(viewer.tenant(), vector, AMONG.get(i), NEAR);
            var next = all.subList(Math.min(from, all.size()), all.size()).stream().filter(near -> !near.matter().equals(self)).toList();
            if (next.isEmpty()) break;
            var cosines = new LinkedHashMap<UUID, Double>();
            next.forEach(near -> cosines.put(near.matter(), near.meaning()));
            candidates.seen(List.copyOf(cosines.keySet()), viewer, WEIGHED - seen.size()).forEach(id -> seen.put(id, Objects.requireNonNull(cosines.get(id))));
            from = AMONG.get(i);
            if (all.size() < from) break;
        }
        return seen;
    }
}
