package cn.duban.ledger.lists;

import cn.duban.ledger.Exports;
import cn.duban.ledger.Listing;
import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterColumn;
import cn.duban.ledger.MatterQuery.Sort;
import cn.duban.ledger.MatterQuery;
import java.util.List;
import java.util.Map;

/**
 * The list of matters.
 *
 * @param columns what a row shows, in order
 * @param exits the ways out of the house for this list
 * @param bulk whether the reader may act on many at once
 */
public record MattersPage(Filters filters, Listing listing, List<MatterColumn> columns, List<Exports.Exit> exits, boolean bulk) {

    public MatterQuery query() {
        return filters.query();
    }

    public String bulkHref() {
        return MatterAddress.of("/matters/bulk", query().after(null), Map.of());
    }

    public String next() {
        return listing.next() == null ? null : MatterAddress.of(query().after(listing.next()));
    }

    /** A list goes on, not back: the browser does that; the beginning is one step away. */
    public String first() {
        return query().after() == null ? null : Face.LIST.of(query());
    }

    /** By the same column again it turns round. */
    public String sorted(Sort sort) {
        return Face.LIST.of(query().by(sort, query().sort() == sort && !query().descending()));
    }

    public String direction(Sort sort) {
        return query().sort() != sort ? null : query().descending() ? "descending" : "ascending";
    }
}
