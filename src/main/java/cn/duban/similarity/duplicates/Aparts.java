package cn.duban.similarity.duplicates;

import static cn.duban_db.similarity.Tables.APART;
import static org.jooq.impl.DSL.exists;

import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/** What was said not to be the same: by whom, when and why. */
@Component
class Aparts {

    private static final int SHOWN = 200;

    private final DSLContext sql;
    private final Matters matters;
    private final Clock clock;

    Aparts(DSLContext sql, Matters matters, Clock clock) {
        this.sql = sql;
        this.matters = matters;
        this.clock = clock;
    }

    record Apart(UUID one, UUID other, String reason, int person, int unit, Instant at) {}

    /** All of these, each from each; said before, it stays as it was said. */
    void say(List<UUID> ids, String reason, Viewer viewer) {
        var writes = new ArrayList<Query>();
        for (int i = 0; i < ids.size(); i++)
            for (int j = i + 1; j < ids.size(); j++) {
                var pair = Pair.of(ids.get(i), ids.get(j));
                writes.add(sql.insertInto(APART, APART.TENANT, APART.ONE, APART.OTHER, APART.REASON, APART.PERSON, APART.POST, APART.UNIT, APART.AT)
                        .values(viewer.tenant(), pair.one(), pair.other(), reason, viewer.person(), viewer.post(), viewer.unit(), clock.instant()).onConflictDoNothing());
            }
        sql.batch(writes).execute();
    }

    /** The latest of which the viewer sees both sides. */
    List<Apart> seen(Viewer viewer) {
        return sql.select(APART.ONE, APART.OTHER, APART.REASON, APART.PERSON, APART.UNIT, APART.AT).from(APART).where(APART.TENANT.eq(viewer.tenant()))
                .and(exists(matters.admitting(MatterQuery.all(), viewer, APART.ONE))).and(exists(matters.admitting(MatterQuery.all(), viewer, APART.OTHER)))
                .orderBy(APART.AT.desc(), APART.ONE, APART.OTHER).limit(SHOWN).fetch(r -> new Apart(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }

    boolean takeBack(UUID one, UUID other, Viewer viewer) {
        return sql.deleteFrom(APART).where(APART.TENANT.eq(viewer.tenant()), APART.ONE.eq(one), APART.OTHER.eq(other))
                .and(exists(matters.admitting(MatterQuery.all(), viewer, APART.ONE))).and(exists(matters.admitting(MatterQuery.all(), viewer, APART.OTHER))).execute() > 0;
    }
}
