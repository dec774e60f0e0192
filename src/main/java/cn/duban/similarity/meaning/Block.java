package cn.duban.similarity.meaning;

import java.util.UUID;

/** A piece of an index: the ids, sketches and vectors of up to {@link #ROWS} matters. Never changed once it is shown. */
record Block(long[] high, long[] low, long[] sketches, byte[] vectors, float[] scales) {

    /** Small enough that a copy for one changed row costs next to nothing, and that the collector takes it for an ordinary object. */
    static final int ROWS = 512;

    static Block empty() {
        return new Block(new long[ROWS], new long[ROWS], new long[ROWS * Vector.SIGNS], new byte[ROWS * Vector.FIGURES], new float[ROWS]);
    }

    Block copy() {
        return new Block(high.clone(), low.clone(), sketches.clone(), vectors.clone(), scales.clone());
    }

    void set(int row, UUID matter, byte[] vector) {
        high[row] = matter.getMostSignificantBits();
        low[row] = matter.getLeastSignificantBits();
        Vector.sketch(vector, sketches, row * Vector.SIGNS);
        System.arraycopy(vector, 0, vectors, row * Vector.FIGURES, Vector.FIGURES);
        scales[row] = Vector.scale(vector);
    }

    UUID matter(int row) {
        return new UUID(high[row], low[row]);
    }

    /** @return −1 when it is none of the first so many rows */
    int find(UUID matter, int rows) {
        var wanted = matter.getLeastSignificantBits();
        for (int row = 0; row < rows; row++) if (low[row] == wanted && high[row] == matter.getMostSignificantBits()) return row;
        return -1;
    }

    /** In how many of the signs the row and a sketch differ. */
    int apart(int row, long[] sketch) {
        var at = row * Vector.SIGNS;
        return Long.bitCount(sketches[at] ^ sketch[0]) + Long.bitCount(sketches[at + 1] ^ sketch[1]) + Long.bitCount(sketches[at + 2] ^ sketch[2])
                + Long.bitCount(sketches[at + 3] ^ sketch[3]) + Long.bitCount(sketches[at + 4] ^ sketch[4]) + Long.bitCount(sketches[at + 5] ^ sketch[5])
                + Long.bitCount(sketches[at + 6] ^ sketch[6]) + Long.bitCount(sketches[at + 7] ^ sketch[7]);
    }

    double cosine(int row, byte[] vector, float scale) {
        return (double) Vector.dot(vectors, row * Vector.FIGURES, vector) * scales[row] * scale;
    }
}
