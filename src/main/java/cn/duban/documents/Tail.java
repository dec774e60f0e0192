package cn.duban.documents;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STYAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;

/** 署名, 成文日期, 附注 and 版记. */
final class Tail {
    /** Right and left indent of the imprint: one character of 四号. */
    private static final int INSET = 280;

    private final XWPFDocument paper;

    Tail(XWPFDocument paper) {
        this.paper = paper;
    }

    void sign(Signature signature) {
        // The signature must never stand alone on a page: the last lines of the text go with it.
        if (!paper.getParagraphs().isEmpty()) {
            paper.getParagraphs().getLast().setKeepNext(true);
        }
        if (signature.sealed()) {
            sealed(signature);
        } else {
            unsealed(signature);
        }
    }

    /** Both lines are centred in a box that ends at the right edge, so the issuer stands over the middle of the date. */
    private void sealed(Signature signature) {
        var date = Signature.date(signature.on());
        double dateWidth = TitleLines.width(date);
        double box = Math.max(dateWidth + 2 * 4, TitleLines.width(signature.issuer()) + 1);
        int left = TypeArea.characters(28 - Math.min(28, box));
        line(signature.issuer(), 2 * TypeArea.LINE).indent(left, 0, 0).paragraph().setAlignment(ParagraphAlignment.CENTER);
        line(date, 0).indent(left, 0, 0).after(TypeArea.LINE).paragraph().setAlignment(ParagraphAlignment.CENTER);
    }

    /** The issuer two characters from the right, the date beginning two characters right of the issuer's first one. */
    private void unsealed(Signature signature) {
        var date = Signature.date(signature.on());
        double issuer = TitleLines.width(signature.issuer());
        double dateWidth = TitleLines.width(date);
        double begin = 28 - 2 - issuer;
        if (begin + 2 + dateWidth > 26) {
            begin = 26 - dateWidth - 2;
        }
        begin = Math.max(0, begin);
        line(signature.issuer(), TypeArea.LINE).indent(TypeArea.characters(begin), 0, 0);
        line(date, 0).indent(TypeArea.characters(begin + 2), 0, 0);
    }

    private Pen line(String text, int before) {
        return Pen.on(paper.createParagraph(), StyleSheet.SIGNATURE).before(before).write(text);
    }

    void note(String note) {
        var bare = note.startsWith("（") && note.endsWith("）") ? note : "（" + note + "）";
        Pen.on(paper.createParagraph(), StyleSheet.BODY).write(bare);
    }

    /**
     * A table that floats on the lower edge of the type area of the page on which the text ends. Its anchor is a line of half a point
     * tied to the last line of text, so that the imprint never gets a page without text.
     */
    void imprint(Imprint imprint) {
        paper.getParagraphs().getLast().setKeepNext(true);
        boolean copies = !imprint.copies().isEmpty();
        var table = LedgerTable.frame(paper, copies ? 2 : 1, new int[] {TypeArea.WIDTH});
        table.setCellMargins(0, 0, 0, 0);
        place(table);
        // 首条和末条分隔线 0.35 mm = 8/8 pt，中间 0.25 mm = 6/8 pt.
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "000000");
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "000000");
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 6, 0, "000000");
        table.setLeftBorder(XWPFTable.XWPFBorderType.NIL, 0, 0, "auto");
        table.setRightBorder(XWPFTable.XWPFBorderType.NIL, 0, 0, "auto");
        if (copies) {
            var pen = Pen.on(table.getRow(0).getCell(0).getParagraphs().getFirst(), StyleSheet.IMPRINT);
            pen.indent(INSET * 4, INSET, -INSET * 3).write("抄送：" + String.join("，", imprint.copies()) + "。");
        }
        var last = table.getRow(copies ? 1 : 0).getCell(0).getParagraphs().getFirst();
        Pen.on(last, StyleSheet.IMPRINT).tab(TypeArea.WIDTH - INSET, STTabJc.RIGHT)
                .write(imprint.printedBy() + "\t" + Signature.date(imprint.printedOn()) + "印发");
        Pen.on(paper.createParagraph(), StyleSheet.TABLE_TEXT).line(10);
    }

    private static void place(XWPFTable table) {
        var place = table.getCTTbl().getTblPr().addNewTblpPr();
        place.setVertAnchor(STVAnchor.MARGIN);
        place.setHorzAnchor(STHAnchor.MARGIN);
        place.setTblpYSpec(STYAlign.BOTTOM);
        place.setTblpX(BigInteger.ZERO);
        place.setLeftFromText(BigInteger.ZERO);
        place.setRightFromText(BigInteger.ZERO);
        place.setTopFromText(BigInteger.valueOf(120));
    }
}
