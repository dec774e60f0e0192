package cn.duban.publication;

import cn.duban.ledger.Matter;
import cn.duban.web.Rate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin before anybody edited it.
 *
 * @param figures by the name that stands for them in the parts
 * @param remarks what whoever edits should look at, in words
 * @param needed figures without which the sentence that names them cannot go out
 * @param claims what people say of the figures in words of their own; what holds another within it comes first (未销号, 销号)
 */
public record Composition(String title, List<Part> parts, Map<String, Figure> figures, List<String> remarks, Set<String> needed, List<Claim> claims) {

    private static final Pattern OF_UNIT = Pattern.compile("(单位\\d+)(.*)");

    public Composition {
        parts = List.copyOf(parts);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        remarks = List.copyOf(remarks);
        needed = Set.copyOf(needed);
        claims = List.copyOf(claims);
    }

    /** Whether there are matters behind a figure to lead to. */
    public boolean leads(@Nullable String figure) {
        return figure != null && figures.containsKey(figure) && (figures.get(figure).value() != null || figures.get(figure).unit() == Unit.RATE || !figures.get(figure).rows().isEmpty());
    }

    /** A figure as people call it: one of a unit bears the unit's name instead of its number in the register. */
    public String called(String figure) {
        var unit = OF_UNIT.matcher(figure);
        return unit.matches() && figures.containsKey(unit.group(1)) ? figures.get(unit.group(1)).text() + unit.group(2) : figure;
    }

    public enum Kind {
        HEADING(1), SUBHEADING(2), PARAGRAPH(0), FIGURES(0), TABLE(0);

        private final int level;

        Kind(int level) {
            this.level = level;
        }

        /** 1 and 2 for headings, 0 for text. */
        public int level() {
            return level;
        }
    }

    /**
     * @param name stays the same while the bulletin is edited
     * @param text with figures as {@code {name}}
     * @param free whether the editor may rewrite the words around the figures
     */
    public record Part(String name, Kind kind, String text, boolean free) {}

    /** @param words a pattern of what is said with a number: 销号, 整改到位; {@code figures} what it can mean */
    public record Claim(String words, List<String> figures) {
        public static Claim of(String words, String... figures) {
            return new Claim(words, List.of(figures));
        }
    }

    /** What a figure is counted in, to find a number that was typed instead. */
    public enum Unit { FINDING, MEASURE, RATE, NONE }

    /**
     * Something that only the ledger says.
     *
     * @param value how many; null where it is not a number
     * @param rows the matters that were counted
     * @param proved false for names out of the register, which has its own history
     * @param hidden a word or title that the law keeps from the public: it reads as a redaction, and why
     */
    public record Figure(String name, String text, @Nullable Integer value, Unit unit, Set<UUID> rows, boolean proved, @Nullable String hidden) {
        public Figure {
            rows = Collections.unmodifiableSet(new LinkedHashSet<>(rows));
        }

        Figure called(String other) {
            return new Figure(other, text, value, unit, rows, proved, hidden);
        }

        /** Why a word is kept from the public that a matter says of itself. */
        public static final String SECRET = "工作秘密";

        public static Figure count(String name, Unit unit, Set<UUID> rows) {
            return new Figure(name, Integer.toString(rows.size()), rows.size(), unit, rows, true, null);
        }

        public static Figure rate(String name, Set<UUID> done, Set<UUID> all) {
            return new Figure(name, Rate.text(done.size(), all.size()), null, Unit.RATE, done, true, null);
        }

        public static Figure fact(String name, String text, UUID matter) {
            return new Figure(name, text, null, Unit.NONE, Set.of(matter), true, null);
        }

        public static Figure named(String name, String text, Set<UUID> rows) {
            return new Figure(name, text, null, Unit.NONE, rows, false, null);
        }

        public static Figure kept(String name, String text, String reason, UUID matter) {
            return new Figure(name, text, null, Unit.NONE, Set.of(matter), true, reason);
        }

        /** What a matter says of itself: a work secret is kept from the public, and what only named persons may know is not even laid before the editor. */
        public static Figure guarded(String name, String text, Matter matter) {
            return switch (matter.secrecy()) {
                case PUBLIC, INTERNAL -> fact(name, text, matter.id());
                case WORK_SECRET -> kept(name, text, SECRET, matter.id());
                case NAMED_PERSONS -> kept(name, "（限定知悉范围）", SECRET, matter.id());
            };
        }
    }
}
