package cn.duban.documents;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How cells of our workbooks look: a typeface, ruled or not, wrapped, as text, so that a name that begins with {@code =} becomes no formula. */
final class CellLook {

    static final String SONG = "宋体";

    private CellLook() {}

    static CellStyle of(Workbook workbook, String face, int points, boolean bold, boolean ruled, HorizontalAlignment across) {
        var font = workbook.createFont();
        font.setFontName(face);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        var style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setAlignment(across);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        if (ruled) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    /** In half-width characters. */
    static int width(String line) {
        return line.codePoints().map(c -> c > 255 ? 2 : 1).sum();
    }
}
