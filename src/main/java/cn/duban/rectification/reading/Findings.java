package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Enumerator.Style;
import cn.duban.rectification.reading.Reading.Aspect;
import cn.duban.rectification.reading.Reading.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which headings are findings and which merely group them. A heading shows that it is a finding by naming itself a problem
 * (针对“…”问题), by labelled lines (整改情况:…) or by a status in its bracket; words of want alone count only where nothing shows.
 */
final class Findings {
    private static final Pattern AHEAD = Pattern.compile("下一?步|今后|后续|下一阶段|巩固|持续抓好|工作打算|努力方向|工作安排");
    private static final Pattern UNFINISHED = Pattern.compile("问题|事项|任务|措施");
    private static final Pattern ORGANISED = Pattern.compile("总体(?:整改)?情况|基本情况|组织(?:领导|开展|落实)|主体责任落实|工作开展情况|第一责任人|提高(?:政治)?站位|统一思想|组织整改");
    private static final Pattern ASPECT = Pattern.compile("(?<![个各些大])方面");
    private static final Pattern CONTAINER = Pattern.compile(
            "(?:问题|意见|整改)[^。,]{0,12}(?:整改|落实|完成|进展)[^。,]{0,6}(?:情况|到位|落实)|整改(?:落实|进展|完成)?情况|逐[项条]|主要(?:做法|措施|成效)|反馈(?:的)?(?:问题|意见)");

    private final Node root;
    private final FindingReader reader;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Node> leaves = new HashSet<>();
    private final LinkedHashMap<Node, Integer> parents = new LinkedHashMap<>();
    private boolean anyNamed;

    Findings(Node root, FindingReader reader) {
        this.root = root;
        this.reader = reader;
    }

    Findings read() {
        anyNamed = root.anyBelow(Node::shows);
        for (var top : root.children) {
            if (!isPassedOver(top)) {
                collect(top, false, null);
            }
        }
        leaves.stream().filter(leaf -> leaf.rank() == Style.UNNUMBERED.ordinal()).mapToInt(leaf -> leaf.line).min()
                .ifPresent(reader::unnumbered);
        return this;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean isInFinding(Node node) {
        for (var at = node; at != null; at = at.parent) {
            if (leaves.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** Problems counted one level up, where a numbered problem holds several leaves. */
    List<Integer> levels() {
        var outer = new HashSet<Node>();
        for (var leaf : leaves) {
            outer.add(leaf.parent != null && leaf.parent.rank() >= Style.PROBLEM.ordinal() ? leaf.parent : leaf);
        }
        return outer.size() == findings.size() ? List.of(findings.size()) : List.of(findings.size(), outer.size());
    }

    private boolean isPassedOver(Node top) {
        var style = top.enumerator == null ? null : top.enumerator.style();
        if (style != Style.CHINESE && style != Style.PART && style != Style.BRACKETED_CHINESE) {
            return false;
        }
        var title = Heading.title(top.head).words().text;
        if (AHEAD.matcher(title).find() && !UNFINISHED.matcher(title).find()) {
            return true;
        }
        var shows = top.shows() || top.anyBelow(Node::shows);
        return anyNamed ? !shows && !groupStatus(top) : ORGANISED.matcher(title).find();
    }

    private static boolean groupStatus(Node node) {
        return statusOfGroup(node) != null && !node.children.isEmpty();
    }

    static boolean shows(Node node) {
        if (node.enumerator == null || node.isLabelled()) {
            return false;
        }
        if (node.enumerator.style() == Style.PROBLEM || node.enumerator.style() == Style.UNNUMBERED || node.firstLabel() == Label.PROBLEM) {
            return true;
        }
        var title = Heading.title(node.head);
        return title.named() && !title.words().text.endsWith("方面") && Heading.namesFinding(node.head.text)
                || title.status() != null && title.status().status() != Reading.Status.UNSTATED
                || node.labels().anyMatch(label -> label.isAnswer() && label != Label.NEXT)
                || node.children.stream().anyMatch(child -> child.isLabelled());
    }

    private void collect(Node node, boolean siblingIsFinding, @Nullable StatusWords ofGroup) {
        var children = node.children.stream().filter(child -> !child.isLabelled()).toList();
        if (isGroup(node, children)) {
            var status = statusOfGroup(node) == null ? ofGroup : statusOfGroup(node);
            for (var child : children) {
                var shallow = child.rank() <= Style.BRACKETED_CHINESE.ordinal();
                collect(child, !shallow || mostAreLeaves(node, children), status);
            }
        } else if (siblingIsFinding || isFinding(node, node.parent)) {
            add(node, ofGroup);
        }
    }

    /** One child that shows what it is makes a group; words of want must be in at least half of them, for measures hold some too. */
    private boolean isGroup(Node node, List<Node> children) {
        if (children.isEmpty() || isAnswered(node)) {
            return false;
        }
        if (statusOfGroup(node) != null) {
            return true;
        }
        return children.stream().anyMatch(child -> child.shows() || child.anyBelow(Node::shows))
                || children.stream().filter(child -> isFinding(child, node)).count() * 2 >= children.size();
    }

    private boolean mostAreLeaves(Node parent, List<Node> children) {
        return children.stream().filter(child -> child.children.isEmpty() && isFinding(child, parent)).count() * 2 > children.size();
    }

    /** An answer stands before the children, so the children are measures. */
    private static boolean isAnswered(Node node) {
        return node.labels().anyMatch(Label::isAnswer);
    }

    private boolean isFinding(Node node, @Nullable Node parent) {
        if (node.shows() || node.anyBelow(Node::shows)) {
            return true;
        }
        var quiet = (!anyNamed || parent != null && parent.enumerator != null && top(node).anyBelow(Node::shows))
                && (parent == null || !Heading.namesFinding(parent.head.text));
        return quiet && (Heading.soundsWanting(node.head.text)
                || node.anyBelow(child -> !child.isLabelled() && Heading.soundsWanting(child.head.text)) && (node.rank() < Style.ARABIC.ordinal() || node.head.isEmpty()));
    }

    private Node top(Node node) {
        var top = node;
        while (top.parent != null && top.parent != root) {
            top = top.parent;
        }
        return top;
    }

    private static @Nullable StatusWords statusOfGroup(Node node) {
        var title = Heading.title(node.head).words();
        if (title.text.length() > 30 || !UNFINISHED.matcher(title.text).find()) {
            return null;
        }
        var matcher = Pattern.compile("(?:尚|暂)?未(?:整改)?完成|(?:需要?|长期)(?:长期|持续)?(?:坚持|整改)|正在(?:整改|推进)|已(?:经)?(?:整改)?完成(?:整改)?|已整改(?:到位|完毕)?|取得阶段性(?:成效|成果)|限期整改").matcher(title.text);
        if (!matcher.find()) {
            return null;
        }
        var words = StatusWords.leading(title.slice(matcher.start(), matcher.end()));
        return words;
    }

    private void add(Node node, @Nullable StatusWords ofGroup) {
        leaves.add(node);
        var aspect = aspectOf(node);
        if (aspect != null) {
            parents.merge(aspect, 1, Integer::sum);
        }
        findings.add(reader.read(node, node.path(), aspect == null || aspect.enumerator == null ? null : aspect.enumerator.inPath(), ofGroup));
    }

    /** The outermost heading over a finding that is not merely the section 整改落实情况. */
    private @Nullable Node aspectOf(Node leaf) {
        Node aspect = null;
        for (var at = leaf.parent; at != null && at.enumerator != null; at = at.parent) {
            if (at.rank() <= Style.BRACKETED_CHINESE.ordinal() && !isContainer(at)) {
                aspect = at;
            } else if (aspect == null && at.rank() > Style.BRACKETED_CHINESE.ordinal() && at.parent != null && isContainer(at.parent)) {
                aspect = at;
            }
        }
        return aspect;
    }

    private boolean isContainer(Node node) {
        if (node.enumerator == null) {
            return true;
        }
        if (node.parent != root) {
            return false;
        }
        var title = node.head.firstSentence().text;
        var alone = root.children.stream().filter(top -> top.anyBelow(leaves::contains) || top.anyBelow(Node::shows)).count() <= 1;
        return !ASPECT.matcher(title).find() && !title.startsWith("关于") && (CONTAINER.matcher(title).find() || alone && node.enumerator.style() != Style.BRACKETED_CHINESE)
                || groupStatus(node);
    }

    List<Aspect> aspects() {
        var aspects = new ArrayList<Aspect>();
        parents.forEach((node, count) -> aspects.add(new Aspect(
                node.enumerator == null ? "" : node.enumerator.inPath(), Heading.title(node.head).words().printed, node.line, count)));
        return aspects;
    }
}
