package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A numbered heading with the passages under it and its children. The root has no enumerator. */
final class Node {
    final @Nullable Enumerator enumerator;
    final @Nullable Node parent;
    final Passage head;
    final List<Passage> body = new ArrayList<>();
    final List<Node> children = new ArrayList<>();
    final int line;

    private @Nullable Boolean shows;

    Node(@Nullable Enumerator enumerator, @Nullable Node parent, Passage head, int line) {
        this.enumerator = enumerator;
        this.parent = parent;
        this.head = head;
        this.line = line;
    }

    /** Deeper styles have higher ranks; a list under a label is deeper than any of them. */
    int rank() {
        return enumerator == null ? -1 : enumerator.style().ordinal();
    }

    /** (2)整改措施:… is a line of its finding; 1.问题:… is a finding, unless its siblings bear other labels. */
    boolean isLabelled() {
        var label = firstLabel();
        return label != null && (label != Label.PROBLEM || parent != null && parent.children.stream()
                .map(Node::firstLabel).anyMatch(other -> other != null && other != Label.PROBLEM));
    }

    /** 二、整改落实情况 on a line of its own is the name of a section, not the label of an answer. */
    private boolean namesSection() {
        return enumerator != null && rank() <= Enumerator.Style.BRACKETED_CHINESE.ordinal() && head.text.indexOf(':') < 0 && Label.opens(head.text);
    }

    Stream<Label.Segment> segments() {
        return passages().filter(passage -> passage != head || !namesSection()).flatMap(passage -> passage.segments().stream());
    }

    @Nullable Label firstLabel() {
        return namesSection() ? null : Label.opens(head.text) ? head.segments().getFirst().label() : null;
    }

    Stream<Passage> passages() {
        return Stream.concat(head.isEmpty() ? Stream.empty() : Stream.of(head), body.stream());
    }

    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    boolean anyBelow(Predicate<Node> test) {
        return children.stream().flatMap(Node::all).anyMatch(test);
    }

    /** Whether the heading shows that it is a finding; asked of whole subtrees again and again, so kept. */
    boolean shows() {
        if (shows == null) {
            shows = Findings.shows(this);
        }
        return shows;
    }

    /** Numbers from the outermost heading to this one, as they stand in a path. */
    List<String> path() {
        var path = new ArrayList<String>();
        for (var node = this; node != null && node.enumerator != null; node = node.parent) {
            path.addFirst(node.enumerator.inPath());
        }
        return path;
    }
}
