package cn.duban.figures;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One number of a board: what it counts, of which matters.
 *
 * @param from the state that matters left, of moves only
 * @param to the state that they came to
 */
public record Cell(Kind kind, Scope scope, @Nullable String from, @Nullable String to) {

    static Cell of(Kind kind, Scope scope) {
        return new Cell(kind, scope, null, null);
    }

    /** @return null where the address names nothing that is counted */
    static @Nullable Cell read(Map<String, String> asked) {
        var kind = Kind.of(asked.get("of"));
        return kind == null ? null : new Cell(kind, Scope.read(asked), Scope.one(asked, "from", s -> s), Scope.one(asked, "to", s -> s));
    }

    /** Where its rows are listed. */
    public String href() {
        return href(null);
    }

    String href(@Nullable String after) {
        var parts = scope.parts();
        parts.put("of", kind.word());
        Scope.put(parts, "from", from);
        Scope.put(parts, "to", to);
        Scope.put(parts, "after", after);
        return Scope.address("/figures/rows", parts);
    }
}
