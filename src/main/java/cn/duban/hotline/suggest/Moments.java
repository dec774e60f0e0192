package cn.duban.hotline.suggest;

/** What a profile is computed of: for each category how many directions and their sum, and of all how they vary together. They add up. */
final class Moments {

    final double[] counts;
    final double[][] sums;
    /** The lower half. */
    final double[][] products;

    Moments(int categories, int figures) {
        counts = new double[categories];
        sums = new double[categories][figures];
        products = new double[figures][figures];
    }

    int categories() {
        return counts.length;
    }

    int figures() {
        return products.length;
    }

    void add(int category, double[] direction) {
        counts[category]++;
        for (int i = 0; i < direction.length; i++) {
            sums[category][i] += direction[i];
            var row = products[i];
            for (int j = 0; j <= i; j++) row[j] += direction[i] * direction[j];
        }
    }

    void add(Moments other) {
        for (int c = 0; c < counts.length; c++) {
            counts[c] += other.counts[c];
            add(sums[c], other.sums[c]);
        }
        for (int i = 0; i < products.length; i++) add(products[i], other.products[i]);
    }

    private static void add(double[] to, double[] what) {
        for (int i = 0; i < to.length; i++) to[i] += what[i];
    }
}
