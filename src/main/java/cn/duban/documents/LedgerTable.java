package cn.duban.documents;

import java.math.BigInteger;
import java.util.Arrays;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A ruled table as wide as the type area; the header row repeats, a short row is never cut in two. */
final class LedgerTable {
    /** A row longer than this may break over pages: kept whole, it would tear a hole into the page before. */
    private static final int SHORT_ROW = 400;

    private LedgerTable() {}

    static void print(Block.Table table, XWPFDocument paper) {
        var columns = table.columns();
        int all = columns.stream().mapToInt(Block.Column::weight).sum();
        int[] widths = new int[columns.size()];
        int used = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i == widths.length - 1 ? TypeArea.WIDTH - used : TypeArea.WIDTH * columns.get(i).weight() / all;
            used += widths[i];
        }
        var grid = frame(paper, table.rows().size() + 1, widths);
        var header = grid.getRow(0);
        header.setRepeatHeader(true);
        header.setCantSplitRow(true);
        for (int i = 0; i < widths.length; i++) {
            write(header.getCell(i), StyleSheet.TABLE_HEAD, columns.get(i).header());
        }
        for (int r = 0; r < table.rows().size(); r++) {
            var cells = table.rows().get(r);
            var row = grid.getRow(r + 1);
            row.setCantSplitRow(cells.stream().mapToInt(String::length).max().orElse(0) <= SHORT_ROW);
            for (int i = 0; i < widths.length; i++) {
                write(row.getCell(i), columns.get(i).centred() ? StyleSheet.TABLE_WORD : StyleSheet.TABLE_TEXT, cells.get(i));
            }
        }
    }

    /** An empty ruled table with fixed columns: a table laid out by content differs from machine to machine. */
    static XWPFTable frame(XWPFDocument paper, int rows, int[] widths) {
        var table = paper.createTable(rows, widths.length);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidth(Arrays.stream(widths).sum());
        var properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout()).setType(STTblLayoutType.FIXED);
        table.setCellMargins(40, 80, 40, 80);
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        for (var row : table.getRows()) {
            for (int i = 0; i < widths.length; i++) {
                row.getCell(i).setWidth(Integer.toString(widths[i]));
                row.getCell(i).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            }
        }
        return table;
    }

    /** Each line of the text becomes a paragraph of the cell. */
    static void write(XWPFTableCell cell, String style, String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var paragraph = i == 0 && !cell.getParagraphs().isEmpty() ? cell.getParagraphs().getFirst() : cell.addParagraph();
            Pen.on(paragraph, style).write(lines[i]);
        }
    }
}
