package cn.duban.publication;

import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Content.Passage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays redactions over a content: what is covered is marked, and still there. {@link Content#open} takes it away. */
final class Blackout {

    private final Set<String> parts = new HashSet<>();
    private final List<String> words;
    private final Set<String> facts = new HashSet<>();

    private Blackout(List<Redaction> redactions) {
        redactions.stream().map(Redaction::part).filter(Objects::nonNull).forEach(parts::add);
        words = redactions.stream().map(Redaction::words).filter(Objects::nonNull).toList();
    }

    static Content over(Content content, List<Redaction> redactions, Map<String, Figure> figures) {
        var blackout = new Blackout(redactions);
        content.passages().stream().filter(p -> blackout.parts.contains(p.name())).flatMap(p -> p.segments().stream())
                .map(Segment::figure).filter(name -> name != null && fact(figures.get(name))).forEach(blackout.facts::add);
        return new Content(content.form(), content.number(), content.mark(), content.datedOn(), content.asOf(), content.root(), content.rootType(),
                blackout.cover(content.title()),
                content.passages().stream().map(p -> new Passage(p.name(), p.kind(), blackout.cover(p))).toList(), content.counted());
    }

    /** A title, name or status is a fact that a covered part gives away elsewhere; a count is told of all. */
    private static boolean fact(@Nullable Figure figure) {
        return figure != null && figure.value() == null && figure.unit() == Composition.Unit.NONE && !figure.rows().isEmpty();
    }

    private List<Segment> cover(Passage passage) {
        if (parts.contains(passage.name())) return passage.segments().stream().map(Segment::covered).toList();
        return cover(passage.segments());
    }

    private List<Segment> cover(List<Segment> segments) {
        var text = Content.plain(segments);
        var covered = new BitSet(text.length());
        for (var phrase : words)
            for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) covered.set(at, at + phrase.length());
        var result = new ArrayList<Segment>();
        var start = 0;
        for (var segment : segments) {
            var end = start + segment.text().length();
            var touched = covered.get(start, end).cardinality() > 0;
            if (segment.hidden() || segment.figure() != null && facts.contains(segment.figure())) result.add(segment.covered());
            else if (!touched) result.add(segment);
            // half a figure tells the whole
            else if (segment.figure() != null && segment.text().length() <= 8) result.add(segment.covered());
            else split(segment, covered, start, result);
            start = end;
        }
        return result;
    }

    private static void split(Segment segment, BitSet covered, int offset, List<Segment> into) {
        var text = segment.text();
        for (int at = 0; at < text.length(); ) {
            var hidden = covered.get(offset + at);
            var next = hidden ? covered.nextClearBit(offset + at) : covered.nextSetBit(offset + at);
            var end = next < 0 ? text.length() : Math.min(text.length(), next - offset);
            into.add(new Segment(text.substring(at, end), segment.figure(), hidden));
            at = end;
        }
    }
}
