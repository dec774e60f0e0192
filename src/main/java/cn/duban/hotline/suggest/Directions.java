package cn.duban.hotline.suggest;

/** Embeddings, a signed byte a figure, as directions: how long one is means nothing. */
final class Directions {

    private Directions() {}

    /** Of length one. */
    static double[] of(byte[] meaning) {
        var scale = scale(meaning);
        var direction = new double[meaning.length];
        for (int i = 0; i < direction.length; i++) direction[i] = meaning[i] * scale;
        return direction;
    }

    static double scale(byte[] meaning) {
        return 1 / Math.sqrt(Math.max(1, product(meaning, meaning)));
    }

    static int product(byte[] one, byte[] other) {
        var sum = 0;
        for (int i = 0; i < one.length; i++) sum += one[i] * other[i];
        return sum;
    }

    static double product(double[] one, double[] other) {
        var sum = 0.0;
        for (int i = 0; i < one.length; i++) sum += one[i] * other[i];
        return sum;
    }

    static double cosine(byte[] one, byte[] other) {
        return product(one, other) * scale(one) * scale(other);
    }
}
