package cn.duban.units.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a spreadsheet puts on the clipboard: cells apart by tabs, rows by line ends, cells that hold either in quotation
 * marks. A first row that names the columns may put them in any order.
 */
final class PastedTable {

    record Row(int number, List<String> cells) {

        String cell(int column) {
            return cells.get(column);
        }
    }

    private PastedTable() {}

    /** @param headings the words for each column, in the order that holds without a heading row */
    static List<Row> read(String text, List<List<String>> headings) {
        var raw = split(text);
        var order = new HashMap<Integer, Integer>();
        var rows = new ArrayList<Row>();
        for (int number = 1; number <= raw.size(); number++) {
            var cells = raw.get(number - 1);
            if (cells.stream().allMatch(String::isBlank)) continue;
            if (rows.isEmpty() && order.isEmpty()) {
                order.putAll(columns(cells, headings));
                if (!order.isEmpty()) continue;
                for (int column = 0; column < headings.size(); column++) order.put(column, column);
            }
            var sorted = new ArrayList<String>();
            for (int column = 0; column < headings.size(); column++) {
                var at = order.getOrDefault(column, Integer.MAX_VALUE);
                sorted.add(at < cells.size() ? cells.get(at).strip() : "");
            }
            rows.add(new Row(number, sorted));
        }
        return rows;
    }

    /** Where each column stands, if this row names the first one at least. */
    private static Map<Integer, Integer> columns(List<String> cells, List<List<String>> headings) {
        var order = new HashMap<Integer, Integer>();
        for (int at = 0; at < cells.size(); at++) {
            var word = cells.get(at).replaceAll("[\\s\\u3000]", "");
            for (int column = 0; column < headings.size(); column++) {
                if (headings.get(column).stream().anyMatch(word::equalsIgnoreCase)) order.putIfAbsent(column, at);
            }
        }
        return order.containsKey(0) ? order : Map.of();
    }

    private static List<List<String>> split(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty() && closes(text, i))) {
                quoted = !quoted;
            } else if (!quoted && (c == '\t' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (c != '\r') {
                cell.append(c == '\n' ? ' ' : c);
            }
        }
        row.add(cell.toString());
        rows.add(List.copyOf(row));
        return rows;
    }

    /** A quotation mark opens a cell only where another one closes it. */
    private static boolean closes(String text, int at) {
        int next = text.indexOf('"', at + 1);
        while (next >= 0 && next + 1 < text.length() && text.charAt(next + 1) == '"') next = text.indexOf('"', next + 2);
        return next >= 0 && (next + 1 == text.length() || "\t\r\n".indexOf(text.charAt(next + 1)) >= 0);
    }
}
