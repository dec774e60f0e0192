package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who does a task and by when, as written behind it, and the text that remains without it. */
final class Assignment {
    private static final Pattern BRACKET = Pattern.compile("[(〔【\\[]((?:[^()〔〕【】\\[\\]]|\\([^()]*\\)|〔[^〔〕]*〕|〈[^〈〉]*〉){2,400})[)〕】\\]]");

    final Units units = new Units();
    final List<Passage> due = new ArrayList<>();
    final List<Passage> rest = new ArrayList<>();
    final List<Passage> words = new ArrayList<>();
    private boolean bracketSeen;

    Assignment(List<Passage> passages) {
        passages.forEach(this::read);
    }

    private void read(Passage passage) {
        var bracket = BRACKET.matcher(passage.text);
        var start = 0;
        var kept = new ArrayList<Passage>();
        while (bracket.find()) {
            var content = passage.group(bracket, 1);
            if (!isAssignment(content) && !(passage.text.substring(bracket.end()).matches("[。;\\s]*") && Units.areNames(content.text))) {
                continue;
            }
            bracketSeen = true;
            kept.add(passage.slice(start, bracket.start()));
            start = bracket.end();
            take(content);
        }
        kept.add(passage.from(start));
        var remaining = Passage.join(kept, "").strip();
        var segments = remaining.segments();
        if (segments.stream().noneMatch(segment -> segment.label() != null && segment.label().isAnnotation())) {
            keep(remaining);
            return;
        }
        for (var segment : segments) {
            if (segment.label() != null && segment.label().isAnnotation()) {
                put(segment);
            } else {
                keep(segment.value());
            }
        }
    }

    private void keep(Passage text) {
        if (!text.trimEnd("。;;,.)—- ").isEmpty()) {
            rest.add(text);
        }
    }

    private static boolean isAssignment(Passage content) {
        return content.segments().stream().anyMatch(segment -> segment.label() != null && segment.label().isAnnotation())
                || Units.isPostfix(content.text);
    }

    private void take(Passage content) {
        var segments = content.segments();
        if (segments.stream().noneMatch(segment -> segment.label() != null)) {
            words.add(content);
            units.addPostfix(content);
            if (!Dates.find(content.text).isEmpty()) {
                due.add(content);
            }
            return;
        }
        for (var segment : segments) {
            if (segment.label() == null && words.isEmpty() && Units.isPostfix(segment.value().text)) {
                units.addPostfix(segment.value());
            } else if (segment.label() == null && !Dates.find(segment.value().text).isEmpty()) {
                due.add(segment.value());
            } else if (segment.label() == null && segment.value().text.matches(".*(?:配合|参与|协助)$")) {
                units.addPostfix(segment.value());
            } else {
                put(segment);
            }
        }
    }

    private void put(Label.Segment segment) {
        if (segment.label() == Label.DUE) {
            due.add(segment.value());
        } else if (segment.label() != null && segment.label().isAnnotation()) {
            words.add(segment.value());
            units.add(segment.label(), segment.words(), segment.value());
        }
    }

    boolean isEmpty() {
        return units.isEmpty() && !bracketSeen;
    }

    @Nullable String printed() {
        return words.isEmpty() ? null : String.join(";", words.stream().map(word -> word.printed).toList());
    }

    static boolean in(Node node) {
        return !new Assignment(node.passages().toList()).isEmpty();
    }
}
