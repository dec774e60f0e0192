package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static org.jooq.impl.DSL.inline;

import cn.duban.ledger.MatterLists.Moment;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Several lists side by side in one statement, each with its own page and its own count. */
@Component
class Lanes {

    private static final String LANE = "lane";

    private final DSLContext sql;
    private final MatterLists lists;

    Lanes(DSLContext sql, MatterLists lists) {
        this.sql = sql;
        this.lists = lists;
    }

    /** @param wanted each list under a name of its own */
    Map<String, Listing> of(Map<String, MatterQuery> wanted, Viewer viewer, Directory directory, Moment moment) {
        var m = MATTER.as("m");
        Select<Record> all = null;
        for (var lane : wanted.entrySet()) {
            var page = lists.page(List.of(inline(lane.getKey()).as(LANE)), lane.getValue(), ListMark.read(lane.getValue().after()), m, viewer, directory, moment);
            all = all == null ? page : all.unionAll(page);
        }
        Map<String, List<Record>> found = all == null ? Map.of() : sql.fetch(all).stream().collect(Collectors.groupingBy(row -> row.get(LANE, String.class)));
        var lanes = new LinkedHashMap<String, Listing>();
        wanted.forEach((name, query) -> lanes.put(name, lists.listing(found.getOrDefault(name, List.of()), query, ListMark.read(query.after()), m, directory, moment)));
        return lanes;
    }
}
