package cn.duban.similarity.wording;

import java.util.stream.IntStream;

/** Sets of numbers as rising arrays, which two texts are compared by. */
final class Sorted {

    private Sorted() {}

    static int[] of(IntStream numbers) {
        return numbers.sorted().distinct().toArray();
    }

    /** How many stand in both. */
    static int common(int[] one, int[] other) {
        var common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            var order = Integer.compare(one[i], other[j]);
            if (order == 0) common++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return common;
    }
}
