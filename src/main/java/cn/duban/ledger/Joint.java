package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;

import cn.duban.ledger.MatterLists.Moment;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban_db.ledger.tables.Matter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Lists of those who also bear matters of other governments: each ledger is asked on its own, by its own index and under its own
 * sight, and the pages are put together in one order. The place where a page ends is a place in each of them, since it is a value and an id.
 */
record Joint(MatterLists lists, Lanes lanes, List<Side> sides) {

    /**
     * One ledger, and who somebody is in it.
     *
     * @param among the only matters that they can see there; null at home, where they are not counted beforehand
     */
    record Side(Viewer viewer, Directory directory, Moment moment, @Nullable Collection<UUID> among) {}

    private static final Matter M = MATTER.as("m");

    Listing list(MatterQuery query) {
        var mark = ListMark.read(query.after());
        var found = new HashMap<Integer, List<? extends Record>>();
        sides.forEach(side -> found.put(side.viewer().tenant(), lists.rows(asked(query, side), mark, side.viewer(), side.directory(), side.moment(), side.among())));
        return listing(found, query, mark);
    }

    Map<String, Listing> lanes(Map<String, MatterQuery> wanted) {
        var found = new HashMap<Integer, Map<String, List<Record>>>();
        sides.forEach(side -> {
            var asked = new LinkedHashMap<String, MatterQuery>();
            wanted.forEach((key, query) -> asked.put(key, asked(query, side)));
            found.put(side.viewer().tenant(), lanes.rows(asked, side.viewer(), side.directory(), side.moment()));
        });
        var joint = new LinkedHashMap<String, Listing>();
        wanted.forEach((key, query) -> {
            var lane = new HashMap<Integer, List<? extends Record>>();
            found.forEach((tenant, rows) -> lane.put(tenant, rows.getOrDefault(key, List.of())));
            joint.put(key, listing(lane, query, ListMark.read(query.after())));
        });
        return joint;
    }

    private MatterQuery asked(MatterQuery query, Side side) {
        var home = sides.getFirst().viewer().tenant();
        return side.viewer().tenant() == home ? query : query.seenFrom(side.viewer().tenant(), home);
    }

    private Listing listing(Map<Integer, List<? extends Record>> found, MatterQuery query, @Nullable ListMark mark) {
        var rows = new ArrayList<Record>();
        found.values().forEach(rows::addAll);
        rows.sort(order(query.descending()));
        var page = rows.subList(0, Math.min(rows.size(), query.size()));
        var total = found.values().stream().filter(some -> !some.isEmpty()).mapToInt(some -> some.getFirst().get("total", Integer.class)).sum();
        var count = mark != null ? mark.count() : Math.min(total, Listing.COUNTED + 1);
        var next = rows.size() <= query.size() ? null : new ListMark(count, page.getLast().get(M.ID), Objects.toString(page.getLast().get("key"), null)).token();
        return new Listing(page.stream().map(this::row).toList(), count, next);
    }

    private MatterRow row(Record row) {
        var side = sides.stream().filter(one -> one.viewer().tenant() == row.get(M.TENANT)).findFirst().orElseThrow();
        var read = lists.row(row, M, side.directory(), side.moment());
        return side == sides.getFirst() ? read : read.hostedBy(side.directory().tenantName());
    }

    /** As {@link Keyset} orders: rows without the sorted value last both ways, ties by id, which PostgreSQL compares byte by byte. */
    private static Comparator<Record> order(boolean descending) {
        Comparator<Comparable<Object>> up = Comparator.naturalOrder();
        Comparator<String> ids = Comparator.naturalOrder();
        return Comparator.comparing(Joint::key, Comparator.nullsLast(descending ? up.reversed() : up)).thenComparing((Function<Record, String>) row -> row.get(M.ID).toString(), descending ? ids.reversed() : ids);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object> key(Record row) {
        return (Comparable<Object>) row.get("key");
    }
}
