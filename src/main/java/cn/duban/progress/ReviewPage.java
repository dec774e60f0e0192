package cn.duban.progress;

import cn.duban.ledger.MatterRow;
import cn.duban.similarity.Compared;
import cn.duban.similarity.Progress;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for this reviewer, as many as one sitting takes.
 *
 * @param gone what waits no more
 * @param done what was decided with the last click
 * @param faults how many rows could not be done
 * @param more whether more waits behind these
 */
public record ReviewPage(List<Row> rows, List<Gone> gone, Done done, int faults, boolean more) implements Titled {

    /** A row that somebody else decided meanwhile, with the reason that was typed for it. */
    public record Gone(MatterRow matter, String fault, String reason) {}

    public record More(int entry, String at, String text) {}

    public record Done(int passed, int returned) {

        static final Done NOTHING = new Done(0, 0);

        public boolean any() {
            return passed + returned > 0;
        }
    }

    /**
     * @param word names the row in its fields
     * @param behalf for whom it was entered; null where the unit did itself
     * @param decision what was chosen: {@code pass}, {@code return}, or nothing
     * @param more what the unit reported of the same round after it
     * @param fault what is wrong with this row, and what to do
     */
    public record Row(String word, int entry, MatterRow matter, String unit, PeriodWords period, String by, @Nullable String behalf, String at, boolean late, @Nullable String before, int files, List<More> more, Progress.Beside beside,
            String decision, String reason, @Nullable String fault) {

        public String verdict() {
            return Words.say("progress.verdict." + beside.compared().verdict().name().toLowerCase(java.util.Locale.ROOT), beside.compared().percent());
        }

        public boolean repeats() {
            return beside.compared().verdict() == Compared.Verdict.COPIED || beside.compared().verdict() == Compared.Verdict.EDITED;
        }

        /** The earlier one that it is most like, where that is not the one shown beside it. */
        public boolean elsewhere() {
            var earlier = beside.compared().earlier();
            return earlier != null && !earlier.last() && beside.compared().verdict() != Compared.Verdict.NEW;
        }
    }

    @Override
    public String title() {
        return Words.say("progress.review.title");
    }
}
