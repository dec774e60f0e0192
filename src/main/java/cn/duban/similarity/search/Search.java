package cn.duban.similarity.search;

import cn.duban.ledger.Listing;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Sight;
import cn.duban.similarity.search.Passages.Wanted;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Search over all texts of all matters that a viewer may see. */
@Component
public class Search {

    private final Passages passages;
    private final Places places;
    private final Matters matters;
    private final Sight sight;
    private final Directories directories;

    Search(Passages passages, Places places, Matters matters, Sight sight, Directories directories) {
        this.passages = passages;
        this.places = places;
        this.matters = matters;
        this.sight = sight;
        this.directories = directories;
    }

    /**
     * One page. The query's text is what is looked for, its filters hold, its own order does not.
     *
     * @return nothing where the text has no word of two characters
     */
    public Found find(MatterQuery query, Order order, Viewer viewer) {
        var terms = Terms.of(Objects.requireNonNullElse(query.text(), ""));
        if (terms.leading().isEmpty()) return Found.NOTHING;
        var mark = Mark.read(query.after());
        var first = mark == null || !order.parts().contains(mark.part());
        var most = first ? Listing.COUNTED + 1 : query.size() + 1;
        var found = new ArrayList<Mark>();
        for (var part : order.parts()) {
            if (!first && part.compareTo(mark.part()) < 0 || found.size() >= most) continue;
            var after = !first && part == mark.part() ? mark.last() : null;
            var wanted = new Wanted(viewer, terms, part, sight.touched(viewer, directories.of(viewer.tenant())), id -> matters.admitting(query, viewer, id), after);
            passages.spots(wanted, most - found.size()).forEach(spot -> found.add(new Mark(part, spot, 0)));
        }
        var count = first ? found.size() : mark.count();
        var page = found.subList(0, Math.min(found.size(), query.size()));
        var next = found.size() <= query.size() ? null : new Mark(page.getLast().part(), page.getLast().last(), count).token();
        return new Found(hits(page.stream().map(m -> m.last().matter()).toList(), terms, viewer), count, next);
    }

    private List<Hit> hits(List<java.util.UUID> ids, Terms terms, Viewer viewer) {
        if (ids.isEmpty()) return List.of();
        var rows = matters.rows(ids, viewer);
        var where = places.of(viewer.tenant(), rows.keySet(), terms);
        return ids.stream().filter(rows::containsKey).map(id -> where.hit(rows.get(id))).toList();
    }
}
