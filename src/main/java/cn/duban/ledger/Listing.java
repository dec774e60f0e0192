package cn.duban.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param count how many there are in all, exact up to {@link #COUNTED}
 * @param next where the next page begins; null on the last one
 */
public record Listing(List<MatterRow> rows, int count, @Nullable String next) {

    /** Counting stops here, so that a long list costs no more than a short one. */
    public static final int COUNTED = 1000;

    /** There are more than could be counted cheaply. */
    public boolean more() {
        return count > COUNTED;
    }

    public String counted() {
        return more() ? COUNTED + "+" : String.valueOf(count);
    }
}
