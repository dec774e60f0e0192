package cn.duban.web;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as comma-separated text, with the mark by which spreadsheets know UTF-8; a cell that a spreadsheet would take for a formula is told as text. */
public final class CsvText {

    private CsvText() {}

    /** Each cell in quotes where it must be. */
    public static String of(List<List<String>> rows) {
        return text(rows, false);
    }

    /** Each cell in quotes. */
    public static String quoted(List<List<String>> rows) {
        return text(rows, true);
    }

    private static String text(List<List<String>> rows, boolean always) {
        return "\uFEFF" + rows.stream().map(cells -> cells.stream().map(cell -> cell(cell, always)).collect(Collectors.joining(",")) + "\r\n").collect(Collectors.joining());
    }

    private static String cell(String text, boolean always) {
        var plain = text.matches("[=+\\-@\t].*") ? "'" + text : text;
        return always || plain.matches("(?s).*[\",\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
