package cn.duban.rectification.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the tree of headings; a list that starts anew under 整改措施: is a child list even when it repeats the outer style. */
final class Outline {
    private final Node root = new Node(null, null, Passage.EMPTY, 0);
    private Node open = root;
    private int innerStyle = -1;
    private int innerNext;
    private Node innerParent = root;

    private Outline() {}

    static Node of(List<Passage> body) {
        var outline = new Outline();
        body.forEach(outline::add);
        outline.root.all().toList().forEach(Unnumbered::split);
        return outline.root;
    }

    private void add(Passage passage) {
        var enumerator = passage.text.indexOf('\t') >= 0 ? null : Enumerator.at(passage.text);
        if (enumerator == null || isSentence(passage, enumerator)) {
            if (Label.opens(passage.text)) {
                open = owner(open);
            } else if (StatusWords.isStatement(passage)) {
                open = subject(open);
            }
            var host = hostOfUnnumbered(passage);
            if (host != null) {
                var counted = Enumerator.counted(passage.text);
                open = child(host, counted == null ? Enumerator.unnumbered(host.children.size() + 1) : counted,
                        passage.from(counted == null ? 0 : counted.end()), passage.line());
            } else {
                open.body.add(passage);
            }
            return;
        }
        var head = passage.from(enumerator.end()).trimStart("、.:: ");
        var parent = parentFor(enumerator, head);
        var inner = Enumerator.at(head.text);
        // 1.(1) opens two levels at once
        if (inner != null && inner.style().ordinal() > enumerator.style().ordinal() && !isSentence(head, inner)) {
            var outer = child(parent, enumerator, Passage.EMPTY, passage.line());
            open = child(outer, inner, head.from(inner.end()).trimStart("、.: "), passage.line());
        } else {
            open = child(parent, enumerator, head, passage.line());
        }
    }

    /** 一、二、三级… or a number with nothing behind it is no heading. */
    private static boolean isSentence(Passage passage, Enumerator enumerator) {
        var rest = passage.text.substring(enumerator.end());
        return rest.isBlank() || rest.matches("^[一二三四五六七八九十]+、.*") && enumerator.style() == Enumerator.Style.CHINESE;
    }

    private Node parentFor(Enumerator enumerator, Passage head) {
        var style = enumerator.style().ordinal();
        if (innerStyle == style && enumerator.number() == innerNext && !Heading.namesFinding(head.text)) {
            innerNext++;
            return innerParent;
        }
        if (enumerator.number() == 1 && repeatsStyle(style) && awaitsList(open) && !Heading.namesFinding(head.text)) {
            innerStyle = style;
            innerNext = 2;
            innerParent = open;
            return open;
        }
        innerStyle = innerStyle == style || innerStyle > style ? -1 : innerStyle;
        var parent = open;
        while (parent.enumerator != null && (parent.depth() >= style || isInner(parent, style))) {
            parent = parent.parent == null ? root : parent.parent;
        }
        return parent;
    }

    /** A labelled line behind a list of measures belongs to the finding, not to the last measure. */
    private static Node owner(Node open) {
        for (var at = open; at.parent != null && at.parent.enumerator != null; at = at.parent) {
            var parent = at.parent;
            var answered = parent.labels().anyMatch(Label::isAnswer);
            var unnamed = at.children.isEmpty() && !Heading.quotesFinding(at.head.text) && !Heading.soundsWanting(at.head.text)
                    && Heading.namesFinding(parent.head.text);
            if (answered || unnamed && !at.isLabelled() || isDeed(at) && wantsAnswer(parent)) {
                return parent;
            }
        }
        return open;
    }

    /** A finished sentence that tells of no want: 制定议事计划。全年研究12次。 */
    private static boolean isDeed(Node node) {
        return node.children.isEmpty() && !node.isLabelled() && node.head.text.endsWith("。")
                && !Heading.quotesFinding(node.head.text) && !Heading.soundsWanting(node.head.text);
    }

    /** A problem under which nothing but deeds stand, and none of them was answered. */
    private static boolean wantsAnswer(Node parent) {
        return parent.rank() >= Enumerator.Style.BRACKETED_CHINESE.ordinal() && (Heading.soundsWanting(parent.head.text) || Assignment.in(parent))
                && parent.children.stream().allMatch(child -> isDeed(child) && child.labels().noneMatch(Label::isAnswer))
                && parent.children.stream().filter(child -> Heading.tellsDeed(child.head.text)).count() * 2 >= parent.children.size();
    }

    /** 该问题已整改完成 behind a list of measures speaks of the finding over them. */
    private static Node subject(Node open) {
        for (var at = open; at.parent != null && at.parent.rank() >= Enumerator.Style.BRACKETED_CHINESE.ordinal(); at = at.parent) {
            if (isProblem(at)) {
                return at;
            }
            if (isProblem(at.parent)) {
                return at.parent;
            }
        }
        return open;
    }

    private static boolean isProblem(Node node) {
        return Heading.namesFinding(node.head.text) || Heading.soundsWanting(node.head.text);
    }

    /** The heading under which 针对“…”问题, or 一是关于…的问题 opens a finding of its own; null where it is part of a finding's text. */
    private @Nullable Node hostOfUnnumbered(Passage passage) {
        if (!Unnumbered.opens(passage.text)) {
            return null;
        }
        var host = open;
        while (host.parent != null && (host.rank() == Enumerator.Style.UNNUMBERED.ordinal() || host.rank() > Enumerator.Style.ARABIC.ordinal() && !isProblem(host))) {
            host = host.parent;
        }
        var taken = host.enumerator != null && (Heading.namesFinding(host.head.text) || host.labels().anyMatch(Label::isAnswer)
                || host.rank() > Enumerator.Style.BRACKETED_CHINESE.ordinal() && isProblem(host));
        return taken ? null : host;
    }

    private boolean isInner(Node node, int style) {
        return innerStyle < 0 && node.parent != null && node.parent.rank() >= style;
    }

    private boolean repeatsStyle(int style) {
        for (var node = open; node != null; node = node.parent) {
            if (node.rank() == style) {
                return true;
            }
        }
        return false;
    }

    /** The last words were a label with nothing behind it yet. */
    private static boolean awaitsList(Node node) {
        var last = node.body.isEmpty() ? node.head : node.body.getLast();
        var segments = last.segments();
        if (segments.isEmpty()) {
            return false;
        }
        var segment = segments.getLast();
        return segment.label() != null && segment.label().isAnswer() && segment.value().text.length() <= 20
                || last.text.endsWith("措施如下:") || last.text.endsWith("情况如下:");
    }

    private static Node child(Node parent, Enumerator enumerator, Passage head, int line) {
        var node = new Node(enumerator, parent, head, line);
        parent.children.add(node);
        return node;
    }
}
