package cn.duban.documents;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;

/** 主体: title, addressee, body, annex notes and annexes. */
final class BodyPrinter {
    /** 156 mm hold twenty characters of 二号; one is left free. */
    private static final int TITLE_WIDTH = 19;

    private final XWPFDocument paper;
    private final Typefaces faces;
    private boolean newPage;

    BodyPrinter(XWPFDocument paper, Typefaces faces) {
        this.paper = paper;
        this.faces = faces;
    }

    void title(OfficialDocument document) {
        boolean redHead = document.issuerMark() != null;
        var pen = titleLines(document.title(), document.unbroken()).before(redHead ? 2 * TypeArea.LINE : 0);
        if (!redHead && document.number() != null) {
            pen.after(0);
            Pen.on(paper.createParagraph(), StyleSheet.NUMBER).write(document.number(), faces.kai());
        }
        if (document.addressee() != null) {
            Pen.on(paper.createParagraph(), StyleSheet.ADDRESSEE).before(TypeArea.LINE).write(withColon(document.addressee()));
        } else {
            lastParagraph().after(TypeArea.LINE);
        }
    }

    private Pen titleLines(String title, List<String> unbroken) {
        return Pen.on(paper.createParagraph(), StyleSheet.TITLE)
                .write(String.join("\n", TitleLines.of(title, unbroken, TITLE_WIDTH)));
    }

    private Pen lastParagraph() {
        return new Pen(paper.getParagraphs().getLast());
    }

    private static String withColon(String addressee) {
        return addressee.endsWith("：") ? addressee : addressee + "：";
    }

    void blocks(List<Block> blocks) {
        for (var block : blocks) {
            switch (block) {
                case Block.Heading heading -> heading(heading);
                case Block.Paragraph paragraph -> begin(StyleSheet.BODY).write(paragraph.text());
                case Block.Table table -> table(table);
                case Block.PageBreak ignored -> newPage = true;
            }
        }
    }

    private void heading(Block.Heading heading) {
        var pen = begin(StyleSheet.HEADING + heading.level()).write(heading.text());
        if (!heading.runIn().isEmpty()) {
            pen.paragraph().setKeepNext(false);
            pen.write(heading.runIn(), faces.body());
        }
    }

    private void table(Block.Table table) {
        if (!table.caption().isEmpty()) {
            begin(StyleSheet.CAPTION).write(table.caption());
        } else if (newPage) {
            begin(StyleSheet.CAPTION).line(20);
        }
        LedgerTable.print(table, paper);
        // Word joins two tables that touch, and wants a paragraph after the last one; half a line also gives the table air.
        Pen.on(paper.createParagraph(), StyleSheet.TABLE_TEXT).line(TypeArea.LINE / 2);
    }

    private Pen begin(String style) {
        var pen = Pen.on(paper.createParagraph(), style);
        if (newPage) {
            pen.onNewPage();
            newPage = false;
        }
        return pen;
    }

    /** 正文下空一行，左空二字；a second line of a name stands under its first character. */
    void annexNotes(List<Annex> annexes) {
        boolean several = annexes.size() > 1;
        int names = TypeArea.characters(!several ? 5 : annexes.size() > 9 ? 7 : 6.5);
        for (int i = 0; i < annexes.size(); i++) {
            int from = TypeArea.characters(i == 0 ? 2 : 5);
            var pen = Pen.on(paper.createParagraph(), StyleSheet.ADDRESSEE).indent(names, 0, from - names)
                    .before(i == 0 ? TypeArea.LINE : 0);
            pen.write((i == 0 ? "附件：" : "") + (several ? (i + 1) + ".\t" : "") + annexes.get(i).title());
        }
    }

    void annexes(List<Annex> annexes, List<String> unbroken) {
        for (int i = 0; i < annexes.size(); i++) {
            newPage = true;
            begin(StyleSheet.ANNEX_LABEL).write("附件" + (annexes.size() > 1 ? i + 1 : ""));
            titleLines(annexes.get(i).title(), unbroken).before(TypeArea.LINE).after(TypeArea.LINE);
            blocks(annexes.get(i).body());
            newPage = false;
        }
    }
}
