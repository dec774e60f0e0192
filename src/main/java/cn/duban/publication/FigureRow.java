package cn.duban.publication;

import java.util.ArrayList;
import java.util.List;

/** One figure with its label, out of a part that names them by turns. */
public record FigureRow(String label, Segment figure) {

    /** Empty where the part is covered or says something else. */
    public static List<FigureRow> of(List<Segment> segments) {
        var rows = new ArrayList<FigureRow>();
        for (int i = 0; i + 1 < segments.size(); i += 2) {
            var label = segments.get(i);
            if (label.figure() != null || label.hidden()) return List.of();
            rows.add(new FigureRow(label.text().replace("|", ""), segments.get(i + 1)));
        }
        return segments.size() % 2 == 0 ? rows : List.of();
    }
}
