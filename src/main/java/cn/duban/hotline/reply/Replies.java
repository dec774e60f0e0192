package cn.duban.hotline.reply;

import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.BEARER_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.inline;

import cn.duban.hotline.Tickets;
import cn.duban.hotline.reply.ReplyCheck.Earlier;
import cn.duban.ledger.MatterId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Replies of a unit, as they are held against a new one. */
@Component
class Replies {

    /** The latest so many of the unit. */
    private static final int MOST = 300;

    private static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");
    private static final cn.duban_db.ledger.tables.ActRow A = ACT_ROW.as("a");
    private static final cn.duban_db.ledger.tables.BearerRow B = BEARER_ROW.as("b");

    private final DSLContext sql;

    Replies(DSLContext sql) {
        this.sql = sql;
    }

    /** @param unit that leads it @param draft as it was drafted last; empty before */
    record Ticket(int unit, String draft) {}

    /** Empty where it is no ticket that a unit leads. */
    Optional<Ticket> ticket(MatterId id) {
        var lead = sql.select(M.LEAD_UNIT).from(M).where(M.TENANT.eq(id.tenant()), M.ID.eq(id.id()), M.TYPE.eq(inline(Tickets.TYPE)), M.LEAD_UNIT.isNotNull()).fetchOptional(M.LEAD_UNIT);
        return lead.map(unit -> new Ticket(unit, sql.select(A.NOTE).from(A).where(A.TENANT.eq(id.tenant()), A.MATTER.eq(id.id()), A.ACT.eq(inline("draft")), A.NOTE.isNotNull()).orderBy(A.NO.desc()).limit(inline(1)).fetchOptional(A.NOTE).orElse("")));
    }

    /** What the unit wrote on other tickets, the latest ticket first. */
    List<Earlier> elsewhere(MatterId id, int unit) {
        return sql.select(M.NUMBER, A.NOTE).from(B).join(M).on(M.TENANT.eq(B.TENANT), M.ID.eq(B.MATTER)).join(A).on(A.TENANT.eq(M.TENANT), A.MATTER.eq(M.ID))
                .where(B.TENANT.eq(id.tenant()), B.UNIT.eq(unit), B.ROLE.eq(inline("lead")), M.TYPE.eq(inline(Tickets.TYPE)), M.ID.ne(id.id()), A.ACT.eq(inline("draft")), A.NOTE.isNotNull())
                .orderBy(M.ID.desc(), A.NO.desc()).limit(MOST).fetch(r -> new Earlier(r.value1(), r.value2()));
    }
}
