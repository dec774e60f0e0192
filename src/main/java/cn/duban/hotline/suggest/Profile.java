package cn.duban.hotline.suggest;

import java.util.Arrays;

/**
 * What the tickets of each category have in common by what they mean: a linear discriminant. Directions in which tickets of one
 * category differ among themselves (who calls, how long, how angry) count little, those in which categories differ count much.
 */
final class Profile {

    /** Added to the spread over all directions, so that few tickets do not look like a rule. */
    private static final double CAUTION = 1;

    private final double[][] weights;
    private final double[] biases;

    private Profile(double[][] weights, double[] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    static Profile of(Moments known) {
        var means = new double[known.categories()][];
        for (int c = 0; c < means.length; c++) {
            var count = Math.max(1, known.counts[c]);
            means[c] = Arrays.stream(known.sums[c]).map(sum -> sum / count).toArray();
        }
        var factor = factor(spread(known, means));
        var weights = new double[means.length][];
        var biases = new double[means.length];
        for (int c = 0; c < means.length; c++) {
            weights[c] = solve(factor, means[c]);
            biases[c] = -Directions.product(weights[c], means[c]) / 2;
        }
        return new Profile(weights, biases);
    }

    /** How tickets differ from the mean of their category, over all categories together; the lower half. */
    private static double[][] spread(Moments known, double[][] means) {
        var all = Math.max(1, Arrays.stream(known.counts).sum());
        var figures = known.figures();
        var spread = new double[figures][figures];
        for (int i = 0; i < figures; i++) {
            for (int j = 0; j <= i; j++) {
                var between = 0.0;
                for (int c = 0; c < means.length; c++) between += known.counts[c] * means[c][i] * means[c][j];
                spread[i][j] = (known.products[i][j] - between) / all;
            }
            spread[i][i] += CAUTION / figures;
        }
        return spread;
    }

    /** Cholesky's, in place. */
    private static double[][] factor(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                var sum = lower[i][j];
                for (int k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return lower;
    }

    private static double[] solve(double[][] factor, double[] right) {
        var x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) x[i] -= factor[i][k] * x[k];
            x[i] /= factor[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= factor[i][i];
            for (int k = 0; k < i; k++) x[k] -= factor[i][k] * x[i];
        }
        return x;
    }

    /** For each category how far this speaks for it: only differences between categories mean something. */
    double[] scores(double[] direction) {
        var scores = new double[weights.length];
        for (int c = 0; c < scores.length; c++) scores[c] = Directions.product(weights[c], direction) + biases[c];
        return scores;
    }
}
