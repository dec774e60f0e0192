package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.TYPE_EVENT;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.web.Viewer;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was done to a type, by whom and why: a line with each step, in its transaction. */
@Component
class TypeEvents {

    private final DSLContext sql;
    private final Clock clock;

    TypeEvents(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param act {@code draft}, {@code copy}, {@code discard}, {@code publish}, {@code withdraw} or {@code move} */
    void add(Viewer viewer, Version version, String act, String reason) {
        sql.insertInto(TYPE_EVENT).set(TYPE_EVENT.TENANT, viewer.tenant()).set(TYPE_EVENT.NAME, version.name())
                .set(TYPE_EVENT.TYPE_TENANT, version.tenant()).set(TYPE_EVENT.VERSION, version.version())
                .set(TYPE_EVENT.ACT, act).set(TYPE_EVENT.AT, clock.instant()).set(TYPE_EVENT.PERSON, viewer.person())
                .set(TYPE_EVENT.PERSON_NAME, viewer.personName()).set(TYPE_EVENT.POST_NAME, viewer.postName()).set(TYPE_EVENT.UNIT_NAME, viewer.unitName())
                .set(TYPE_EVENT.REASON, reason).execute();
    }
}
