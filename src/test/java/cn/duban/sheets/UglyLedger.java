package cn.duban.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An invented ledger as offices keep them: a title and a line of who filled it in, a head in two lines with merged cells, findings merged
 * over their measures, rows of chapters between, days in every notation, units by old names, rows entered twice, a sum and a signature
 * at the end, and a second sheet that looks otherwise. 300 rows of matters on two sheets; what they must be read as stands beside them, written
 * by hand.
 */
public final class UglyLedger {

    /** What one kind of row holds and what it must be read as; units by their short names. */
    record Kind(String lead, String assist, Object due, String day, String mode, List<String> leads, List<String> assists, String fault) {}

    static final List<Kind> KINDS = List.of(
            new Kind("市生态环境局", "市住建局、市财政局", "2026年6月底前", "2026-06-30", "dated", List.of("市生态环境局"), List.of("市住建局", "市财政局"), null),
            new Kind("明川市环境保护局", "", "6月底前", "2026-06-30", "dated", List.of("市生态环境局"), List.of(), null),
            new Kind("市住建局会同市财政局、市人社局", "", "2026.6.30", "2026-06-30", "dated", List.of("市住建局"), List.of("市财政局", "市人社局"), null),
            new Kind("市财政局（牵头）\n市人社局", "市卫生健康委", "长期", "", "standing", List.of("市财政局"), List.of("市人社局", "市卫生健康委"), null),
            new Kind("市交通运输局牵头，市住建局、临溪区配合", "", LocalDate.of(2026, 9, 15), "2026-09-15", "dated", List.of("市交通运输局"), List.of("市住建局", "临溪区"), null),
            new Kind("市住房保障中心", "各有关单位", "2026年第三季度", "2026-09-30", "dated", List.of("市住建局"), List.of(), null),
            new Kind("市人社局", "无", "立行立改", "", "now", List.of("市人社局"), List.of(), null),
            new Kind("明川市住房和城乡建设局和市生态环境局", "", "2026/12/1", "2026-12-01", "dated", List.of("市住建局"), List.of("市生态环境局"), null),
            new Kind("市机关事务管理局", "", "2026年底前", "2026-12-31", "dated", List.of(), List.of(), "市机关事务管理局"),
            new Kind("市财政局", "", "2026年2月30日", "", null, List.of("市财政局"), List.of(), "不是日历上有的日子"),
            new Kind("市卫计委", "市人社局", "20260731", "2026-07-31", "dated", List.of("市卫生健康委"), List.of("市人社局"), null),
            new Kind("云栖街道", "", "尽快", "", null, List.of("云栖街道"), List.of(), "读不出时间"));

    /** Rows of the first sheet, in blocks of three measures under one finding; every twentieth is a copy of the row before. */
    static final int FIRST = 240;
    static final int SECOND = 60;

    /** A row of the first sheet. */
    record Measure(int no, int finding, String title, Kind kind, boolean copy) {}

    private UglyLedger() {}

    static List<Measure> measures() {
        var measures = new ArrayList<Measure>();
        for (int i = 1; i <= FIRST; i++) {
            var copy = i % 20 == 0;
            var of = copy ? i - 1 : i;
            measures.add(new Measure(i, (i + 2) / 3, "第" + of + "项措施：" + List.of("排查沿河倾倒点并建立清单", "清退超期收取的保证金", "补齐在建工地围挡与喷淋", "公开办事指南与收费目录").get(of % 4), KINDS.get((of - 1) % KINDS.size()), copy));
        }
        return measures;
    }

    static String finding(int no) {
        return "问题" + no + "：" + List.of("河道垃圾清运不及时", "保证金退还超期", "施工扬尘管控不到位").get(no % 3);
    }

    public static byte[] workbook() {
        return workbook(new Edits());
    }

    /** What the next issue changes: words of one measure, the day of another, one row less, one more above. */
    record Edits(int reworded, int postponed, int dropped, String added) {
        Edits() {
            this(0, 0, 0, "");
        }
    }

    static byte[] workbook(Edits edits) {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            first(book, book.createSheet("突出问题整改"), edits);
            second(book.createSheet("年度任务"));
            book.createSheet("Sheet3");
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void first(XSSFWorkbook book, Sheet sheet, Edits edits) {
        var dates = book.createCellStyle();
        dates.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
        row(sheet, 0, "明川市2026年度突出问题整改台账");
        merge(sheet, 0, 0, 0, 9);
        row(sheet, 1, "填报单位：市政府督查室", "", "", "", "", "", "", "填报日期：2026年3月1日");
        row(sheet, 2, "序号", "反馈问题", "整改措施", "责任分工", "", "", "", "完成时限", "整改进展", "备注");
        row(sheet, 3, "", "", "", "责任领导", "责任单位", "配合单位", "责任人", "", "", "");
        for (var column : new int[] {0, 1, 2, 7, 8, 9}) merge(sheet, 2, 3, column, column);
        merge(sheet, 2, 2, 3, 6);
        var at = 4;
        for (var measure : measures()) {
            if (measure.no() % 60 == 1) {
                row(sheet, at, List.of("一", "二", "三", "四").get(measure.no() / 60) + "、第" + (measure.no() / 60 + 1) + "方面");
                merge(sheet, at, at, 0, 9);
                at++;
            }
            if (measure.no() == edits.dropped()) continue;
            if (!edits.added().isEmpty() && measure.no() == 31) at = put(sheet, at, row(sheet, at, "", finding(11), edits.added(), "蔺青松", "市财政局", "", "", "2026年11月30日前", "", ""), null, null);
            var title = measure.title() + (measure.no() == edits.reworded() ? "，逐点拍照留档" : "");
            var row = row(sheet, at, "" + measure.no(), measure.copy() ? finding((measure.no() + 1) / 3) : measure.no() % 3 == 1 || measure.no() % 20 == 1 ? finding(measure.finding()) : "", title, measure.no() % 2 == 0 ? "副市长蔺青松" : "柏雨晴",
                    measure.kind().lead(), measure.kind().assist(), "", "", measure.no() % 4 == 0 ? "已完成" : measure.no() % 4 == 1 ? "正在推进" : "", measure.no() % 7 == 0 ? "重点" : "");
            if (measure.copy()) row.getCell(0).setCellValue("" + (measure.no() - 1));
            if (measure.copy()) for (var same : new int[] {3, 8, 9}) row.createCell(same).setCellValue(sheet.getRow(at - 1).getCell(same) == null ? "" : sheet.getRow(at - 1).getCell(same).getStringCellValue());
            var due = measure.no() == edits.postponed() ? "2026年10月31日" : measure.kind().due();
            at = put(sheet, at, row, due, dates);
        }
        row(sheet, at, "合计", "", "" + FIRST);
        row(sheet, at + 1, "填表人：阮知微", "", "", "", "", "审核人：祁正言");
        // one finding over its measures
        for (int no = 4; no < at - 1; no++) {
            var end = no;
            while (end + 1 < at && blank(sheet.getRow(end + 1), 1) && !blank(sheet.getRow(end + 1), 2)) end++;
            if (end > no && !blank(sheet.getRow(no), 1)) merge(sheet, no, end, 1, 1);
            no = end;
        }
    }

    private static int put(Sheet sheet, int at, Row row, Object due, org.apache.poi.ss.usermodel.CellStyle dates) {
        if (due instanceof LocalDate day) {
            row.getCell(7).setCellValue(day);
            row.getCell(7).setCellStyle(dates);
        } else if (due != null) {
            row.getCell(7).setCellValue((String) due);
        }
        return at + 1;
    }

    /** A sheet with a column of keys and one line of head, without any title. */
    private static void second(Sheet sheet) {
        row(sheet, 0, "任务编号", "重点任务", "牵头单位", "责任单位", "完成时间");
        for (int i = 1; i <= SECOND; i++) {
            row(sheet, i, "RW-%03d".formatted(i), "第" + i + "号任务：" + (i % 2 == 0 ? "推进一件事一次办" : "更新公交候车亭"), i % 2 == 0 ? "市行政审批服务局" : "市交通运输局", i % 3 == 0 ? "市财政局、市住建局" : "", i % 5 == 0 ? "46203" : "2026年" + (i % 12 + 1) + "月");
        }
    }

    private static boolean blank(Row row, int column) {
        return row == null || row.getCell(column) == null || row.getCell(column).getStringCellValue().isEmpty();
    }

    private static Row row(Sheet sheet, int no, String... cells) {
        var row = sheet.createRow(no);
        for (int i = 0; i < cells.length; i++) row.createCell(i).setCellValue(cells[i]);
        return row;
    }

    private static void merge(Sheet sheet, int top, int bottom, int left, int right) {
        sheet.addMergedRegion(new CellRangeAddress(top, bottom, left, right));
    }
}
