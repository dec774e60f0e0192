package cn.duban.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Prints a {@link PaperLedger} as xlsx, ready for the printer: landscape, as wide as the page, its head on every page, pages numbered.
 * Heights are reckoned here, for no program does it for merged cells.
 */
public final class LedgerXlsx {

    private static final double MARGIN = 15 / 25.4;
    private static final int POINTS = 10;
    private static final double LINE = POINTS * 1.35;
    private static final double TALLEST = 400;

    private final PaperLedger ledger;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, 200, true, true);
    private final SXSSFSheet sheet = workbook.createSheet("台账");
    private final CellStyle text = style("仿宋", POINTS, false, true, HorizontalAlignment.LEFT);
    private final CellStyle word = style("仿宋", POINTS, false, true, HorizontalAlignment.CENTER);
    private final CellStyle head = style("黑体", POINTS, false, true, HorizontalAlignment.CENTER);

    private LedgerXlsx(PaperLedger ledger) {
        this.ledger = ledger;
    }

    /** The stream stays open. */
    public static void write(PaperLedger ledger, OutputStream out) throws IOException {
        var print = new LedgerXlsx(ledger);
        try (var workbook = print.workbook) {
            print.page();
            print.top();
            print.rows();
            workbook.write(out);
        }
    }

    private CellStyle style(String face, int points, boolean bold, boolean ruled, HorizontalAlignment across) {
        return CellLook.of(workbook, face, points, bold, ruled, across);
    }

    private void page() {
        var print = sheet.getPrintSetup();
        print.setPaperSize(ledger.paper() == PaperLedger.Paper.A3 ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.setHorizontallyCenter(true);
        for (var side : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM)) sheet.setMargin(side, MARGIN);
        sheet.setMargin(PageMargin.FOOTER, 8 / 25.4);
        sheet.getFooter().setCenter("第 &P 页  共 &N 页");
        sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
        for (int i = 0; i < ledger.columns().size(); i++) sheet.setColumnWidth(i, (int) Math.min(255 * 256, characters(i) * 2 * 256 + 256));
        sheet.createFreezePane(0, 3);
    }

    /** Full-width characters that a column holds when the sheet is as wide as its page. */
    private double characters(int column) {
        var points = (ledger.paper().width - 2 * MARGIN * 25.4) / 25.4 * 72;
        return points * ledger.share(column) / 1000 / POINTS - 0.8;
    }

    private void top() {
        var last = ledger.columns().size() - 1;
        var title = sheet.createRow(0);
        title.setHeightInPoints(36);
        cell(title, 0, ledger.title(), style("方正小标宋简体", 20, false, false, HorizontalAlignment.CENTER));
        merge(0, 0, 0, last);
        var line = sheet.createRow(1);
        line.setHeightInPoints(20);
        cell(line, 0, ledger.left(), style("仿宋", 11, false, false, HorizontalAlignment.LEFT));
        var middle = Math.max(1, last / 2);
        cell(line, middle + 1 > last ? last : middle + 1, ledger.right(), style("仿宋", 11, false, false, HorizontalAlignment.RIGHT));
        merge(1, 1, 0, middle);
        if (middle + 1 < last) merge(1, 1, middle + 1, last);
        var heads = sheet.createRow(2);
        heads.setHeightInPoints(24);
        for (int i = 0; i <= last; i++) cell(heads, i, ledger.columns().get(i).head(), head);
    }

    private void rows() {
        var at = 3;
        for (var group : ledger.groups()) {
            var heights = group.rows().stream().mapToDouble(row -> height(row, ledger.grouped())).toArray();
            stretch(heights, height(group.shared(), 0));
            for (int r = 0; r < heights.length; r++) {
                var row = sheet.createRow(at + r);
                row.setHeightInPoints((float) heights[r]);
                for (int i = 0; i < ledger.grouped(); i++) cell(row, i, r == 0 ? group.shared().get(i) : "", look(i));
                for (int i = ledger.grouped(); i < ledger.columns().size(); i++) cell(row, i, group.rows().get(r).get(i - ledger.grouped()), look(i));
            }
            if (heights.length > 1) for (int i = 0; i < ledger.grouped(); i++) merge(at, at + heights.length - 1, i, i);
            at += heights.length;
        }
    }

    /** What is merged over several rows has all their room; where that is too little each row gets its part of the rest. */
    private static void stretch(double[] heights, double shared) {
        var room = 0.0;
        for (var height : heights) room += height;
        for (int i = 0; i < heights.length && shared > room; i++) heights[i] = Math.min(TALLEST, heights[i] + (shared - room) / heights.length);
    }

    private double height(List<String> cells, int from) {
        var lines = 1;
        for (int i = 0; i < cells.size(); i++) lines = Math.max(lines, PaperLedger.lines(cells.get(i), characters(from + i)));
        return Math.min(TALLEST, lines * LINE + 8);
    }

    private CellStyle look(int column) {
        return ledger.columns().get(column).centred() ? word : text;
    }

    private static void cell(Row row, int column, String value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(value.length() > 32_000 ? value.substring(0, 32_000) + "…" : value);
    }

    private void merge(int top, int bottom, int left, int right) {
        sheet.addMergedRegionUnsafe(new CellRangeAddress(top, bottom, left, right));
    }
}
