package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table whose cells are divided by upright strokes, 序号|问题|措施, as plain-text editors and mails write it. */
final class Pipes {
    private static final Pattern STROKE = Pattern.compile("[|｜│┃]");
    private static final Pattern RULE = Pattern.compile("[\\s|｜│┃:=+\\-—─━┌┐└┘├┤┬┴┼]+");
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_STROKES = 2;

    private Pipes() {}

    static List<Passage> unfold(List<Passage> lines) {
        var rows = lines.stream().filter(line -> strokes(line) >= FEWEST_STROKES && !isRule(line)).toList();
        var usual = rows.isEmpty() ? 0 : strokes(rows.getFirst());
        if (rows.stream().filter(row -> strokes(row) == usual).count() < FEWEST_ROWS) {
            return lines;
        }
        var unfolded = new ArrayList<Passage>();
        for (var line : lines) {
            if (strokes(line) == usual && !isRule(line)) {
                unfolded.add(Passage.join(cells(line), "\t"));
            } else if (!isRule(line) || line.isEmpty()) {
                unfolded.add(line);
            }
        }
        return unfolded;
    }

    private static int strokes(Passage line) {
        return (int) STROKE.matcher(line.text).results().count();
    }

    private static boolean isRule(Passage line) {
        return RULE.matcher(line.text).matches();
    }

    /** A frame's strokes at both ends hold no cells. */
    private static List<Passage> cells(Passage line) {
        var cells = new ArrayList<Passage>();
        var stroke = STROKE.matcher(line.text);
        var start = 0;
        while (stroke.find()) {
            if (stroke.start() > 0) {
                cells.add(line.slice(start, stroke.start()).strip());
            }
            start = stroke.end();
        }
        if (start < line.text.length()) {
            cells.add(line.from(start).strip());
        }
        return cells;
    }
}
