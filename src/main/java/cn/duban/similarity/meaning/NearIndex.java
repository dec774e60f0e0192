package cn.duban.similarity.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The embeddings of one tenant in memory, some 600 bytes a matter. Everything is looked at: the sketches of all, then the
 * vectors of those whose sketches are nearest. One thread writes, any number read what it last showed.
 */
final class NearIndex {

    /** Vectors that are compared, or ten times as many as are wanted; {@code bench/run --only=alike} counts what that misses. */
    private static final int COMPARED = 4_000;

    private volatile Shown shown = new Shown(new Block[0], 0);

    private record Shown(Block[] blocks, int size) {

        int rows(int block) {
            return Math.min(Block.ROWS, size - block * Block.ROWS);
        }
    }

    int size() {
        return shown.size();
    }

    /** Rows that are not there yet are added at the end; for a first fill, where none are, nothing is looked for. */
    synchronized void put(List<Embeddings.Kept> kept, boolean fresh) {
        var before = shown;
        var blocks = new ArrayList<>(List.of(before.blocks()));
        var own = new HashSet<Integer>();
        var size = before.size();
        for (var row : kept) {
            var at = fresh ? -1 : find(blocks, size, row);
            if (at < 0) at = size++;
            var block = at / Block.ROWS;
            if (block == blocks.size()) {
                blocks.add(Block.empty());
                own.add(block);
            } else if (own.add(block)) blocks.set(block, blocks.get(block).copy());
            blocks.get(block).set(at % Block.ROWS, row.matter(), row.vector());
        }
        shown = new Shown(blocks.toArray(Block[]::new), size);
    }

    private static int find(List<Block> blocks, int size, Embeddings.Kept row) {
        for (int b = 0; b < blocks.size(); b++) {
            var at = blocks.get(b).find(row.matter(), Math.min(Block.ROWS, size - b * Block.ROWS));
            if (at >= 0) return b * Block.ROWS + at;
        }
        return -1;
    }

    /** The nearest, at most so many and none below a cosine, the nearest first. */
    List<Near> near(byte[] vector, int most, double least) {
        var now = shown;
        var sketch = new long[Vector.SIGNS];
        Vector.sketch(vector, sketch, 0);
        var apart = apart(now, sketch);
        var limit = limit(apart, Math.max(COMPARED, most * 10));
        var scale = Vector.scale(vector);
        var nearest = new PriorityQueue<>(FARTHEST);
        for (int i = 0; i < now.size(); i++) {
            if (apart[i] > limit) continue;
            var cosine = now.blocks()[i / Block.ROWS].cosine(i % Block.ROWS, vector, scale);
            if (!(cosine >= least) || nearest.size() == most && cosine <= nearest.element().cosine()) continue;
            if (nearest.size() == most) nearest.remove();
            nearest.add(new Found(i, cosine));
        }
        return nearest.stream().sorted(FARTHEST.reversed()).map(found -> new Near(now.blocks()[found.row() / Block.ROWS].matter(found.row() % Block.ROWS), found.cosine())).toList();
    }

    private record Found(int row, double cosine) {}

    /** Of two as near as each other the one that was put in first is the nearer, so that a shorter list begins a longer one. */
    private static final Comparator<Found> FARTHEST = Comparator.comparingDouble(Found::cosine).thenComparing(Found::row, Comparator.reverseOrder());

    private static short[] apart(Shown now, long[] sketch) {
        var apart = new short[now.size()];
        for (int b = 0; b < now.blocks().length; b++)
            for (int row = 0; row < now.rows(b); row++) apart[b * Block.ROWS + row] = (short) now.blocks()[b].apart(row, sketch);
        return apart;
    }

    /** The distance within which at least so many stand. */
    private static int limit(short[] apart, int wanted) {
        var counts = new int[Vector.FIGURES + 1];
        for (var one : apart) counts[one]++;
        var limit = 0;
        for (int within = counts[0]; within < wanted && limit < Vector.FIGURES; within += counts[limit]) limit++;
        return limit;
    }
}
