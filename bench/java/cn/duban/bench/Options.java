package cn.duban.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run was asked for, as {@code --name=value}.
 *
 * @param asOf the day that the history leads up to
 * @param wake how long everything is asked for at once before the first figure
 * @param seconds how long each figure is taken, after as many of warming up as {@code warm}
 * @param explain plans of statements that take as many milliseconds go to the log of PostgreSQL; 0 for none
 * @param settle what becomes of the work that a load leaves to the product's timers
 * @param only the figures wanted; empty for all
 */
record Options(int matters, long seed, Path data, int port, LocalDate asOf, int connections, int wake, int warm, int seconds, int explain, Settle settle, List<String> only, String jvm, Path out) {

    /** Waited for; left alone, with the timers off; or done beside the figures. */
    enum Settle {
        YES, NO, BESIDE;

        boolean timers() {
            return this != NO;
        }
    }

    static Options of(List<String> words) {
        var said = new TreeMap<String, String>();
        for (var word : words) {
            if (!word.startsWith("--") || !word.contains("=")) throw new IllegalArgumentException("Options read --name=value, not " + word);
            said.put(word.substring(2, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        var options = new Options(number(said, "matters", 100_000), Long.parseLong(said.getOrDefault("seed", "1")), Path.of(said.getOrDefault("data", "target/bench-data")),
                number(said, "port", 8180), LocalDate.parse(said.getOrDefault("as-of", LocalDate.now().toString())), number(said, "connections", 8),
                number(said, "wake", 60), number(said, "warm", 5), number(said, "seconds", 10), number(said, "explain", 0), Settle.valueOf(said.getOrDefault("settle", "yes").toUpperCase(Locale.ROOT)), list(said.getOrDefault("only", "")),
                said.getOrDefault("jvm", ""), Path.of(said.getOrDefault("out", "target/bench-results.md")));
        said.keySet().removeAll(List.of("matters", "seed", "data", "port", "as-of", "connections", "wake", "warm", "seconds", "explain", "settle", "only", "jvm", "out"));
        if (!said.isEmpty()) throw new IllegalArgumentException("Nothing here is called " + said.keySet());
        return options;
    }

    /** The same for a second node beside the first. */
    Options beside() {
        return new Options(matters, seed, data, port + 1, asOf, connections, wake, warm, seconds, explain, settle, only, jvm, out);
    }

    boolean wants(String figure) {
        return only.isEmpty() || only.contains(figure);
    }

    private static int number(Map<String, String> said, String name, int usual) {
        return Integer.parseInt(said.getOrDefault(name, "" + usual));
    }

    private static List<String> list(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.split(","));
    }
}
