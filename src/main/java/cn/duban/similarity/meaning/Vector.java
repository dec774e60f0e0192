package cn.duban.similarity.meaning;

/** Embeddings as bytes: one signed byte for each of the 512 figures, the largest of them ±127. */
public final class Vector {

    static final int FIGURES = 512;
    static final int SIGNS = FIGURES / Long.SIZE;

    private Vector() {}

    /** Which way it points is kept, how long it is is not. */
    static byte[] of(float[] figures) {
        var largest = Float.MIN_NORMAL;
        for (var figure : figures) largest = Math.max(largest, Math.abs(figure));
        var bytes = new byte[FIGURES];
        for (int i = 0; i < FIGURES; i++) bytes[i] = (byte) Math.round(figures[i] / largest * 127);
        return bytes;
    }

    /** What a product of bytes is multiplied with to become a cosine, for this one of the two. */
    static float scale(byte[] vector) {
        return (float) (1 / Math.sqrt(Math.max(1, dot(vector, 0, vector))));
    }

    /** @param from where the other one begins in {@code many} */
    static int dot(byte[] many, int from, byte[] one) {
        var sum = 0;
        for (int i = 0; i < FIGURES; i++) sum += many[from + i] * one[i];
        return sum;
    }

    /** How alike two are: 1 the same, 0 nothing in common. */
    public static double cosine(byte[] one, byte[] other) {
        return (double) dot(one, 0, other) * scale(one) * scale(other);
    }

    static void sketch(byte[] vector, long[] into, int from) {
        for (int word = 0; word < SIGNS; word++) {
            var signs = 0L;
            for (int bit = 0; bit < Long.SIZE; bit++) if (vector[word * Long.SIZE + bit] > 0) signs |= 1L << bit;
            into[from + word] = signs;
        }
    }
}
