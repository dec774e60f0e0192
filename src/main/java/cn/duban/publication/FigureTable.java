package cn.duban.publication;

import java.util.ArrayList;
import java.util.List;

/** A part that is a table: its first row is the head. @param rows cells, each of one or more segments */
public record FigureTable(List<String> head, List<List<List<Segment>>> rows) {

    /** Empty where the part is covered, or its rows are no longer alike. */
    public static FigureTable of(List<Segment> segments) {
        var none = new FigureTable(List.of(), List.of());
        var rows = new ArrayList<List<List<Segment>>>(List.of(row()));
        for (var segment : segments) {
            if (segment.figure() != null || segment.hidden()) {
                rows.getLast().getLast().add(segment);
                continue;
            }
            var lines = segment.text().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) rows.add(row());
                var cells = lines[i].split("\\|", -1);
                for (int j = 0; j < cells.length; j++) {
                    if (j > 0) rows.getLast().add(new ArrayList<>());
                    if (!cells[j].isEmpty()) rows.getLast().getLast().add(Segment.words(cells[j]));
                }
            }
        }
        var head = rows.removeFirst();
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.size() != head.size())) return none;
        return new FigureTable(head.stream().map(Content::plain).toList(), rows);
    }

    private static List<List<Segment>> row() {
        var row = new ArrayList<List<Segment>>();
        row.add(new ArrayList<>());
        return row;
    }

    List<List<String>> plain() {
        return rows.stream().map(row -> row.stream().map(Content::plain).toList()).toList();
    }
}
