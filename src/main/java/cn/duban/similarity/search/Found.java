package cn.duban.similarity.search;

import cn.duban.ledger.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param count matters in all when the search began, exact up to {@link Listing#COUNTED}
 * @param next where the next page begins; null on the last one
 */
public record Found(List<Hit> hits, int count, @Nullable String next) {

    static final Found NOTHING = new Found(List.of(), 0, null);

    public boolean more() {
        return count > Listing.COUNTED;
    }

    public String counted() {
        return more() ? Listing.COUNTED + "+" : String.valueOf(count);
    }
}
