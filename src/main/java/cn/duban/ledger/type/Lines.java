package cn.duban.ledger.type;

import java.util.Map;

/** Where each part of a matter type stands in its text, so that a rule's fault can name the line. */
public record Lines(String source, Map<String, Integer> byPath) {

    public Lines {
        byPath = Map.copyOf(byPath);
    }

    static Lines none(String source) {
        return new Lines(source, Map.of());
    }

    /** The line of a path such as {@code actions.close.gate}, or of the nearest part around it; 0 if there is no text. */
    public int of(String path) {
        for (var part = path; ; part = part.substring(0, Math.max(part.lastIndexOf('.'), 0))) {
            var line = byPath.get(part);
            if (line != null) return line;
            if (part.isEmpty()) return 0;
        }
    }
}
