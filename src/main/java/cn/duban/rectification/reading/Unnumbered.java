package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Findings without numbers: paragraphs that name a problem, and headings (bold in print) each followed by its 整改情况. */
final class Unnumbered {
    private static final Pattern NAMES = Pattern.compile("^(?:针对|关于|对于|对)\\s?“[^”]{4,200}”[^。,:;]{0,12}问题(?:[,。:;(]|的?整改|$)");
    private static final int LONGEST = 120;

    private Unnumbered() {}

    static boolean opens(String text) {
        return NAMES.matcher(text).find() || Enumerator.counted(text) != null;
    }

    /** Several answers under one heading, each with a paragraph of its own before it, are several findings. */
    static void split(Node node) {
        if (!node.children.isEmpty() || node.rank() > Enumerator.Style.BRACKETED_CHINESE.ordinal() || Heading.namesFinding(node.head.text)) {
            return;
        }
        var heads = new ArrayList<Integer>();
        String first = null;
        for (var i = 1; i < node.body.size(); i++) {
            var words = answer(node.body.get(i));
            first = first == null ? words : first;
            if (words != null && words.equals(first) && isHead(node.body.get(i - 1))) {
                heads.add(i - 1);
            }
        }
        var aspect = node.head.text.matches(".*方面(?:问题|存在的问题)?$");
        if (heads.size() < 2 && !(heads.size() == 1 && aspect && heads.getFirst() == 0)) {
            return;
        }
        var body = new ArrayList<>(node.body);
        node.body.subList(heads.getFirst(), body.size()).clear();
        for (var i = 0; i < heads.size(); i++) {
            var head = body.get(heads.get(i));
            var finding = new Node(Enumerator.unnumbered(i + 1), node, head, head.line());
            finding.body.addAll(body.subList(heads.get(i) + 1, i + 1 < heads.size() ? heads.get(i + 1) : body.size()));
            node.children.add(finding);
        }
    }

    private static boolean isHead(Passage passage) {
        return passage.text.length() <= LONGEST && passage.text.indexOf('\t') < 0 && !Label.opens(passage.text);
    }

    /** The words of the answer label that opens the passage, or null. */
    private static @Nullable String answer(Passage passage) {
        if (!Label.opens(passage.text)) {
            return null;
        }
        var segment = passage.segments().getFirst();
        return segment.label() != null && segment.label().isAnswer() ? segment.words() : null;
    }
}
