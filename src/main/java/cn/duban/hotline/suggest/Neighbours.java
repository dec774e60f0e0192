package cn.duban.hotline.suggest;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Closed tickets, and which of them are nearest to a new one. Every one is looked at: ten milliseconds for twenty thousand. */
final class Neighbours {

    private final List<Closed> closed;
    private final double[] scales;

    /** Only those that have an embedding. */
    Neighbours(List<Closed> all) {
        closed = all.stream().filter(one -> one.meaning() != null).toList();
        scales = closed.stream().mapToDouble(one -> Directions.scale(Objects.requireNonNull(one.meaning()))).toArray();
    }

    /** @param alike the cosine */
    record Near(Closed closed, double alike) {}

    /** The nearest first. */
    List<Near> of(byte[] meaning, int most, double least) {
        var scale = Directions.scale(meaning);
        var alike = IntStream.range(0, closed.size()).mapToDouble(i -> Directions.product(Objects.requireNonNull(closed.get(i).meaning()), meaning) * scales[i] * scale).toArray();
        return IntStream.range(0, alike.length).filter(i -> alike[i] >= least).boxed().sorted(Comparator.comparingDouble((Integer i) -> alike[i]).reversed()).limit(most)
                .map(i -> new Near(closed.get(i), alike[i])).toList();
    }
}
