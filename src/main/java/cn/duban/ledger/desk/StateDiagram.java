package cn.duban.ledger.desk;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.State;
import cn.duban.ledger.type.Phase;
import cn.duban.ledger.type.TypeWords;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A matter type drawn: its states as boxes from the top down, its actions as arrows with who takes them. Lengths are pixels at
 * a text height of {@link #TEXT}; where everything lies is decided by {@link DiagramLayout}.
 *
 * @param boxes in the order of the file, the state in which a matter is opened first
 */
public record StateDiagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {

    static final int TEXT = 13;
    static final int LINE = 18;

    /** The longest line in a box and beside an arrow, in Chinese characters. */
    private static final int MEASURE = 12;
    private static final int NARROW = 9;

    /** @param quiet said beside the name of the thing: who owes, who acts */
    public record Line(String text, boolean quiet) {}

    /**
     * @param look {@code draft}, {@code open}, {@code settled} or {@code ended}
     * @param lines the state's name, who owes the next step, what can be done without leaving it
     * @param here whether the matter that is being looked at stands in it
     */
    public record Box(String state, String look, int x, int y, int width, int height, List<Line> lines, boolean here) {

        /** The height of the foot of a line's letters. */
        public int baseline(int line) {
            return y + (height - lines.size() * LINE) / 2 + line * LINE + TEXT;
        }

        public int middle() {
            return x + width / 2;
        }
    }

    /**
     * @param path of SVG: where the arrow runs
     * @param head of SVG: the three corners of its point
     * @param lines one for each action that leads the same way
     * @param taken whether the matter that is being looked at went this way
     */
    public record Arrow(String from, String to, String path, String head, int x, int y, List<Line> lines, boolean taken) {

        public int baseline(int line) {
            return y + line * LINE + TEXT;
        }
    }

    /** A way from one state to another. */
    record Way(String from, String to) {}

    public static StateDiagram of(MatterType type, Locale language) {
        return of(type, language, null, List.of());
    }

    /**
     * @param here the state to be marked
     * @param trodden the states that were gone through, in order
     */
    public static StateDiagram of(MatterType type, Locale language, @Nullable String here, List<String> trodden) {
        var labels = new LinkedHashMap<String, List<Line>>();
        type.states().values().forEach(state -> labels.put(state.name(), box(type, state, language)));
        var ways = new LinkedHashMap<Way, List<Line>>();
        for (var action : type.actions().values()) {
            if (action.onAssignment() || action.to() == null || !labels.containsKey(action.to())) continue;
            for (var from : action.from())
                if (labels.containsKey(from)) ways.computeIfAbsent(new Way(from, action.to()), way -> new ArrayList<>()).addAll(arrow(type, action, language));
        }
        var taken = new ArrayList<Way>();
        for (int i = 1; i < trodden.size(); i++) taken.add(new Way(trodden.get(i - 1), trodden.get(i)));
        return new DiagramLayout(labels, ways).draw(state -> look(type, type.state(state)), here, taken);
    }

    private static List<Line> box(MatterType type, State state, Locale language) {
        var lines = new ArrayList<>(folded(List.of(state.label().in(language).split(" ")), " ", MEASURE, false));
        if (state.owes() != null) lines.addAll(folded(List.of(TypeWords.named(type, state.owes()).in(language).split(" ")), " ", MEASURE, true));
        var staying = type.actionsFrom(state.name()).stream().filter(a -> a.to() == null).map(a -> a.label().in(language)).toList();
        if (!staying.isEmpty()) lines.addAll(folded(staying, english(language) ? ", " : "、", MEASURE, true));
        return lines;
    }

    private static List<Line> arrow(MatterType type, Action action, Locale language) {
        var lines = new ArrayList<>(folded(List.of(action.label().in(language).split(" ")), " ", NARROW, false));
        var by = action.by().stream().map(role -> TypeWords.named(type, role).in(language)).collect(Collectors.joining(english(language) ? ", " : "、"));
        lines.addAll(folded(List.of(by.split(" ")), " ", NARROW, true));
        return lines;
    }

    /** Lines of words, none longer than it must be. */
    private static List<Line> folded(List<String> words, String between, int measure, boolean quiet) {
        var lines = new ArrayList<Line>();
        var line = new StringBuilder();
        for (var word : words) {
            if (!line.isEmpty() && ems(line + between + word) > measure) {
                lines.add(new Line((line + between).strip(), quiet));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : between).append(word);
        }
        lines.add(new Line(line.toString(), quiet));
        return lines;
    }

    static String look(MatterType type, State state) {
        return Phase.of(type, state).name().toLowerCase(Locale.ROOT);
    }

    /** The ways once more, one sentence each, for those who do not see the drawing. */
    public String inWords() {
        return arrows.stream().map(arrow -> Words.say("ledger.types.diagram.way", name(arrow.from()), told(arrow.lines()), name(arrow.to()))).collect(Collectors.joining(" "));
    }

    private String name(String state) {
        return boxes.stream().filter(box -> box.state().equals(state)).map(box -> told(box.lines())).findFirst().orElse(state);
    }

    private static String told(List<Line> lines) {
        return lines.stream().filter(line -> !line.quiet()).map(Line::text).collect(Collectors.joining(" "));
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }

    /** How wide a text runs, in heights of its letters: a Chinese character is as wide as high, a Latin one a little over half. */
    static double ems(CharSequence text) {
        return text.codePoints().mapToDouble(c -> c < 0x2E80 ? Character.isUpperCase(c) ? .68 : .56 : 1).sum();
    }
}
