package cn.duban.sheets;

import cn.duban.ledger.DuplicateBatch;
import cn.duban.sheets.Line.Outcome;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that is checked, at work, or done.
 *
 * @param show which rows are shown: an outcome, {@code doubt} or {@code missing}
 * @param next the row after which more are to come; null at the end
 * @param doubts rows that were read with a doubt
 * @param sheets all sheets of the file
 * @param duplicates the first rows that may stand on the ledger already and are to be decided
 * @param undecided how many there are
 */
public record OutcomePage(SheetIntake intake, Map<Outcome, Integer> tally, String show, List<Shown> rows, @Nullable Integer next, List<Missing> gone, List<SheetIntake> sheets, int missing, int doubts, @Nullable DuplicateBatch duplicates, int undecided) implements Titled {

    /** @param number of the matter that it is or became */
    public record Shown(Line line, @Nullable String number) {

        /** What the row is about, for people who have the sheet before them. */
        public String title() {
            var content = line.content();
            if (content != null && !content.title().isEmpty()) return content.title();
            return String.join(" | ", line.cells().stream().filter(cell -> !cell.isEmpty()).limit(4).toList());
        }
    }

    /** A matter whose row is gone. */
    public record Missing(String id, String number, String title, int place) {}

    @Override
    public String title() {
        return Words.say("sheets.intake.title") + " · " + intake.name();
    }

    public int count(Outcome outcome) {
        return tally.getOrDefault(outcome, 0);
    }

    /** Rows that the import will write. */
    public int writes() {
        return count(Outcome.NEW) + count(Outcome.CHANGED);
    }

    /** Up to how many new rows are held against the ledger before they are imported, where these are more; 0 where they are not. */
    public int unlooked() {
        return count(Outcome.NEW) > RowDuplicates.LOOKED_AT ? RowDuplicates.LOOKED_AT : 0;
    }

    /** Rows that are matters, or would be. */
    public int matters() {
        return tally.entrySet().stream().filter(e -> e.getKey() != Outcome.NONE).mapToInt(Map.Entry::getValue).sum();
    }
}
