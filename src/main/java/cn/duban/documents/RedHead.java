package cn.duban.documents;

import java.math.BigInteger;
import java.util.ArrayList;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/** 版头: copy number, secrecy, urgency, the red mark, number and signatories, the red rule. */
final class RedHead {
    /** 初号 where the name is short enough; a longer one is set narrower, then smaller, so that it stays on one line. */
    private static final double LARGEST = 52;

    private static final double SMALLEST = 26;
    private static final int NARROWEST = 65;
    private static final int MARK_EDGE = TypeArea.twips(35);
    private static final int RULE_BELOW_NUMBER = 7;

    private final XWPFDocument paper;
    private final Typefaces faces;

    private RedHead(XWPFDocument paper, Typefaces faces) {
        this.paper = paper;
        this.faces = faces;
    }

    static void print(OfficialDocument document, XWPFDocument paper, Typefaces faces) {
        var head = new RedHead(paper, faces);
        int lines = head.front(document);
        if (document.issuerMark() != null) {
            head.mark(document.issuerMark(), lines);
            head.number(document);
        }
    }

    private int front(OfficialDocument document) {
        var marks = new ArrayList<String>();
        if (document.copyNumber() != null) {
            marks.add(document.copyNumber());
        }
        if (document.secrecy() != null) {
            marks.add(document.secrecy());
        }
        if (document.urgency() != null) {
            marks.add(document.urgency().word());
        }
        for (var mark : marks) {
            Pen.on(paper.createParagraph(), StyleSheet.FRONT).write(mark);
        }
        return marks.size();
    }

    private void mark(String words, int linesAbove) {
        double natural = TypeArea.WIDTH / 20.0 / TitleLines.width(words);
        int narrowed = (int) Math.clamp(Math.floor(natural / LARGEST * 100), NARROWEST, 100);
        double size = Math.clamp(Math.floor(natural * 100 / narrowed), SMALLEST, LARGEST);
        // An exact line puts the baseline four fifths down; Chinese faces rise about 0.84 of their size above it.
        int line = (int) Math.round(size * 20 * 1.25);
        int inset = (int) Math.round(line * 0.8 - size * 20 * 0.84);
        var pen = Pen.on(paper.createParagraph(), StyleSheet.MARK).line(line)
                .before(MARK_EDGE - inset - linesAbove * TypeArea.LINE);
        pen.write(words);
        var run = pen.paragraph().getRuns().getFirst();
        run.setFontSize(size);
        if (narrowed < 100) {
            run.setTextScale(narrowed);
        }
    }

    private void number(OfficialDocument document) {
        var number = document.number() == null ? "" : document.number();
        var names = document.signatories();
        if (names.isEmpty()) {
            rule(Pen.on(paper.createParagraph(), StyleSheet.NUMBER).before(2 * TypeArea.LINE).write(number));
            return;
        }
        // 一般每行排两个姓名，回行时与上一行第一个姓名对齐；发文字号与最后一个签发人姓名处在同一行。
        int perRow = Math.min(2, names.size());
        int longest = names.stream().mapToInt(String::length).max().orElse(3);
        int namesAt = TypeArea.characters(27 - (perRow * longest + perRow - 1));
        int labelAt = namesAt - TypeArea.characters(4.1);
        for (int from = 0; from < names.size(); from += perRow) {
            int to = Math.min(from + perRow, names.size());
            boolean last = to == names.size();
            var pen = Pen.on(paper.createParagraph(), StyleSheet.NUMBER)
                    .tab(TypeArea.characters(1), STTabJc.LEFT).tab(labelAt, STTabJc.LEFT).tab(namesAt, STTabJc.LEFT);
            pen.paragraph().setAlignment(ParagraphAlignment.LEFT);
            if (from == 0) {
                pen.before(2 * TypeArea.LINE);
            }
            pen.write("\t" + (last ? number : "") + "\t" + (from == 0 ? "签发人：" : "") + "\t");
            pen.write(String.join("　", names.subList(from, to)), faces.kai());
            if (last) {
                rule(pen);
            }
        }
    }

    /** The red rule as wide as the type area, 4 mm below the number. */
    private static void rule(Pen pen) {
        var rule = pen.properties().addNewPBdr().addNewBottom();
        rule.setVal(STBorder.SINGLE);
        rule.setSz(BigInteger.valueOf(18));
        rule.setSpace(BigInteger.valueOf(RULE_BELOW_NUMBER));
        rule.setColor("FF0000");
    }
}
