package cn.duban.hotline.trouble;

import static cn.duban_db.hotline.Tables.DRIVEN;
import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.hotline.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which tickets a rule speaks of, and for which of them a matter of supervision was opened already: once for one cause, on however many nodes. */
@Component
class Drives {

    private static final int AT_ONCE = 200;
    private static final int LATEST = 30;
    private static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");
    private static final cn.duban_db.ledger.tables.MatterRow JOINED = MATTER_ROW.as("joined");
    private static final cn.duban_db.ledger.tables.ActRow A = ACT_ROW.as("a");

    enum Rule {
        REPEATED, UNSOLVED, AGAIN, CROWD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final DSLContext sql;
    private final Clock clock;

    Drives(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Open since before that moment. */
    List<UUID> unsolved(int tenant, Instant before) {
        return open(tenant, Rule.UNSOLVED, M.OPENED_AT.lt(before));
    }

    /** Open, and so often was its caller dissatisfied or raised it again. */
    List<UUID> again(int tenant, int times) {
        Field<Integer> said = field(select(count()).from(A).where(A.TENANT.eq(M.TENANT), A.MATTER.eq(M.ID), A.ACT.in(inline("dissatisfied"), inline("redo"))));
        return open(tenant, Rule.AGAIN, said.ge(times));
    }

    /** Open since before that moment, with so many tickets joined to it at least. */
    List<UUID> crowd(int tenant, Instant before, int tickets) {
        Field<Integer> joined = field(select(count()).from(JOINED).where(JOINED.TENANT.eq(M.TENANT), JOINED.MERGED_INTO.eq(M.ID), JOINED.PHASE.eq(inline("merged"))));
        return open(tenant, Rule.CROWD, M.OPENED_AT.lt(before).and(joined.ge(tickets)));
    }

    private List<UUID> open(int tenant, Rule rule, Condition which) {
        var driven = selectOne().from(DRIVEN).where(DRIVEN.TENANT.eq(M.TENANT), DRIVEN.RULE.eq(inline(rule.word())), DRIVEN.ABOUT.eq(M.ID.cast(String.class)));
        return sql.select(M.ID).from(M).where(M.TENANT.eq(tenant), M.TYPE.eq(inline(Tickets.TYPE)), M.PHASE.in(inline("draft"), inline("open")), M.SECRECY.in(inline("public"), inline("internal")), which, notExists(driven)).orderBy(M.ID).limit(AT_ONCE).fetch(M.ID);
    }

    boolean driven(int tenant, Rule rule, UUID about) {
        return sql.fetchExists(DRIVEN, DRIVEN.TENANT.eq(tenant), DRIVEN.RULE.eq(rule.word()), DRIVEN.ABOUT.eq(about.toString()));
    }

    /** In the transaction that opens the matter. @return false where another node was faster */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean keep(int tenant, Rule rule, UUID about, UUID matter, String reason) {
        return sql.insertInto(DRIVEN).set(DRIVEN.TENANT, tenant).set(DRIVEN.RULE, rule.word()).set(DRIVEN.ABOUT, about.toString()).set(DRIVEN.MATTER, matter).set(DRIVEN.REASON, reason).set(DRIVEN.AT, clock.instant()).onConflictDoNothing().execute() > 0;
    }

    /** Matters with their reason, the latest first. */
    Map<UUID, String> latest(int tenant) {
        var latest = new LinkedHashMap<UUID, String>();
        sql.select(DRIVEN.MATTER, DRIVEN.REASON).from(DRIVEN).where(DRIVEN.TENANT.eq(tenant)).orderBy(DRIVEN.AT.desc(), DRIVEN.MATTER).limit(LATEST).forEach(r -> latest.put(r.value1(), r.value2()));
        return latest;
    }
}
