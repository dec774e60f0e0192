package cn.duban.hotline.dispatch;

import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.ledger.Tables.SUBJECT_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.select;

import cn.duban.hotline.Tickets;
import cn.duban.units.Directories;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tickets that are done with, as they teach what such tickets are about and who really handles them. */
@Component
class ClosedTickets {

    private static final int LEARNED = 20_000;

    private static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");
    private static final cn.duban_db.ledger.tables.ActRow A = ACT_ROW.as("a");
    private static final cn.duban_db.ledger.tables.SubjectRow S = SUBJECT_ROW.as("s");

    private final DSLContext sql;
    private final Directories directories;

    ClosedTickets(DSLContext sql, Directories directories) {
        this.sql = sql;
        this.directories = directories;
    }

    /** @param unit that led in the end, not the one it was first sent to @param reply as the unit drafted it last */
    record Done(UUID id, String number, String title, String body, String category, String area, int unit, LocalDate day, String reply) {}

    /** The latest that a unit handled and that have a category; none that only named persons may see. */
    List<Done> of(int tenant) {
        var zone = directories.of(tenant).zone();
        var reply = field(select(A.NOTE).from(A).where(A.TENANT.eq(M.TENANT), A.MATTER.eq(M.ID), A.ACT.eq(inline("draft"))).orderBy(A.NO.desc()).limit(inline(1)));
        var category = jsonbGetAttributeAsText(M.FIELDS, inline("category"));
        return sql.select(M.ID, M.NUMBER, M.TITLE, S.BODY, category, coalesce(jsonbGetAttributeAsText(M.FIELDS, inline("area")), inline("")), M.LEAD_UNIT, M.OPENED_AT, coalesce(reply, inline("")))
                .from(M).join(S).on(S.TENANT.eq(M.TENANT), S.ID.eq(M.ID))
                .where(M.TENANT.eq(tenant), M.TYPE.eq(inline(Tickets.TYPE)), M.STATE.eq(inline("closed")), M.PHASE.eq(inline("ended")), M.LEAD_UNIT.isNotNull(), M.SECRECY.in(inline("public"), inline("internal")), category.ne(inline("")))
                .orderBy(M.SETTLED_AT.desc().nullsLast(), M.ID.desc()).limit(LEARNED)
                .fetch(r -> new Done(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), LocalDate.ofInstant(r.value8(), zone), r.value9()));
    }
}
