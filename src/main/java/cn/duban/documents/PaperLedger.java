package cn.duban.documents;

import cn.duban.web.Dates;
import java.time.LocalDate;
import java.util.List;

/**
 * A ledger as offices print it (台账): a title, who filled it in and when, a ruled table whose first columns are merged over the rows of
 * one group. Format apart: {@link LedgerXlsx} and {@link LedgerPdf} print the same.
 *
 * @param grouped how many of the first columns hold for a whole group
 */
public record PaperLedger(String title, String unit, LocalDate day, Paper paper, List<Column> columns, int grouped, List<Group> groups) {

    /** Always landscape: a ledger is wider than it is long. */
    public enum Paper {
        A4(297, 210), A3(420, 297);

        final int width;
        final int height;

        Paper(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** A column's head, its share of the width, and whether its cells are centred (short words, dates, numbers). */
    public record Column(String head, int weight, boolean centred) {}

    /** @param shared cells of the first columns; @param rows cells of the others */
    public record Group(List<String> shared, List<List<String>> rows) {
        public Group {
            shared = List.copyOf(shared);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public PaperLedger {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
        for (var group : groups) {
            if (group.shared().size() != grouped) throw new IllegalArgumentException("A group has " + group.shared().size() + " shared cells instead of " + grouped + ".");
            for (var row : group.rows())
                if (row.size() != columns.size() - grouped) throw new IllegalArgumentException("A row has " + row.size() + " cells instead of " + (columns.size() - grouped) + ".");
        }
    }

    /** The line under the title. */
    String left() {
        return "填表单位：" + unit;
    }

    String right() {
        return "填表日期：" + Dates.written(day);
    }

    /** Of all widths together, in thousandths. */
    int share(int column) {
        return 1000 * columns.get(column).weight() / columns.stream().mapToInt(Column::weight).sum();
    }

    /** How many lines a text takes in a cell that holds so many full-width characters. */
    static int lines(String text, double characters) {
        return text.isEmpty() ? 1 : text.lines().mapToInt(line -> (int) Math.max(1, Math.ceil(width(line) / Math.max(1, characters)))).sum();
    }

    private static double width(String line) {
        return line.codePoints().mapToDouble(c -> c > 255 ? 1 : 0.5).sum();
    }
}
