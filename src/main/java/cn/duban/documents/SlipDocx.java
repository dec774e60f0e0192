package cn.duban.documents;

import cn.duban.web.Dates;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/** Writes assignment slips as docx, each on sheets of its own with its own page numbers, so that a stack can be printed and handed out. */
public final class SlipDocx {
    private static final int LABEL = TypeArea.characters(4);
    private static final int HALF = TypeArea.WIDTH / 2;

    /** A cell longer than this may break over pages. */
    private static final int SHORT_ROW = 160;

    private final Typefaces faces;

    public SlipDocx() {
        this(Typefaces.STANDARD);
    }

    public SlipDocx(Typefaces faces) {
        this.faces = faces;
    }

    /** The stream stays open. */
    public void write(List<AssignmentSlip> slips, OutputStream out) throws IOException {
        if (slips.isEmpty()) {
            throw new IllegalArgumentException("没有可以打印的交办单。请至少选择一项。");
        }
        try (var paper = BlankPaper.open(faces)) {
            for (int i = 0; i < slips.size(); i++) {
                slip(slips.get(i), paper);
                if (i < slips.size() - 1) {
                    ownSheets(paper);
                }
            }
            paper.getDocument().getBody().getSectPr().addNewType().setVal(STSectionMark.ODD_PAGE);
            paper.getProperties().getCoreProperties().setTitle(slips.getFirst().heading() + " " + slips.getFirst().number());
            paper.getProperties().getCoreProperties().setCreator(slips.getFirst().office());
            paper.write(out);
        }
    }

    /** An odd page, or on a two-sided printer the next unit's slip would come on the back of this one's. */
    private static void ownSheets(XWPFDocument paper) {
        var whole = paper.getDocument().getBody().getSectPr();
        var own = (CTSectPr) whole.copy();
        own.addNewType().setVal(STSectionMark.ODD_PAGE);
        new Pen(paper.getParagraphs().getLast()).properties().setSectPr(own);
    }

    private static void slip(AssignmentSlip slip, XWPFDocument paper) {
        Pen.on(paper.createParagraph(), StyleSheet.TITLE)
                .write(String.join("\n", TitleLines.of(slip.office(), List.of(), 19)) + "\n" + slip.heading());
        var number = Pen.on(paper.createParagraph(), StyleSheet.SLIP_LINE).before(160).after(40).withNext();
        number.tab(TypeArea.WIDTH, STTabJc.RIGHT)
                .write("编号：" + slip.number() + "\t交办日期：" + Dates.written(slip.issuedOn()));

        var rows = new ArrayList<List<String>>();
        rows.add(List.of("主送单位", slip.recipient(), "台账编号", slip.matterNumber()));
        rows.add(List.of("交办事项", slip.matter()));
        rows.add(List.of("具体措施", lines(slip.measures())));
        rows.add(List.of("牵头单位", slip.lead(), "责任领导", slip.leader()));
        rows.add(List.of("配合单位", slip.assisting().isEmpty() ? "无" : String.join("、", slip.assisting()), "联系人", slip.contact()));
        rows.add(List.of("办理时限", Dates.written(slip.due()) + "前\n" + slip.dueWhy()));
        rows.add(List.of("办理要求", lines(slip.requirements())));
        rows.add(List.of("签发人：\n", "", "交办单位（盖章）：\n", ""));
        var table = form(paper, rows);
        places(table.getRows().getLast());
        // The places for signature and seal never stand on a page alone.
        keepWithNext(table.getRow(rows.size() - 2));

        cutLine(paper);
        returnSlip(slip, paper);
    }

    private static String lines(List<String> items) {
        if (items.size() == 1) {
            return items.getFirst();
        }
        var text = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(HeadingNumber.of(3, i + 1)).append(items.get(i));
        }
        return text.toString();
    }

    /** Rows of one or two labelled cells. A long cell runs over the page; the label stays at its top. */
    private static XWPFTable form(XWPFDocument paper, List<List<String>> rows) {
        var table = LedgerTable.frame(paper, rows.size(), new int[] {LABEL, HALF - LABEL, LABEL, TypeArea.WIDTH - HALF - LABEL});
        for (int i = 0; i < rows.size(); i++) {
            var words = rows.get(i);
            var row = table.getRow(i);
            if (words.size() == 2) {
                row.removeCell(3);
                row.removeCell(2);
                span(row.getCell(1), 3, TypeArea.WIDTH - LABEL);
            }
            for (int c = 0; c < words.size(); c++) {
                LedgerTable.write(row.getCell(c), c % 2 == 0 ? StyleSheet.SLIP_LABEL : StyleSheet.SLIP_TEXT, words.get(c));
            }
            row.setCantSplitRow(words.stream().mapToInt(String::length).max().orElse(0) < SHORT_ROW);
        }
        return table;
    }

    /** Turns a row of four cells into two places side by side for a signature and a seal. */
    private static void places(XWPFTableRow row) {
        row.removeCell(3);
        row.removeCell(1);
        row.setHeight(680);
        span(row.getCell(0), 2, HALF);
        span(row.getCell(1), 2, TypeArea.WIDTH - HALF);
        for (var cell : row.getTableCells()) {
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.TOP);
            cell.getParagraphs().forEach(line -> line.setStyle(StyleSheet.SLIP_TEXT));
        }
    }

    private static void span(XWPFTableCell cell, int columns, int width) {
        cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
        cell.setWidth(Integer.toString(width));
    }

    private static void keepWithNext(XWPFTableRow row) {
        row.getTableCells().forEach(cell -> cell.getParagraphs().forEach(line -> line.setKeepNext(true)));
    }

    private static void cutLine(XWPFDocument paper) {
        var pen = Pen.on(paper.createParagraph(), StyleSheet.CUT).write("沿此线裁下回执").withNext();
        var dashes = pen.properties().addNewPBdr().addNewBottom();
        dashes.setVal(STBorder.DASHED);
        dashes.setSz(BigInteger.valueOf(6));
        dashes.setSpace(BigInteger.ONE);
        dashes.setColor("000000");
    }

    /** Kept on one page from the cut line to the last row: a slip torn in two cannot be returned. */
    private static void returnSlip(AssignmentSlip slip, XWPFDocument paper) {
        Pen.on(paper.createParagraph(), StyleSheet.SLIP_TITLE).write("回　执").withNext();
        Pen.on(paper.createParagraph(), StyleSheet.SLIP_LINE).after(40).withNext()
                .write(slip.office() + "：\n　　" + slip.number() + "交办单（台账编号" + slip.matterNumber() + "）收悉。");
        var table = form(paper, List.of(List.of("签收单位", "（盖章）", "签收人", ""), List.of("签收时间", "　　　　年　　月　　日　　时　　分"),
                List.of("意见", "")));
        table.getRow(0).setHeight(600);
        table.getRow(2).setHeight(700);
        table.getRows().forEach(SlipDocx::keepWithNext);
        Pen.on(paper.createParagraph(), StyleSheet.SLIP_LINE).before(60)
                .write("请于" + Dates.written(slip.returnBy()) + "前签收，并将本回执退回" + slip.office() + "。");
    }
}
