package cn.duban.bench;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of work came to.
 *
 * @param steps times in microseconds, by kind of request
 * @param errors status and first body → how often
 * @param floor the same rows by bare SQL, once taken
 */
record Figure(String name, double seconds, Map<String, Histogram> steps, Map<String, Long> errors, Costs costs, @Nullable Figure floor) {

    Figure over(Figure bare) {
        return new Figure(name, seconds, steps, errors, costs, bare);
    }

    Histogram all() {
        var all = new Histogram(3);
        steps.values().forEach(all::add);
        return all;
    }

    long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    double rate() {
        return all().getTotalCount() / seconds;
    }

    static String heading() {
        return """
                | what | n | per second | p50 ms | p99 ms | max ms | errors | CPU s: product | PostgreSQL | tool | statements each | floor per second | of the floor |
                | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
                """;
    }

    String rows() {
        var text = new StringBuilder(row(name, all(), true));
        if (steps.size() > 1) new TreeMap<>(steps).forEach((step, times) -> text.append(row("… " + step, times, false)));
        errors.forEach((what, often) -> text.append("| error × ").append(often).append(" | ").append(what.replace('|', '/').replace('\n', ' ')).append(" |\n"));
        return text.toString();
    }

    private String row(String what, Histogram times, boolean whole) {
        var n = times.getTotalCount();
        var each = n == 0 ? 0 : (double) costs.statements() / n;
        var first = "| %s | %d | %.0f | %.2f | %.2f | %.1f |".formatted(what, n, n / seconds, ms(times, 50), ms(times, 99), times.getMaxValue() / 1000.0);
        if (!whole) return first + " | | | | | | |\n";
        return first + " %d | %.1f | %.1f | %.1f | %.1f | %s | %s |\n".formatted(failed(), costs.product(), costs.postgres(), costs.tool(), each,
                floor == null ? "" : "%.0f".formatted(floor.rate()), floor == null ? "" : "%.0f %%".formatted(100 * rate() / floor.rate()));
    }

    private static double ms(Histogram times, double percent) {
        return times.getValueAtPercentile(percent) / 1000.0;
    }
}
