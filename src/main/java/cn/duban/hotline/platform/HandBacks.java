package cn.duban.hotline.platform;

import static cn.duban_db.hotline.Tables.ANSWER_SHEET;
import static cn.duban_db.hotline.Tables.ARRIVAL;
import static cn.duban_db.hotline.Tables.HANDED;
import static cn.duban_db.hotline.Tables.HAND_BACK;
import static cn.duban_db.hotline.Tables.OUTGOING;
import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.crypto.Sealer;
import cn.duban.hotline.Ticket;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Which answers a platform above was handed, in which sheet, and which it is still owed. */
@Component
class HandBacks {

    /** Rows of one sheet. */
    static final int MOST = 1000;

    private static final int LISTED = 50;
    private static final int LOCK = 0x68616e64;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    HandBacks(DSLContext sql, Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.sql = sql;
        this.clock = clock;
    }

    /** An answer to one ticket of a platform. @param answering the ticket that says it: another one where this was joined */
    record Owed(UUID matter, UUID answering, int entry) {

        boolean joined() {
            return !answering.equals(matter);
        }
    }

    /** The same as it was written. @param cells its row; null where the entry alone says it */
    record Handed(Owed answer, String satisfaction, @Nullable List<String> cells) {}

    /** @param again the one that it repeats @param digest SM3 of its rows */
    record HandBack(int tenant, UUID id, String source, int no, List<AnswerColumn> columns, int rows, byte[] digest, @Nullable UUID again, String madeName, Instant madeAt) {}

    /** Answers that the platform was not handed yet, nor told by machine, the earliest first. @param from how many of them are passed over */
    List<Owed> owed(int tenant, String source, int from) {
        var own = MATTER_ROW.as("own");
        var answering = MATTER_ROW.as("answering");
        var act = ACT_ROW.as("act");
        var last = field(select(max(act.NO)).from(act).where(act.TENANT.eq(answering.TENANT), act.MATTER.eq(answering.ID), act.ACT.in(Ticket.ANSWERING.stream().map(DSL::inline).toList()))).as("last");
        var all = select(ARRIVAL.MATTER, answering.ID.as("by"), last, ARRIVAL.AT).from(ARRIVAL).join(own).on(own.TENANT.eq(ARRIVAL.TENANT), own.ID.eq(ARRIVAL.MATTER))
                .join(answering).on(answering.TENANT.eq(own.TENANT), answering.ID.eq(coalesce(own.MERGED_INTO, own.ID)))
                .where(ARRIVAL.TENANT.eq(tenant), ARRIVAL.SOURCE.eq(source), ARRIVAL.BECAME.eq(inline("ticket")), answering.STATE.in(Ticket.ANSWERED.stream().map(DSL::inline).toList()), answering.PHASE.ne(inline("void"))).asTable("owed");
        var matter = all.field(ARRIVAL.MATTER);
        var by = all.field("by", UUID.class);
        var entry = all.field("last", Integer.class);
        return sql.select(matter, by, entry).from(all).where(entry.isNotNull())
                .and(notExists(selectOne().from(HANDED).where(HANDED.TENANT.eq(tenant), HANDED.MATTER.eq(matter), HANDED.ANSWERING.eq(by), HANDED.ENTRY.eq(entry))))
                .and(notExists(selectOne().from(OUTGOING).where(OUTGOING.TENANT.eq(tenant), OUTGOING.MATTER.eq(matter), OUTGOING.TARGET.eq(source), OUTGOING.ENTRY.eq(entry), OUTGOING.STATE.eq(inline("sent")))))
                .orderBy(all.field(ARRIVAL.AT), matter).limit(MOST).offset(from).fetch(r -> new Owed(r.value1(), r.value2(), r.value3()));
    }

    /** Whether the platform was handed this answer. */
    boolean has(MatterId ticket, int entry) {
        return sql.fetchExists(HANDED, HANDED.TENANT.eq(ticket.tenant()), HANDED.MATTER.eq(ticket.id()), HANDED.ANSWERING.eq(ticket.id()), HANDED.ENTRY.eq(entry));
    }

    /** Writes down what is handed back. @throws Refused where somebody else handed one of these answers back meanwhile */
    @Transactional
    public UUID keep(String source, List<AnswerColumn> columns, List<Handed> rows, byte[] digest, @Nullable UUID again, Viewer by) {
        sql.select(field("pg_advisory_xact_lock({0}, {1})", Object.class, inline(LOCK), inline(by.tenant()))).fetch();
        var id = Ledger.newId();
        int no = sql.select(coalesce(max(HAND_BACK.NO), inline(0)).plus(1)).from(HAND_BACK).where(HAND_BACK.TENANT.eq(by.tenant()), HAND_BACK.SOURCE.eq(source)).fetchSingle().value1();
        sql.insertInto(HAND_BACK).set(HAND_BACK.TENANT, by.tenant()).set(HAND_BACK.ID, id).set(HAND_BACK.SOURCE, source).set(HAND_BACK.NO, no).set(HAND_BACK.COLUMNS, json(columns)).set(HAND_BACK.ROWS, rows.size())
                .set(HAND_BACK.DIGEST, digest).set(HAND_BACK.AGAIN, again).set(HAND_BACK.MADE_BY, by.person()).set(HAND_BACK.MADE_NAME, by.unitName() + " " + by.personName()).set(HAND_BACK.MADE_AT, clock.instant()).execute();
        var insert = sql.insertInto(HANDED, HANDED.TENANT, HANDED.HAND_BACK, HANDED.NO, HANDED.MATTER, HANDED.ANSWERING, HANDED.ENTRY, HANDED.SATISFACTION, HANDED.AGAIN, HANDED.SEALED);
        for (int i = 0; i < rows.size(); i++) {
            var answer = rows.get(i).answer();
            var cells = rows.get(i).cells();
            insert = insert.values(by.tenant(), id, i + 1, answer.matter(), answer.answering(), answer.entry(), rows.get(i).satisfaction(), again != null, cells == null ? null : sealer.seal(JSON.writeValueAsString(cells), place(by.tenant(), id, i + 1)));
        }
        try {
            insert.execute();
        } catch (DuplicateKeyException meanwhile) {
            throw Refused.conflict("hotline.hand-back.meanwhile", Words.say("hotline.hand-back.meanwhile"), Words.say("hotline.hand-back.meanwhile.next"));
        }
        return id;
    }

    /** The latest one first. */
    List<HandBack> of(int tenant, String source) {
        return sql.selectFrom(HAND_BACK).where(HAND_BACK.TENANT.eq(tenant), HAND_BACK.SOURCE.eq(source)).orderBy(HAND_BACK.NO.desc()).limit(LISTED).fetch(HandBacks::handBack);
    }

    Optional<HandBack> find(int tenant, String source, UUID id) {
        return sql.selectFrom(HAND_BACK).where(HAND_BACK.TENANT.eq(tenant), HAND_BACK.ID.eq(id), HAND_BACK.SOURCE.eq(source)).fetchOptional(HandBacks::handBack);
    }

    /** In the order of the sheet. */
    List<Handed> rows(HandBack handBack) {
        return sql.select(HANDED.MATTER, HANDED.ANSWERING, HANDED.ENTRY, HANDED.SATISFACTION, HANDED.SEALED, HANDED.NO).from(HANDED).where(HANDED.TENANT.eq(handBack.tenant()), HANDED.HAND_BACK.eq(handBack.id())).orderBy(HANDED.NO)
                .fetch(r -> new Handed(new Owed(r.value1(), r.value2(), r.value3()), r.value4(),
                        r.value5() == null ? null : List.of(JSON.readValue(sealer.openText(r.value5(), place(handBack.tenant(), handBack.id(), r.value6())), String[].class))));
    }

    private static String place(int tenant, UUID handBack, int no) {
        return "hotline.handed/" + tenant + "/" + handBack + "/" + no;
    }

    List<AnswerColumn> columns(int tenant, String source) {
        return sql.select(ANSWER_SHEET.COLUMNS).from(ANSWER_SHEET).where(ANSWER_SHEET.TENANT.eq(tenant), ANSWER_SHEET.SOURCE.eq(source)).fetchOptional(ANSWER_SHEET.COLUMNS).map(HandBacks::columns).orElse(AnswerColumn.USUAL);
    }

    void arrange(String source, List<AnswerColumn> columns, Viewer by) {
        sql.insertInto(ANSWER_SHEET).set(ANSWER_SHEET.TENANT, by.tenant()).set(ANSWER_SHEET.SOURCE, source).set(ANSWER_SHEET.COLUMNS, json(columns)).set(ANSWER_SHEET.CHANGED_BY, by.person()).set(ANSWER_SHEET.CHANGED_NAME, by.unitName() + " " + by.personName()).set(ANSWER_SHEET.CHANGED_AT, clock.instant())
                .onConflict(ANSWER_SHEET.TENANT, ANSWER_SHEET.SOURCE).doUpdate().setAllToExcluded().execute();
    }

    private static JSONB json(List<AnswerColumn> columns) {
        return JSONB.valueOf(JSON.writeValueAsString(columns));
    }

    private static List<AnswerColumn> columns(JSONB json) {
        return Arrays.asList(JSON.readValue(json.data(), AnswerColumn[].class));
    }

    private static HandBack handBack(Record r) {
        return new HandBack(r.get(HAND_BACK.TENANT), r.get(HAND_BACK.ID), r.get(HAND_BACK.SOURCE), r.get(HAND_BACK.NO), columns(r.get(HAND_BACK.COLUMNS)), r.get(HAND_BACK.ROWS), r.get(HAND_BACK.DIGEST), r.get(HAND_BACK.AGAIN), r.get(HAND_BACK.MADE_NAME), r.get(HAND_BACK.MADE_AT));
    }
}
