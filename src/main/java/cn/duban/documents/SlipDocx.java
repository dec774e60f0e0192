package cn.duban.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;

/** Writes assignment slips as docx, each on sheets of its own with its own page numbers, so that a stack can be printed and handed out. */
public final class SlipDocx {
    private static final int LABEL = TypeArea.characters(5);

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

    private void slip(AssignmentSlip slip, XWPFDocument paper) {
        Pen.on(paper.createParagraph(), StyleSheet.TITLE)
                .write(String.join("\n", TitleLines.of(slip.office(), List.of(), 19)) + "\n" + slip.heading());
        var number = Pen.on(paper.createParagraph(), StyleSheet.SLIP_LINE).before(TypeArea.LINE / 2).after(60).withNext();
        number.tab(TypeArea.WIDTH, org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc.RIGHT)
                .write("编号：" + slip.number() + "\t交办日期：" + Signature.date(slip.issuedOn()));

        var rows = new ArrayList<List<String>>();
        rows.add(List.of("主送单位", slip.recipient()));
        rows.add(List.of("台账编号", slip.matterNumber()));
        rows.add(List.of("交办事项", slip.matter()));
        rows.add(List.of("整改措施", lines(slip.measures())));
        rows.add(List.of("牵头单位", slip.lead()));
        rows.add(List.of("配合单位", slip.assisting().isEmpty() ? "无" : String.join("、", slip.assisting())));
        rows.add(List.of("责任领导", slip.leader()));
        rows.add(List.of("办理时限", Signature.date(slip.due()) + "前\n" + slip.dueWhy()));
        rows.add(List.of("办理要求", lines(slip.requirements())));
        rows.add(List.of("联系人", slip.contact()));
        form(paper, rows);
        places(paper, 1000, "签发人：", "交办单位（盖章）：\n" + slip.office());

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

    /** A long cell runs over the page; the label stays at its top. */
    private static XWPFTable form(XWPFDocument paper, List<List<String>> rows) {
        var table = LedgerTable.frame(paper, rows.size(), new int[] {LABEL, TypeArea.WIDTH - LABEL});
        for (int i = 0; i < rows.size(); i++) {
            LedgerTable.write(table.getRow(i).getCell(0), StyleSheet.SLIP_LABEL, rows.get(i).getFirst());
            LedgerTable.write(table.getRow(i).getCell(1), StyleSheet.SLIP_TEXT, rows.get(i).getLast());
            table.getRow(i).setCantSplitRow(rows.get(i).getLast().length() < 120);
        }
        return table;
    }

    /** Two places side by side for a signature and a seal, joined to the form above: they never stand on a page alone. */
    private static void places(XWPFDocument paper, int height, String left, String right) {
        var above = paper.getTables().getLast();
        above.getRows().getLast().getTableCells().forEach(cell -> cell.getParagraphs().forEach(p -> p.setKeepNext(true)));
        Pen.on(paper.createParagraph(), StyleSheet.ANCHOR).withNext();
        var table = LedgerTable.frame(paper, 1, new int[] {TypeArea.WIDTH / 2, TypeArea.WIDTH - TypeArea.WIDTH / 2});
        var row = table.getRow(0);
        row.setHeight(height);
        row.setCantSplitRow(true);
        LedgerTable.write(row.getCell(0), StyleSheet.SLIP_TEXT, left);
        LedgerTable.write(row.getCell(1), StyleSheet.SLIP_TEXT, right);
        row.getTableCells().forEach(cell -> cell.setVerticalAlignment(
                org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign.TOP));
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
    private void returnSlip(AssignmentSlip slip, XWPFDocument paper) {
        var title = Pen.on(paper.createParagraph(), StyleSheet.SLIP_TITLE).before(120).after(60).write("回　执").withNext();
        title.paragraph().setKeepNext(true);
        Pen.on(paper.createParagraph(), StyleSheet.SLIP_LINE).after(60).withNext()
                .write(slip.office() + "：\n　　你办" + slip.number() + "《" + slip.heading() + "》（台账编号" + slip.matterNumber() + "）收悉。");
        var table = form(paper, List.of(List.of("签收单位", "（盖章）"), List.of("签收人", ""), List.of("签收时间", "年　　月　　日　　时　　分"),
                List.of("意见", "")));
        table.getRow(3).setHeight(1100);
        for (var row : table.getRows()) {
            row.setCantSplitRow(true);
            row.getTableCells().forEach(cell -> cell.getParagraphs().forEach(p -> p.setKeepNext(true)));
        }
        Pen.on(paper.createParagraph(), StyleSheet.SLIP_LINE).before(60)
                .write("请于" + Signature.date(slip.returnBy()) + "前签收，并将本回执退回" + slip.office() + "。");
    }
}
