package cn.duban.publication;

import cn.duban.publication.Composition.Figure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Text with figures as {@code {name}}: filled in, and asked which names it holds. */
final class Wording {

    private static final Pattern NAME = Pattern.compile("\\{([^{}\\n]{1,80})}");

    private Wording() {}

    /** A name that is no figure stays as it was typed; {@link Checks} stops the bulletin there. */
    static List<Segment> fill(String text, Map<String, Figure> figures) {
        var segments = new ArrayList<Segment>();
        var at = 0;
        for (var names = NAME.matcher(text); names.find(); ) {
            var figure = figures.get(names.group(1));
            if (figure == null) continue;
            if (names.start() > at) segments.add(Segment.words(text.substring(at, names.start())));
            if (!figure.text().isEmpty()) segments.add(new Segment(figure.text(), figure.name(), figure.hidden() != null));
            at = names.end();
        }
        if (at < text.length()) segments.add(Segment.words(text.substring(at)));
        return segments;
    }

    static Set<String> names(String text) {
        var found = new LinkedHashSet<String>();
        NAME.matcher(text).results().forEach(m -> found.add(m.group(1)));
        return found;
    }

    /** The words alone, each figure as one gap, so that a number typed beside a figure is not read together with it. */
    static String without(String text) {
        return NAME.matcher(text).replaceAll("\u0001");
    }
}
