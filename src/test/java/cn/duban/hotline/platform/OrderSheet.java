package cn.duban.hotline.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What a platform above hands down: a title over all columns, a head, telephones as figures, columns for the answer left empty. */
final class OrderSheet {

    static final List<String> HEAD = List.of("工单编号", "来电人", "电话", "诉求内容", "类别", "交办时间", "办理时限", "区域", "办理结果", "审核结果", "退回原因");

    private final List<List<String>> rows = new ArrayList<>();

    OrderSheet order(String number, String name, String phone, String text, String category, String due, String area) {
        return row(number, name, phone, text, category, due, area, "", "");
    }

    OrderSheet row(String number, String name, String phone, String text, String category, String due, String area, String verdict, String reason) {
        rows.add(List.of(number, name, phone, text, category, "2026-11-28", due, area, "", verdict, reason));
        return this;
    }

    byte[] bytes() {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("交办");
            sheet.createRow(0).createCell(0).setCellValue("省12345平台交办单");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, HEAD.size() - 1));
            var head = sheet.createRow(1);
            for (int i = 0; i < HEAD.size(); i++) head.createCell(i).setCellValue(HEAD.get(i));
            for (int no = 0; no < rows.size(); no++) {
                var row = sheet.createRow(no + 2);
                for (int i = 0; i < HEAD.size(); i++) {
                    var text = rows.get(no).get(i);
                    if (i == 2 && text.matches("\\d+")) row.createCell(i).setCellValue(Double.parseDouble(text));
                    else if (!text.isEmpty()) row.createCell(i).setCellValue(text);
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
