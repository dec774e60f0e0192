package cn.duban.progress;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who reported in a round, and who did not.
 *
 * @param units the unit's figures of the round
 * @param rows what is still open
 * @param reminded how many were reminded just now
 * @param more whether more is open than one page takes
 */
public record MissingPage(PeriodWords period, List<Choice> rhythms, List<Choice> rounds, List<Unit> units, Unit all, List<Row> rows, @Nullable Integer unit, int reminded, boolean more) implements Titled {

    public record Choice(String value, String label, boolean chosen) {}

    /** Each of them out of {@code due}. */
    public record Unit(int id, String name, int due, int onTime, int late, int waiting, int unreported, int returned, int passed) {

        public int reported() {
            return onTime + late;
        }

        /** Every report that was due has been handed in. */
        public boolean complete() {
            return due > 0 && reported() == due;
        }
    }

    public record Row(String word, String matter, String number, String title, String unit, PeriodWords period, String state, @Nullable String before, boolean draft, @Nullable String reminded) {}

    @Override
    public String title() {
        return Words.say("progress.missing.title");
    }
}
