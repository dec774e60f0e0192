package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /** How deep it stands; a finding without a number stands right below the aspects. */
    int depth() {
        return rank() == Enumerator.Style.UNNUMBERED.ordinal() ? Enumerator.Style.BRACKETED_CHINESE.ordinal() : rank();
    }

    /** (2)整改措施:… is a line of its finding; 1.问题:… is a finding, unless its siblings bear other labels. */
    boolean isLabelled() {
        var label = firstLabel();
        return label != null && (label != Label.PROBLEM || parent != null && parent.children.stream()
                .map(Node::firstLabel).anyMatch(other -> other != null && other != Label.PROBLEM));
    }

    @Nullable Label firstLabel() {
        return Label.opens(head.text) && !isSection() ? head.segments().getFirst().label() : null;
    }

    /** 二、整改情况 is a section of the document; (2)整改情况 under a finding is a line of it. */
    private boolean isSection() {
        return enumerator != null && Label.isAlone(head.text) && (rank() <= Enumerator.Style.CHINESE.ordinal()
                || rank() == Enumerator.Style.BRACKETED_CHINESE.ordinal() && anyBelow(node -> node.labels().anyMatch(Label::isAnswer)));
    }

    /** The labels that stand in the heading's line and in the passages under it, down to the next heading. */
    Stream<Label> labels() {
        return (isSection() ? body.stream() : passages()).flatMap(passage -> passage.segments().stream())
                .map(Label.Segment::label).filter(Objects::nonNull);
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
