package cn.duban.hotline.trouble;

import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.ledger.Tables.SUBJECT_ROW;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;

import cn.duban.hotline.Tickets;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Sight;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets as they are held against one another, and how many people stand behind each. */
@Component
public class OpenTickets {

    private static final int MOST = 3_000;
    private static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");
    private static final cn.duban_db.ledger.tables.SubjectRow S = SUBJECT_ROW.as("s");

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;
    private final Personal personal;

    OpenTickets(DSLContext sql, Sight sight, Directories directories, Personal personal) {
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
        this.personal = personal;
    }

    /** @param category empty while it has none */
    record Open(UUID id, String number, String title, String body, String place, String area, String category, LocalDate day) {

        /** As if it had come in on that day. */
        Open on(LocalDate other) {
            return new Open(id, number, title, body, place, area, category, other);
        }
    }

    /** Of these, the open ones that the viewer may see. */
    List<Open> of(Collection<UUID> ids, Viewer viewer) {
        return read(viewer.tenant(), M.ID.eq(any(ids.toArray(UUID[]::new))).and(M.PHASE.in(inline("draft"), inline("open"))).and(sight.of(viewer, directories.of(viewer.tenant()), new Sight.Columns(M.TENANT, M.ID, M.PHASE, M.SECRECY))));
    }

    /** Of these, those that were closed since a moment; only what anybody inside may know of. */
    List<Open> closed(int tenant, Collection<UUID> ids, Instant since) {
        return read(tenant, M.ID.eq(any(ids.toArray(UUID[]::new))).and(M.STATE.eq(inline("closed"))).and(M.PHASE.eq(inline("ended"))).and(M.SETTLED_AT.ge(since)).and(known()));
    }

    /** The latest that are open; none that only named persons may see. */
    List<Open> all(int tenant) {
        return read(tenant, M.PHASE.in(inline("draft"), inline("open")).and(known()));
    }

    List<Open> since(int tenant, Instant since) {
        return read(tenant, M.PHASE.in(inline("draft"), inline("open")).and(M.OPENED_AT.ge(since)).and(known()));
    }

    private static Condition known() {
        return M.SECRECY.in(inline("public"), inline("internal"));
    }

    private List<Open> read(int tenant, Condition which) {
        var zone = directories.of(tenant).zone();
        return sql.select(M.ID, M.NUMBER, M.TITLE, S.BODY, text("place"), text("area"), text("category"), M.OPENED_AT).from(M).join(S).on(S.TENANT.eq(M.TENANT), S.ID.eq(M.ID))
                .where(M.TENANT.eq(tenant), M.TYPE.eq(inline(Tickets.TYPE)), which).orderBy(M.ID.desc()).limit(MOST)
                .fetch(r -> new Open(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), LocalDate.ofInstant(r.value8(), zone)));
    }

    static Field<String> text(String field) {
        return coalesce(jsonbGetAttributeAsText(M.FIELDS, inline(field)), inline(""));
    }

    /** How many people stand behind each of these: their own caller and those of the tickets joined to it, one telephone counted once. */
    public Map<UUID, Integer> people(int tenant, Collection<UUID> masters) {
        var groups = masters.stream().distinct().collect(Collectors.toMap(id -> id, List::of));
        return people(tenant, groups);
    }

    /** The same of groups of tickets. */
    <K> Map<K, Integer> people(int tenant, Map<K, ? extends Collection<UUID>> groups) {
        var masters = groups.values().stream().flatMap(Collection::stream).toArray(UUID[]::new);
        var joined = sql.select(M.MERGED_INTO, M.ID).from(M).where(M.TENANT.eq(tenant), M.MERGED_INTO.eq(any(masters)), M.PHASE.eq(inline("merged"))).fetchGroups(M.MERGED_INTO, M.ID);
        var all = Stream.concat(Stream.of(masters), joined.values().stream().flatMap(List::stream)).collect(Collectors.toSet());
        var callers = personal.callers(tenant, all);
        var people = new HashMap<K, Integer>();
        groups.forEach((group, ids) -> people.put(group, (int) ids.stream().flatMap(id -> Stream.concat(Stream.of(id), joined.getOrDefault(id, List.of()).stream())).map(id -> callers.getOrDefault(id, id.toString())).distinct().count()));
        return people;
    }

    /** Tickets by category, area and day on which they came in, since a day; void ones do not count. */
    List<Came> came(int tenant, LocalDate since) {
        return sql.select(text("category"), text("area"), M.RECEIVED_ON, count()).from(M).where(M.TENANT.eq(tenant), M.TYPE.eq(inline(Tickets.TYPE)), M.RECEIVED_ON.ge(since), M.PHASE.ne(inline("void")), text("category").ne(inline("")), known())
                .groupBy(text("category"), text("area"), M.RECEIVED_ON).fetch(r -> new Came(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    record Came(String category, String area, LocalDate day, int tickets) {}

    /** What such a number counts. */
    record Counted(String category, String area, LocalDate from, LocalDate until) {}

    /** How many they are, as far as the viewer may see them. */
    int counted(Counted counted, Viewer viewer) {
        return sql.fetchCount(M, behind(counted, viewer));
    }

    /** A page of them, the latest first. @param after where the page before ended */
    List<UUID> page(Counted counted, @Nullable UUID after, int most, Viewer viewer) {
        return sql.select(M.ID).from(M).where(behind(counted, viewer), after == null ? noCondition() : M.ID.lt(after)).orderBy(M.ID.desc()).limit(most).fetch(M.ID);
    }

    private Condition behind(Counted counted, Viewer viewer) {
        return M.TYPE.eq(inline(Tickets.TYPE)).and(text("category").eq(counted.category())).and(text("area").eq(counted.area())).and(M.RECEIVED_ON.between(counted.from(), counted.until())).and(M.PHASE.ne(inline("void"))).and(known())
                .and(sight.of(viewer, directories.of(viewer.tenant()), new Sight.Columns(M.TENANT, M.ID, M.PHASE, M.SECRECY)));
    }
}
