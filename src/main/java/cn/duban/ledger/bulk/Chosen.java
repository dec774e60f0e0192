package cn.duban.ledger.bulk;

import cn.duban.ledger.Listing;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.Matters;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The matters that were chosen, in the order of the list.
 *
 * @param versions in which version each was looked at, where it was looked at already
 * @param ticked those that are to be done; all of them before anything was looked at
 * @param found how many there are, where it is more than may be chosen at once
 */
record Chosen(List<UUID> ids, Map<UUID, Integer> versions, List<UUID> ticked, int found) {

    /** More than these nobody looks through before they say yes. */
    static final int MOST = 500;

    /** As a tick carries it: the matter's address, and the version that was looked at. */
    static String token(MatterId id, int version) {
        return id + "~" + version;
    }

    static Chosen of(MultiValueMap<String, String> sent, MatterQuery query, Matters matters, Viewer viewer) {
        if (sent.containsKey("all")) return all(query, matters, viewer);
        var versions = new LinkedHashMap<UUID, Integer>();
        var ticked = read(sent.getOrDefault("matter", List.of()), versions, viewer);
        var ids = new LinkedHashSet<>(read(sent.getOrDefault("chosen", List.of()), new LinkedHashMap<>(), viewer));
        ids.addAll(ticked);
        var found = ids.size();
        return new Chosen(ids.stream().limit(MOST).toList(), versions, ticked, found);
    }

    private static Chosen all(MatterQuery query, Matters matters, Viewer viewer) {
        var ids = new ArrayList<UUID>();
        var mixed = false;
        var next = query.after(null).pages(MatterQuery.LARGEST);
        for (Listing page = matters.list(next, viewer); ; page = matters.list(next, viewer)) {
            // what other governments gave is theirs to assign, to remind of and to extend
            var own = page.rows().stream().map(MatterRow::id).filter(id -> id.tenant() == viewer.tenant()).map(MatterId::id).toList();
            ids.addAll(own);
            mixed |= own.size() < page.rows().size();
            if (page.next() == null || ids.size() > MOST) return new Chosen(ids.stream().limit(MOST).toList(), Map.of(), ids, mixed ? ids.size() : Math.max(page.count(), ids.size()));
            next = next.after(page.next());
        }
    }

    private static List<UUID> read(List<String> tokens, Map<UUID, Integer> versions, Viewer viewer) {
        return tokens.stream().map(token -> one(token, versions, viewer)).filter(Objects::nonNull).distinct().toList();
    }

    private static @Nullable UUID one(String token, Map<UUID, Integer> versions, Viewer viewer) {
        var parts = token.split("~", 2);
        try {
            var id = MatterId.valueOf(parts[0]);
            if (id.tenant() != viewer.tenant()) return null;
            if (parts.length == 2 && parts[1].matches("\\d{1,9}")) versions.put(id.id(), Integer.valueOf(parts[1]));
            return id.id();
        } catch (IllegalArgumentException noMatter) {
            return null;
        }
    }

    boolean tooMany() {
        return found > MOST;
    }
}
