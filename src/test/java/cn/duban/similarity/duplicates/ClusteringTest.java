package cn.duban.similarity.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pairs become groups, and never a chain of what is unlike. */
class ClusteringTest {

    private final UUID a = new UUID(1, 1);
    private final UUID b = new UUID(1, 2);
    private final UUID c = new UUID(1, 3);
    private final UUID d = new UUID(-1, 4);

    @Test
    void putsTogetherWhatIsAllAlike() {
        assertThat(Clustering.of(List.of(pair(a, b, 0.9), pair(b, c, 0.85), pair(a, c, 0.82)))).hasSize(1).first().satisfies(group -> assertThat(group).containsExactlyInAnyOrder(a, b, c));
    }

    @Test
    void breaksAChainAtItsWeakestTie() {
        var groups = Clustering.of(List.of(pair(a, b, 0.95), pair(b, c, 0.81), pair(c, d, 0.9)));
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0)).containsExactlyInAnyOrder(a, b);
        assertThat(groups.get(1)).containsExactlyInAnyOrder(c, d);
    }

    @Test
    void leavesOutWhatIsLeftAlone() {
        assertThat(Clustering.of(List.of(pair(a, b, 0.95), pair(b, c, 0.81)))).hasSize(1).first().satisfies(group -> assertThat(group).containsExactlyInAnyOrder(a, b));
        assertThat(Clustering.of(List.of())).isEmpty();
    }

    /** As PostgreSQL orders ids: without sign. */
    @Test
    void namesTheSmallerIdFirst() {
        assertThat(Pair.of(d, a)).isEqualTo(new Pair(a, d, 0, 0));
    }

    private static Pair pair(UUID one, UUID other, double score) {
        return Pair.of(one, other, score, score);
    }
}
