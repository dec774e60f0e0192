package cn.duban.ledger;

import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.MatterQuery.Sort;
import java.util.List;
import java.util.Map;

/**
 * The list of matters with its filters.
 *
 * @param chips the filters that are set
 * @param types the types to choose from
 * @param states those of the chosen type, empty without one
 * @param units all open units, as their tree stands
 * @param exits the ways out of the house for this list
 * @param bulk whether the reader may act on many at once
 */
public record MattersPage(MatterQuery query, Listing listing, List<Chip> chips, List<Choice> types, List<Choice> states, List<Choice> units, List<Exports.Exit> exits, boolean bulk) {

    /** A filter in words, and the list without it. */
    public record Chip(String label, String value, String without) {}

    public String bulkHref() {
        return MatterAddress.of("/matters/bulk", query.after(null), Map.of());
    }

    public String next() {
        return listing.next() == null ? null : MatterAddress.of(query.after(listing.next()));
    }

    /** A list goes on, not back: the browser does that; the beginning is one step away. */
    public String first() {
        return query.after() == null ? null : MatterAddress.of(query.after(null));
    }

    /** By the same column again it turns round. */
    public String sorted(Sort sort) {
        return MatterAddress.of(query.by(sort, query.sort() == sort && !query.descending()));
    }

    public String direction(Sort sort) {
        return query.sort() != sort ? null : query.descending() ? "descending" : "ascending";
    }
}
