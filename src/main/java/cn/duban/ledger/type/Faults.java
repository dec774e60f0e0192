package cn.duban.ledger.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** Collects the faults of one text, and remembers where everything stands. */
public final class Faults {

    private final String source;
    private final List<Fault> found = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    public Faults(String source) {
        this.source = source;
    }

    public Faults(Lines lines) {
        this(lines.source());
        this.lines.putAll(lines.byPath());
    }

    void place(String path, Node node) {
        lines.putIfAbsent(path, lineOf(node));
    }

    void add(Node node, String code, String zh, String en, Object... words) {
        add(lineOf(node), code, zh, en, words);
    }

    /** A fault of the part at a path such as {@code actions.close.gate}. */
    public void at(String path, String code, String zh, String en, Object... words) {
        add(lines().of(path), code, zh, en, words);
    }

    public void add(int line, String code, String zh, String en, Object... words) {
        found.add(Fault.of(source, line, code, zh.formatted(said(words, Named::zh)), en.formatted(said(words, Named::en))));
    }

    private static Object[] said(Object[] words, Function<Named, String> say) {
        return Arrays.stream(words).map(word -> word instanceof Named named ? say.apply(named) : word).toArray();
    }

    public List<Fault> all() {
        return found.stream().distinct().sorted(Comparator.comparingInt(Fault::line)).toList();
    }

    public Lines lines() {
        return new Lines(source, lines);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
