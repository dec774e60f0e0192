package cn.duban.inspection.draw;

import static cn.duban_db.inspection.Tables.EXPERT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of experts from outside; kept and read by the supervisors. */
@Component
class Experts {

    private static final int ENTERING = 0x65787074;

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;

    Experts(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    List<Expert> all(Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        return sql.select(EXPERT.NO, EXPERT.NAME, EXPERT.UNIT, EXPERT.FIELD, EXPERT.UNTIL).from(EXPERT).where(EXPERT.TENANT.eq(viewer.tenant())).orderBy(EXPERT.UNTIL.isNotNull(), EXPERT.FIELD, EXPERT.NAME, EXPERT.NO).fetch(Records.mapping(Expert::new));
    }

    /** Whoever can be drawn now. */
    List<Expert> ready(Viewer viewer) {
        return all(viewer).stream().filter(expert -> expert.until() == null).toList();
    }

    /** @return false where somebody of that name and unit is on the register already */
    @Transactional
    boolean add(String name, String unit, String field, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        // one after the other, so that no number is given twice
        sql.select(field("pg_advisory_xact_lock({0}, {1})", Object.class, inline(ENTERING), val(viewer.tenant()))).fetch();
        int last = sql.select(coalesce(max(EXPERT.NO), inline(0))).from(EXPERT).where(EXPERT.TENANT.eq(viewer.tenant())).fetchSingle().value1();
        return sql.insertInto(EXPERT).set(EXPERT.TENANT, viewer.tenant()).set(EXPERT.NO, last + 1).set(EXPERT.NAME, name).set(EXPERT.UNIT, unit).set(EXPERT.FIELD, field)
                .set(EXPERT.ENTERED_BY, viewer.person()).set(EXPERT.ENTERED_NAME, Draws.name(viewer)).set(EXPERT.ENTERED_AT, clock.instant()).onConflictDoNothing().execute() == 1;
    }

    void end(int no, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var done = sql.update(EXPERT).set(EXPERT.UNTIL, directories.of(viewer.tenant()).today()).where(EXPERT.TENANT.eq(viewer.tenant()), EXPERT.NO.eq(no), EXPERT.UNTIL.isNull()).execute();
        if (done == 0) throw new NotFound();
    }
}
