package cn.duban.hotline;

import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whose words stand behind one trouble: the caller of a ticket and those of all that are joined with it. What is their own stands in no text that others read. */
@Component
public class Callers {

    private static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");

    private final DSLContext sql;
    private final Joined joined;
    private final Personal personal;

    Callers(DSLContext sql, Joined joined, Personal personal) {
        this.joined = joined;
        this.sql = sql;
        this.personal = personal;
    }

    /** Of the group in which the ticket is, as master or joined. */
    public PersonalScreen screen(Ticket ticket) {
        var own = ticket.id().id();
        var master = Objects.requireNonNullElse(ticket.mergedInto(), own);
        return screens(ticket.id().tenant(), master.equals(own) ? Set.of(own) : Set.of(own, master)).get(master);
    }

    /** What is the own of those who are joined to this one, and was not said by its own caller as well, who reads the answer to it as it is. */
    public PersonalScreen others(Ticket master) {
        var theirs = personal.of(master.id().tenant(), joined.under(master.id()).stream().map(MatterId::id).toList()).values().stream().flatMap(texts -> texts.values().stream()).collect(Collectors.toSet());
        var said = Stream.concat(Stream.of(master.title(), master.body(), master.field(Report.PLACE)), personal.of(master.id()).values().stream()).collect(Collectors.joining("|"));
        return new PersonalScreen(theirs).without(said);
    }

    /** Of several groups, each under its master. */
    Map<UUID, PersonalScreen> screens(int tenant, Collection<UUID> masters) {
        var joined = sql.select(M.MERGED_INTO, M.ID).from(M).where(M.TENANT.eq(tenant), M.MERGED_INTO.eq(any(masters.toArray(UUID[]::new))), M.PHASE.eq(inline("merged"))).fetchGroups(M.MERGED_INTO, M.ID);
        var all = Stream.concat(masters.stream(), joined.values().stream().flatMap(List::stream)).collect(Collectors.toSet());
        var texts = personal.of(tenant, all);
        var screens = new HashMap<UUID, PersonalScreen>();
        for (var master : masters)
            screens.put(master, new PersonalScreen(Stream.concat(Stream.of(master), joined.getOrDefault(master, List.of()).stream()).flatMap(id -> texts.getOrDefault(id, Map.of()).values().stream()).collect(Collectors.toSet())));
        return screens;
    }
}
