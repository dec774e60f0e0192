package cn.duban.hotline;

import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.BEARER_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.ledger.Tables.SUBJECT_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import cn.duban.hotline.Ticket.Done;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Sight;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of tickets, over the ledger's published rows. */
@Component
public class Tickets {

    /** The ledger and the type of every ticket. */
    public static final String LEDGER = "hotline";

    public static final String TYPE = "hotline-ticket";

    static final int LISTED = 200;
    private static final int FIRST = 50;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");
    private static final cn.duban_db.ledger.tables.ActRow A = ACT_ROW.as("a");
    private static final cn.duban_db.ledger.tables.SubjectRow S = SUBJECT_ROW.as("s");
    private static final Sight.Columns MATTERS = new Sight.Columns(M.TENANT, M.ID, M.PHASE, M.SECRECY);

    private static final Field<List<Done>> DONE = multiset(select(A.NO, A.ACT, A.AT, A.UNIT_NAME, A.PERSON_NAME, A.NOTE, A.REASON).from(A).where(A.TENANT.eq(M.TENANT), A.MATTER.eq(M.ID)).orderBy(A.NO))
            .convertFrom(rows -> rows.map(r -> new Done(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()))).as("done");

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;

    Tickets(DSLContext sql, Sight sight, Directories directories) {
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
    }

    /** For whoever may see it. */
    public Optional<Ticket> find(MatterId id, Viewer viewer) {
        return id.tenant() != viewer.tenant() ? Optional.empty() : find(id, sight.of(viewer, directories.of(viewer.tenant()), MATTERS));
    }

    /** For the caller, who showed the code. */
    public Optional<Ticket> find(MatterId id) {
        return find(id, trueCondition());
    }

    private Optional<Ticket> find(MatterId id, Condition may) {
        return read(id.tenant(), M.ID.eq(id.id()).and(may)).stream().findFirst();
    }

    /** One field of a ticket; nothing of what is none. */
    Optional<String> fieldOf(MatterId id, String name) {
        return sql.select(coalesce(jsonbGetAttributeAsText(M.FIELDS, inline(name)), inline(""))).from(M).where(M.TENANT.eq(id.tenant()), M.ID.eq(id.id()), M.TYPE.eq(inline(TYPE))).fetchOptional(r -> r.value1());
    }

    /** The ticket that goes on for one that was joined to it; empty where none does. */
    public Optional<Ticket> master(Ticket own) {
        return own.mergedInto() == null ? Optional.empty() : find(new MatterId(own.id().tenant(), own.mergedInto()));
    }

    /** Several in one statement, for whoever they are owed to as a whole. */
    public Map<UUID, Ticket> all(int tenant, Collection<UUID> ids) {
        return read(tenant, M.ID.in(ids)).stream().collect(Collectors.toMap(ticket -> ticket.id().id(), ticket -> ticket));
    }

    private List<Ticket> read(int tenant, Condition which) {
        return sql.select(M.ID, M.NUMBER, M.TITLE, S.BODY, M.STATE, M.PHASE, M.SECRECY, M.LEAD_UNIT, M.FIELDS, M.OPENED_AT, M.DUE_AT, M.MERGED_INTO, M.VERSION, DONE)
                .from(M).join(S).on(S.TENANT.eq(M.TENANT), S.ID.eq(M.ID)).where(M.TENANT.eq(tenant), M.TYPE.eq(inline(TYPE)), which)
                .fetch(r -> new Ticket(new MatterId(tenant, r.value1()), r.value2(), r.value3(), r.value4(), r.value5(), Phase.valueOf(r.value6().toUpperCase(Locale.ROOT)), Secrecy.valueOf(r.value7().toUpperCase(Locale.ROOT)), r.value8(), JSON.readValue(r.value9().data(), TEXTS), r.value10(), r.value11(), r.value12(), r.value13(), r.value14()));
    }

    /** @param all how many wait in the same state, those not listed among them */
    public record Waiting(UUID id, String state, boolean urgent, int all) {}

    /** Tickets that wait, of each of these states the first {@value #FIRST}: the urgent ones, then whichever ends first. */
    public List<Waiting> waiting(Collection<String> states, Viewer viewer) {
        var urgent = field(coalesce(jsonbGetAttributeAsText(M.FIELDS, inline("urgent")), inline("false")).eq(inline("true")));
        var flag = urgent.as("urgent");
        var place = rowNumber().over(partitionBy(M.STATE).orderBy(urgent.desc(), M.DUE_AT.asc().nullsLast(), M.ID)).as("place");
        var all = count().over(partitionBy(M.STATE)).as("all");
        var waiting = select(M.ID, M.STATE, flag, place, all).from(M)
                .where(M.TYPE.eq(inline(TYPE)), M.STATE.in(states.stream().map(DSL::inline).toList()), M.PHASE.in(inline("draft"), inline("open")), sight.of(viewer, directories.of(viewer.tenant()), MATTERS)).asTable("waiting");
        return sql.select(waiting.field(M.ID), waiting.field(M.STATE), waiting.field(flag), waiting.field(all)).from(waiting)
                .where(waiting.field(place).le(inline(FIRST))).orderBy(waiting.field(place)).fetch(Records.mapping(Waiting::new));
    }

    /** Tickets that were merged into this one, whose callers wait for the same answer. @return numbers by ids, the earliest first */
    public Map<MatterId, String> joined(MatterId id, Viewer viewer) {
        var joined = new LinkedHashMap<MatterId, String>();
        sql.select(M.ID, M.NUMBER).from(M).where(M.TENANT.eq(id.tenant()), M.MERGED_INTO.eq(id.id()), M.PHASE.eq(inline("merged")), sight.of(viewer, directories.of(viewer.tenant()), MATTERS)).orderBy(M.OPENED_AT, M.ID).limit(LISTED)
                .forEach(r -> joined.put(new MatterId(id.tenant(), r.value1()), r.value2()));
        return joined;
    }

    /** By the number that its caller knows it under. */
    public Optional<MatterId> numbered(int tenant, String number) {
        return sql.select(M.ID).from(M).where(M.TENANT.eq(tenant), M.NUMBER.eq(number), M.TYPE.eq(inline(TYPE))).limit(1).fetchOptional(r -> new MatterId(tenant, r.value1()));
    }

    /** The unit of the desk that the ticket is on. */
    Optional<Integer> supervisor(MatterId id) {
        return sql.select(BEARER_ROW.UNIT).from(BEARER_ROW).where(BEARER_ROW.TENANT.eq(id.tenant()), BEARER_ROW.MATTER.eq(id.id()), BEARER_ROW.ROLE.eq(inline("supervisor"))).limit(1).fetchOptional(BEARER_ROW.UNIT);
    }
}
