package cn.duban.similarity;

import cn.duban.ledger.MatterId;
import cn.duban.similarity.wording.Excerpt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A progress report beside the earlier one that it is most like.
 *
 * @param share how much of it stands in the earlier one, from 0 to 1; figures and days count as the same frame
 * @param earlier null where its unit reported nothing before
 * @param phrases the longest stretches in common, as this report writes them
 * @param facts figures and days that the earlier one does not have
 * @param text the report with everything marked that stands in the earlier one
 */
public record Compared(Verdict verdict, double share, @Nullable Earlier earlier, List<String> phrases, List<String> facts, Excerpt text) {

    public enum Verdict {
        /** Word for word, or nearly. */
        COPIED,
        /** Some words changed, and nothing else: no figure, no day. */
        EDITED,
        /** The same sentences around new figures or days. */
        FRAME,
        NEW
    }

    /**
     * @param number of the matter that it stands on
     * @param own on the same matter
     * @param last the one just before, of the same matter
     */
    public record Earlier(MatterId matter, String number, int entry, Instant at, boolean own, boolean last) {}

    /** Without rounding anything up to all of it. */
    public int percent() {
        return (int) Math.floor(share * 100);
    }
}
