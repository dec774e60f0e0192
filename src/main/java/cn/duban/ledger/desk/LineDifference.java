package cn.duban.ledger.desk;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Which lines two texts do not share, with a few lines around each. */
public record LineDifference(List<Hunk> hunks) {

    private static final int AROUND = 3;

    /** Lines that stand together; between two of them the texts are the same. */
    public record Hunk(List<Line> lines) {}

    /**
     * @param sign {@code -} only in the first text, {@code +} only in the second, a blank in both
     * @param old its number in the first text; 0 where it is not there
     * @param now its number in the second text; 0 where it is not there
     */
    public record Line(char sign, int old, int now, String text) {

        public String word() {
            return sign == '+' ? "added" : sign == '-' ? "removed" : "same";
        }
    }

    public static LineDifference of(String first, String second) {
        var was = first.lines().toList();
        var is = second.lines().toList();
        var hunks = new ArrayList<Hunk>();
        var lines = new ArrayList<Line>();
        var at = 0;
        var shift = 0;
        for (var delta : DiffUtils.diff(was, is).getDeltas()) {
            var start = delta.getSource().getPosition();
            if (!lines.isEmpty() && start - at > 2 * AROUND) {
                same(was, at, at + AROUND, shift, lines);
                hunks.add(new Hunk(List.copyOf(lines)));
                lines.clear();
            }
            same(was, lines.isEmpty() ? Math.max(at, start - AROUND) : at, start, shift, lines);
            changed(delta, lines);
            at = start + delta.getSource().size();
            shift += delta.getTarget().size() - delta.getSource().size();
        }
        if (lines.isEmpty()) return new LineDifference(List.of());
        same(was, at, Math.min(was.size(), at + AROUND), shift, lines);
        hunks.add(new Hunk(List.copyOf(lines)));
        return new LineDifference(List.copyOf(hunks));
    }

    private static void same(List<String> was, int from, int to, int shift, List<Line> into) {
        for (int i = from; i < to; i++) into.add(new Line(' ', i + 1, i + 1 + shift, was.get(i)));
    }

    private static void changed(AbstractDelta<String> delta, List<Line> into) {
        var old = delta.getSource();
        for (int i = 0; i < old.size(); i++) into.add(new Line('-', old.getPosition() + i + 1, 0, old.getLines().get(i)));
        var now = delta.getTarget();
        for (int i = 0; i < now.size(); i++) into.add(new Line('+', 0, now.getPosition() + i + 1, now.getLines().get(i)));
    }
}
