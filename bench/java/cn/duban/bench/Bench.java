package cn.duban.bench;

import java.util.Arrays;
import java.util.List;

/** {@code load}, {@code drive}, {@code nodes}, {@code hotline}; see {@code bench/run}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] words) throws Exception {
        var options = Options.of(words.length == 0 ? List.of() : Arrays.asList(words).subList(1, words.length));
        switch (words.length == 0 ? "" : words[0]) {
            case "load" -> Load.run(options);
            case "drive" -> new Drive(options).run();
            case "nodes" -> new Nodes(options).run();
            case "hotline" -> new HotlineDay(options).run();
            default -> throw new IllegalArgumentException("Say load, drive, nodes or hotline.");
        }
    }
}
