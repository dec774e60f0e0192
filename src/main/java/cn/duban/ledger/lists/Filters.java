package cn.duban.ledger.lists;

import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every face of a list.
 *
 * @param chips the filters that are set
 * @param types the types to choose from
 * @param states those of the chosen type, empty without one
 * @param units all open units, as their tree stands
 * @param views those that the reader may use
 * @param view the one that is looked at; null for none
 * @param sharesWithAll whether the reader may share a view with everybody
 */
public record Filters(Face face, MatterQuery query, List<Chip> chips, List<Choice> types, List<Choice> states, List<Choice> units, List<SavedView> views, @Nullable UUID view, boolean sharesWithAll) {

    /** A filter in words, and the list without it. */
    public record Chip(String label, String value, String without) {}

    /** The same question in another face. */
    public String in(Face other) {
        return other.of(query);
    }

    /** Without any filter; a view that is opened at first stays away. */
    public String cleared() {
        return face.of(MatterQuery.all());
    }

    public String columns() {
        return MatterAddress.of("/matters/columns", query.after(null), view == null ? Map.of() : Map.of("view", view.toString()));
    }
}
