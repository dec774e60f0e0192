package cn.duban.supervision;

import cn.duban.ledger.MatterId;
import org.jspecify.annotations.Nullable;

/**
 * What one matter came to in one round.
 *
 * @param entry the first report of the round; null where there is none
 * @param stuck nothing in this round and nothing in the one before; as the others below only of a round that ended
 * @param late its day has gone by and it is open
 * @param newlyLate its day has gone by within the round
 * @param before whether it was missing in the round before
 */
record DispatchLine(MatterId matter, int unit, @Nullable Integer entry, boolean stuck, boolean late, boolean newlyLate, boolean settled, boolean before) {

    /** What settled within the round owes nothing more. */
    boolean missing() {
        return entry == null && !settled;
    }
}
