package cn.duban.hotline.open311;

import static cn.duban_db.hotline.Tables.ARRIVAL;
import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.ledger.Tables.SUBJECT_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import cn.duban.hotline.Tickets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of service requests: tickets as programs outside may see them. */
@Component
class ServiceRequests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");
    private static final cn.duban_db.ledger.tables.MatterRow ON = MATTER_ROW.as("goes_on");
    private static final cn.duban_db.ledger.tables.SubjectRow S = SUBJECT_ROW.as("s");
    private static final cn.duban_db.ledger.tables.ActRow A = ACT_ROW.as("a");

    private final DSLContext sql;

    ServiceRequests(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param goesOn the ticket that answers for it: itself, or the one it was merged into
     * @param own whether whoever asks brought it
     */
    record Found(UUID id, String number, boolean own, UUID goesOn, String state, String phase, Map<String, String> fields, @Nullable Integer lead, Instant openedAt, Instant changedAt, @Nullable Instant settledAt, @Nullable Instant dueAt, String body, @Nullable String media) {

        boolean open() {
            return phase.equals("draft") || phase.equals("open");
        }
    }

    /** @param source what the client that asks has brought is counted under; empty for everybody else */
    List<Found> list(int tenant, String source, Wanted wanted, List<String> categories) {
        var own = DSL.field(DSL.exists(select(inline(1)).from(ARRIVAL).where(ARRIVAL.TENANT.eq(tenant), ARRIVAL.MATTER.eq(M.ID), ARRIVAL.SOURCE.eq(source))));
        Field<String> phase = coalesce(ON.PHASE, M.PHASE);
        Field<Instant> changed = coalesce(DSL.field(select(max(A.AT)).from(A).where(A.TENANT.eq(tenant), A.MATTER.eq(coalesce(ON.ID, M.ID)))), M.OPENED_AT);
        var media = DSL.field(select(max(ARRIVAL.MEDIA)).from(ARRIVAL).where(ARRIVAL.TENANT.eq(tenant), ARRIVAL.MATTER.eq(M.ID), ARRIVAL.SOURCE.eq(source)));
        return sql.select(M.ID, M.NUMBER, own, coalesce(ON.ID, M.ID), coalesce(ON.STATE, M.STATE), phase, M.FIELDS, coalesce(ON.LEAD_UNIT, M.LEAD_UNIT), M.OPENED_AT, changed, coalesce(ON.SETTLED_AT, M.SETTLED_AT), coalesce(ON.DUE_AT, M.DUE_AT), S.BODY, media)
                .from(M).join(S).on(S.TENANT.eq(M.TENANT), S.ID.eq(M.ID)).leftJoin(ON).on(ON.TENANT.eq(tenant), ON.ID.eq(M.MERGED_INTO))
                .where(M.TENANT.eq(tenant), M.TYPE.eq(inline(Tickets.TYPE)), own.isTrue().or(open()), which(wanted, categories, phase))
                .orderBy(M.OPENED_AT.desc(), M.ID.desc()).limit(wanted.size()).offset((wanted.page() - 1) * wanted.size())
                .fetch(r -> new Found(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), JSON.readValue(r.value7().data(), TEXTS), r.value8(), r.value9(), r.value10(), r.value11(), r.value12(), r.value13(), r.value14()));
    }

    /** What everybody may know of: no tips, nothing confidential, nothing entered by mistake. */
    private static Condition open() {
        return M.SECRECY.in(inline("public"), inline("internal")).and(M.PHASE.ne(inline("void"))).and(field("confidential").ne(inline("true"))).and(field("kind").ne(inline("tip")));
    }

    private static Condition which(Wanted wanted, List<String> categories, Field<String> phase) {
        if (!wanted.numbers().isEmpty()) return M.NUMBER.in(wanted.numbers());
        var open = phase.in(inline("draft"), inline("open"));
        return M.OPENED_AT.between(wanted.from(), wanted.to())
                .and(wanted.services().isEmpty() ? noCondition() : field("category").in(categories))
                .and(wanted.open() == null ? noCondition() : wanted.open() ? open : open.not());
    }

    private static Field<String> field(String name) {
        return coalesce(jsonbGetAttributeAsText(M.FIELDS, inline(name)), inline(""));
    }

    /** @param entry whose words they are */
    record Told(int entry, String text) {}

    /** What callers were told last, by ticket: the approved reply, an answer at once, or why it was not taken. */
    Map<UUID, Told> told(int tenant, List<UUID> tickets) {
        var drafts = new HashMap<UUID, Told>();
        var told = new HashMap<UUID, Told>();
        sql.select(A.MATTER, A.ACT, A.NOTE, A.NO).from(A).where(A.TENANT.eq(tenant), A.MATTER.in(tickets), A.ACT.in("draft", "reply", "answer-now", "decline-to-take")).orderBy(A.MATTER, A.NO)
                .forEach(r -> {
                    var said = new Told(r.value4(), r.value3() == null ? "" : r.value3());
                    if (r.value2().equals("draft")) drafts.put(r.value1(), said);
                    else told.put(r.value1(), r.value2().equals("reply") ? drafts.getOrDefault(r.value1(), new Told(0, "")) : said);
                });
        return told;
    }
}
