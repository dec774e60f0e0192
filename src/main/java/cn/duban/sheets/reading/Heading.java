package cn.duban.sheets.reading;

import cn.duban.documents.SheetText.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the head of a sheet stands and what its columns are called. A head may have two or three lines with merged cells; a
 * title and a line about who filled it in may stand above.
 *
 * @param title what stands above the head; empty without one
 * @param top first row of the head; @param bottom last row of it, both as the spreadsheet counts
 * @param columns names of the columns; of a head in several lines joined by {@code /}
 */
public record Heading(String title, int top, int bottom, List<String> columns) {

    private static final int DEEPEST = 4;

    /** @param rows the first rows of the sheet by their number */
    public static Heading find(Map<Integer, List<String>> rows, List<Span> spans) {
        var top = 0;
        var best = 0;
        for (var row : rows.entrySet()) {
            var known = (int) row.getValue().stream().map(HeadWords::plain).filter(HeadWords::known).distinct().count();
            var below = rows.getOrDefault(row.getKey() + 1, List.of()).stream().map(HeadWords::plain).filter(HeadWords::known).distinct().count();
            // of a head in two lines the upper one begins it, however little it says
            var counts = known + (known > 0 && groups(spans, row.getKey()) ? (int) below : 0);
            if (counts > best) {
                best = counts;
                top = row.getKey();
            }
        }
        if (best < 2) top = rows.entrySet().stream().filter(row -> row.getValue().stream().filter(cell -> !cell.isEmpty()).count() > 1).map(Map.Entry::getKey).findFirst().orElse(rows.keySet().stream().findFirst().orElse(1));
        return at(top, bottom(top, spans), rows, spans);
    }

    /** The head as a person says it stands. */
    public static Heading at(int top, int bottom, Map<Integer, List<String>> rows, List<Span> spans) {
        var lines = new ArrayList<List<String>>();
        for (int no = top; no <= bottom; no++) lines.add(spread(no, rows.getOrDefault(no, List.of()), spans));
        var width = lines.stream().mapToInt(List::size).max().orElse(0);
        var columns = new ArrayList<String>();
        for (int i = 0; i < width; i++) {
            var parts = new ArrayList<String>();
            for (var line : lines) {
                var part = i < line.size() ? line.get(i).replaceAll("\\s+", "") : "";
                if (!part.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(part))) parts.add(part);
            }
            columns.add(String.join("/", parts));
        }
        // of what stands above the title is the longest; who filled it in and when stands with a colon
        var above = new TreeMap<>(rows).headMap(top).values().stream().flatMap(List::stream).filter(cell -> !cell.matches(".*[:：].*")).max(Comparator.comparingInt(String::length)).orElse("");
        return new Heading(above.replaceAll("\\s+", " "), top, bottom, List.copyOf(columns));
    }

    private static boolean groups(List<Span> spans, int row) {
        return spans.stream().anyMatch(s -> s.top() == row && s.bottom() == row && s.right() > s.left());
    }

    /** As deep as its merged cells reach; a cell over several columns has names below it. */
    private static int bottom(int top, List<Span> spans) {
        var deepest = spans.stream().filter(s -> s.top() == top).mapToInt(Span::bottom).max().orElse(top);
        if (deepest == top && groups(spans, top)) deepest = top + 1;
        return Math.min(deepest, top + DEEPEST);
    }

    /** What is merged sideways is said of each of its columns. */
    private static List<String> spread(int no, List<String> cells, List<Span> spans) {
        var spread = new ArrayList<>(cells);
        for (var span : spans) {
            if (no < span.top() || no > span.bottom() || span.left() >= cells.size()) continue;
            for (int i = span.left() + 1; i <= span.right() && i < 100; i++) {
                while (spread.size() <= i) spread.add("");
                if (spread.get(i).isEmpty()) spread.set(i, cells.get(span.left()));
            }
        }
        return spread;
    }
}
