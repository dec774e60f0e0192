package cn.duban.performance;

import static cn.duban_db.performance.Tables.APPEAL;
import static cn.duban_db.performance.Tables.ROUND;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appeals of the appraised, one for each score. */
@Component
class Appeals {

    private final DSLContext sql;
    private final Directories directories;

    Appeals(DSLContext sql, Directories directories) {
        this.sql = sql;
        this.directories = directories;
    }

    record Appeal(int no, int unit, String indicator, String reason, String evidence, String by, Instant at, LocalDate dueOn, String state, @Nullable String decision, @Nullable String decidedBy) {

        boolean open() {
            return state.equals("open");
        }
    }

    List<Appeal> of(Round round) {
        return sql.selectFrom(APPEAL).where(APPEAL.TENANT.eq(round.tenant()), APPEAL.ROUND.eq(round.id())).orderBy(APPEAL.NO)
                .fetch(r -> new Appeal(r.getNo(), r.getUnit(), r.getIndicator(), r.getReason(), r.getEvidence(), r.getPersonName(), r.getAt(), r.getDueOn(), r.getState(), r.getDecision(), r.getDecidedName()));
    }

    Optional<Appeal> find(Round round, int no) {
        return of(round).stream().filter(appeal -> appeal.no() == no).findFirst();
    }

    /** @return its number; empty where that score was appealed already */
    OptionalInt open(Round round, int unit, String indicator, String reason, String evidence, LocalDate due, Instant now, Viewer viewer) {
        var no = sql.insertInto(APPEAL).set(APPEAL.TENANT, round.tenant()).set(APPEAL.ROUND, round.id())
                .set(APPEAL.NO, select(coalesce(max(APPEAL.NO), 0).plus(1)).from(APPEAL).where(APPEAL.TENANT.eq(round.tenant()), APPEAL.ROUND.eq(round.id())))
                .set(APPEAL.UNIT, unit).set(APPEAL.INDICATOR, indicator).set(APPEAL.REASON, reason).set(APPEAL.EVIDENCE, evidence).set(APPEAL.PERSON, viewer.person()).set(APPEAL.PERSON_NAME, viewer.postName() + " " + viewer.personName())
                .set(APPEAL.AT, now).set(APPEAL.DUE_ON, due).set(APPEAL.STATE, "open").onConflict(APPEAL.TENANT, APPEAL.ROUND, APPEAL.UNIT, APPEAL.INDICATOR).doNothing().returningResult(APPEAL.NO).fetchOptional(APPEAL.NO);
        return no.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    boolean decide(Round round, int no, boolean upheld, String decision, Instant now, Viewer viewer) {
        return sql.update(APPEAL).set(APPEAL.STATE, upheld ? "upheld" : "dismissed").set(APPEAL.DECISION, decision).set(APPEAL.DECIDED_BY, viewer.person()).set(APPEAL.DECIDED_NAME, viewer.postName() + " " + viewer.personName()).set(APPEAL.DECIDED_AT, now)
                .where(APPEAL.TENANT.eq(round.tenant()), APPEAL.ROUND.eq(round.id()), APPEAL.NO.eq(no), APPEAL.STATE.eq("open")).execute() == 1;
    }

    /** An appeal that waits in a round that this viewer's unit, or one below it, conducts. */
    record Waiting(Appeal appeal, UUID round) {}

    List<Waiting> waiting(Viewer viewer) {
        return sql.select(APPEAL.fields()).from(APPEAL).join(ROUND).on(ROUND.TENANT.eq(APPEAL.TENANT), ROUND.ID.eq(APPEAL.ROUND))
                .where(APPEAL.TENANT.eq(viewer.tenant()), ROUND.TENANT.eq(viewer.tenant()), APPEAL.STATE.eq(inline("open")), ROUND.UNIT.in(directories.of(viewer.tenant()).below(viewer.unit()))).orderBy(APPEAL.DUE_ON, APPEAL.NO).limit(30)
                .fetch(r -> new Waiting(new Appeal(r.get(APPEAL.NO), r.get(APPEAL.UNIT), r.get(APPEAL.INDICATOR), r.get(APPEAL.REASON), r.get(APPEAL.EVIDENCE), r.get(APPEAL.PERSON_NAME), r.get(APPEAL.AT), r.get(APPEAL.DUE_ON), r.get(APPEAL.STATE), r.get(APPEAL.DECISION), r.get(APPEAL.DECIDED_NAME)), r.get(APPEAL.ROUND)));
    }
}
