package cn.duban.similarity.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.duban.similarity.meaning.Embeddings.Kept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The index answers what a comparison with every vector would. */
class NearIndexTest {

    private final RandomGenerator random = RandomGenerator.getDefault();
    private final List<float[]> centres = IntStream.range(0, 60).mapToObj(i -> figures(null, 1)).toList();

    @Test
    void findsWhatComparingEveryFigureWouldFind() {
        var index = new NearIndex();
        var figures = new ArrayList<float[]>();
        var kept = new ArrayList<Kept>();
        for (int i = 0; i < 20_000; i++) {
            figures.add(figures(centres.get(i % centres.size()), 0.8));
            kept.add(new Kept(new UUID(7, i), Vector.of(figures.getLast())));
        }
        index.put(kept, true);
        var found = 0;
        for (int q = 0; q < 50; q++) {
            var asked = figures(centres.get(q % centres.size()), 0.8);
            var cosines = figures.stream().mapToDouble(figure -> cosine(asked, figure)).toArray();
            var exact = IntStream.range(0, cosines.length).boxed().sorted(Comparator.comparingDouble(i -> -cosines[i])).limit(10).map(i -> new UUID(7, i)).toList();
            var near = index.near(Vector.of(asked), 10, -1);
            assertThat(near).isSortedAccordingTo(Comparator.comparingDouble(Near::meaning).reversed());
            assertThat(near.getFirst().meaning()).isCloseTo(cosines[(int) near.getFirst().matter().getLeastSignificantBits()], within(0.01));
            found += (int) near.stream().filter(n -> exact.contains(n.matter())).count();
        }
        assertThat(found).isGreaterThanOrEqualTo(475);
    }

    @Test
    void replacesWhatItKnowsAndAddsWhatItDoesNot() {
        var index = new NearIndex();
        var first = Vector.of(figures(null, 1));
        var second = Vector.of(figures(null, 1));
        index.put(IntStream.range(0, 1_300).mapToObj(i -> new Kept(new UUID(1, i), Vector.of(figures(null, 1)))).toList(), true);
        index.put(List.of(new Kept(new UUID(1, 700), first), new Kept(new UUID(2, 0), first)), false);
        assertThat(index.size()).isEqualTo(1_301);
        assertThat(index.near(first, 10, 0.99)).extracting(Near::matter).containsExactlyInAnyOrder(new UUID(1, 700), new UUID(2, 0));
        index.put(List.of(new Kept(new UUID(1, 700), second)), false);
        assertThat(index.near(first, 10, 0.99)).extracting(Near::matter).containsExactly(new UUID(2, 0));
        assertThat(index.near(second, 10, 0.99)).extracting(Near::matter).containsExactly(new UUID(1, 700));
    }

    /** Who looks at a few and then at more goes on where the few ended. */
    @Test
    void aShorterListBeginsALongerOneAlsoWhereManyAreEquallyNear() {
        var index = new NearIndex();
        var same = Vector.of(figures(null, 1));
        index.put(IntStream.range(0, 900).mapToObj(i -> new Kept(new UUID(3, i), i % 3 == 0 ? Vector.of(figures(null, 1)) : same)).toList(), true);
        var longer = index.near(same, 700, -1);
        assertThat(longer.subList(0, 600)).as("the equal ones in the order in which they were put").extracting(Near::matter)
                .containsExactlyElementsOf(IntStream.range(0, 900).filter(i -> i % 3 != 0).mapToObj(i -> new UUID(3, i)).toList());
        assertThat(index.near(same, 250, -1)).isEqualTo(longer.subList(0, 250));
    }

    @Test
    void isEmptyBeforeAnythingIsPut() {
        assertThat(new NearIndex().near(Vector.of(figures(null, 1)), 10, -1)).isEmpty();
    }

    private float[] figures(float[] around, double spread) {
        var figures = new float[Vector.FIGURES];
        for (int i = 0; i < figures.length; i++) figures[i] = (float) (random.nextGaussian() * spread + (around == null ? 0 : around[i]));
        return figures;
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0, a = 0, b = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            a += one[i] * one[i];
            b += other[i] * other[i];
        }
        return dot / Math.sqrt(a * b);
    }
}
