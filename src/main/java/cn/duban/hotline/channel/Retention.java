package cn.duban.hotline.channel;

import static cn.duban_db.hotline.Tables.ARRIVAL;
import static cn.duban_db.hotline.Tables.HELD;
import static cn.duban_db.hotline.Tables.HELD_LOOK;
import static cn.duban_db.hotline.Tables.OUTGOING;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import java.time.Clock;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What the channels keep beside the ledger goes in time, by dated data ({@code hotline/channels.yaml}; 《个人信息保护法》第十九条、第四十七条). Never what waits for somebody: a
 * message that the desk has not decided on, an answer that has not left, the number of a ticket that goes on.
 */
@Component
class Retention {

    private static final cn.duban_db.ledger.tables.MatterRow M = MATTER_ROW.as("m");
    private static final cn.duban_db.ledger.tables.MatterRow MASTER = MATTER_ROW.as("master");

    private final DSLContext sql;
    private final Limits limits;
    private final Tenants tenants;
    private final Directories directories;
    private final Clock clock;

    Retention(DSLContext sql, Limits limits, Tenants tenants, Directories directories, Clock clock) {
        this.sql = sql;
        this.limits = limits;
        this.tenants = tenants;
        this.directories = directories;
        this.clock = clock;
    }

    void sweep() {
        tenants.each(this::sweep);
    }

    void sweep(int tenant) {
        sql.deleteFrom(HELD).where(HELD.TENANT.eq(tenant), HELD.DONE_AT.lt(before("held", tenant))).execute();
        sql.deleteFrom(HELD_LOOK).where(HELD_LOOK.TENANT.eq(tenant), HELD_LOOK.AT.lt(before("arrival", tenant))).execute();
        sql.deleteFrom(OUTGOING).where(OUTGOING.TENANT.eq(tenant), OUTGOING.STATE.eq(inline("sent")), OUTGOING.DONE_AT.lt(before("outgoing", tenant))).execute();
        sql.deleteFrom(ARRIVAL).where(ARRIVAL.TENANT.eq(tenant), ARRIVAL.BECAME.eq(inline("ignored")), ARRIVAL.AT.lt(before("held", tenant))).execute();
        var settled = before("arrival", tenant);
        sql.deleteFrom(ARRIVAL).where(ARRIVAL.TENANT.eq(tenant), ARRIVAL.AT.lt(settled), exists(selectOne().from(M).leftJoin(MASTER).on(MASTER.TENANT.eq(tenant), MASTER.ID.eq(M.MERGED_INTO))
                .where(M.TENANT.eq(tenant), M.ID.eq(ARRIVAL.MATTER), over(M, settled).or(M.PHASE.eq(inline("merged")).and(over(MASTER, settled)))))).execute();
    }

    private static Condition over(cn.duban_db.ledger.tables.MatterRow matter, Instant before) {
        return matter.PHASE.in(inline("ended"), inline("void")).and(coalesce(matter.SETTLED_AT, matter.OPENED_AT).lt(before));
    }

    private Instant before(String what, int tenant) {
        return clock.instant().minus(limits.span(what, directories.of(tenant).today()));
    }
}
