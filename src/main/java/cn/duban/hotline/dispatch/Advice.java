package cn.duban.hotline.dispatch;

import cn.duban.hotline.suggest.Certainty;
import cn.duban.hotline.suggest.Reason;
import cn.duban.hotline.suggest.Suggestion;
import cn.duban.hotline.suggest.Suggestions;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the desk is told about one ticket, the likeliest first.
 *
 * @param ready whether anything has been learned yet; where not, nothing is said of the ticket
 * @param sure the one that may be filled in
 */
public record Advice(boolean ready, List<Line> lines, Optional<Line> sure) {

    static final Advice NONE = new Advice(false, List.of(), Optional.empty());

    /** Lines that are shown, and characters of a reply that are quoted. */
    private static final int SHOWN = 3;
    static final int QUOTED = 30;

    /** @param unit that would handle it; empty where neither the catalogue nor a closed ticket names one that still is */
    public record Line(String category, Certainty certainty, String howSure, List<Reason> reasons, Optional<Handler> unit) {}

    public record Handler(int unit, String name, String why) {}

    static Advice of(Suggestions suggestions, Directory directory) {
        var lines = suggestions.ranked().stream().limit(SHOWN).map(one -> line(one, directory)).toList();
        return new Advice(true, lines, suggestions.answer().isEmpty() || lines.isEmpty() ? Optional.empty() : Optional.of(lines.getFirst()));
    }

    private static Line line(Suggestion one, Directory directory) {
        var unit = one.units().stream().flatMap(handler -> directory.unitNamed(handler.unit()).map(Unit::id).map(id -> new Handler(id, handler.unit(), handler.reason().say())).stream()).findFirst();
        return new Line(one.category(), one.certainty(), one.sure(), one.reasons(), unit);
    }

    /** As it goes with the form: what was shown, and how sure. */
    public Shown shown() {
        return sure.map(line -> new Shown(line.certainty().name().toLowerCase(Locale.ROOT), line.category(), line.unit().map(Handler::unit).orElse(null)))
                .orElseGet(() -> new Shown(ready ? "possible" : "none", lines.isEmpty() ? "" : lines.getFirst().category(), lines.isEmpty() ? null : lines.getFirst().unit().map(Handler::unit).orElse(null)));
    }

    /** What a decision is held against. @param certainty {@code none} where nothing was ready */
    public record Shown(String certainty, String category, @Nullable Integer unit) {

        public String text() {
            return certainty + "|" + category + "|" + (unit == null ? "" : unit);
        }

        /** As a form sent it back; nothing of it where it is not what a page wrote. */
        public static Shown read(String text) {
            var parts = text.split("\\|", -1);
            if (parts.length != 3 || !List.of("very_likely", "likely", "possible").contains(parts[0]) || !parts[2].matches("\\d{0,9}")) return new Shown("none", "", null);
            return new Shown(parts[0], parts[1].length() > 100 ? "" : parts[1], parts[2].isEmpty() ? null : Integer.valueOf(parts[2]));
        }
    }
}
