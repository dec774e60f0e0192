package cn.duban.documents;

import cn.duban.documents.SheetText.Sheet;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;

/** Comma, semicolon or tab between the cells; UTF-8 or GB18030, which holds GBK. */
final class Csv {

    private Csv() {}

    static List<Sheet> read(byte[] bytes, String name, SheetText.Counted rows) throws IOException, UnreadableDocument {
        var text = PlainText.decode(bytes, name);
        var head = text.lines().limit(5).reduce("", String::concat);
        var mark = List.of('\t', ',', ';', '，').stream().max(java.util.Comparator.comparingLong(c -> head.chars().filter(x -> x == c).count())).orElseThrow();
        if (head.indexOf(mark) < 0) throw new UnreadableDocument("“" + name + "”不是表格：里面找不到分隔各列的逗号或者制表符。请选择 xlsx、xls 或者 csv 文件。", "\"" + name + "\" is no table: neither commas nor tabs part its columns. Choose an xlsx, xls or csv file.");
        var format = CSVFormat.DEFAULT.builder().setDelimiter(mark).setIgnoreEmptyLines(false).setLenientEof(true).setTrailingData(true).get();
        var last = 0;
        var columns = 0;
        try (var lines = format.parse(new StringReader(text))) {
            for (var line : lines) {
                var cells = new ArrayList<String>();
                for (var cell : line) cells.add(SheetText.clean(cell));
                var no = (int) line.getRecordNumber();
                if (!rows.row(0, no, cells)) continue;
                last = no;
                columns = Math.max(columns, cells.size());
            }
        } catch (CSVException | UncheckedIOException broken) {
            throw new UnreadableDocument("“" + name + "”里的引号没有配对，读不下去。请用 Excel 或者 WPS 打开后另存为 xlsx 再试。", "A quotation mark in \"" + name + "\" is never closed. Open it with Excel or WPS, save it as xlsx and try again.");
        }
        return last == 0 ? List.of() : List.of(new Sheet(name.replaceFirst("\\.[A-Za-z]{3,4}$", ""), last, columns, List.of()));
    }
}
