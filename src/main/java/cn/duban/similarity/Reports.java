package cn.duban.similarity;

import static cn.duban_db.ledger.Tables.REPORT_ROW;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.unnest;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Progress reports, as far as a viewer may see the matters that they stand on. */
@Component
class Reports {

    private static final int OWN = 60;
    private static final int ELSEWHERE = 200;
    private static final int OF_EACH = 24;
    private static final int OF_UNIT = 60;

    private final DSLContext sql;
    private final Matters matters;
    private final Clock clock;

    Reports(DSLContext sql, Matters matters, Clock clock) {
        this.sql = sql;
        this.matters = matters;
        this.clock = clock;
    }

    /** @param unit that reported, or for which it was entered */
    record Report(UUID matter, int entry, Instant at, int unit, String text) {}

    Optional<Report> of(MatterId matter, int entry, Viewer viewer) {
        if (matter.tenant() != viewer.tenant()) return Optional.empty();
        return seen(viewer, REPORT_ROW.MATTER.eq(matter.id()).and(REPORT_ROW.NO.eq(entry))).fetchOptional(Reports::report);
    }

    /** The earlier ones of the same matter, the newest first. */
    List<Report> before(Report report, Viewer viewer) {
        return seen(viewer, REPORT_ROW.MATTER.eq(report.matter()).and(REPORT_ROW.NO.lt(report.entry()))).orderBy(REPORT_ROW.NO.desc()).limit(OWN).fetch(Reports::report);
    }

    /** The unit's earlier ones of the past year on other matters, the newest first. */
    List<Report> elsewhere(Report report, Viewer viewer) {
        var year = report.at().atZone(ZoneOffset.UTC).minusYears(1).toInstant();
        return seen(viewer, REPORT_ROW.UNIT.eq(report.unit()).and(REPORT_ROW.AT.lt(report.at())).and(REPORT_ROW.AT.gt(year)).and(REPORT_ROW.MATTER.ne(report.matter())))
                .orderBy(REPORT_ROW.AT.desc()).limit(ELSEWHERE).fetch(Reports::report);
    }

    /** The newest of each of these matters. */
    List<Report> ofMatters(Set<UUID> wanted, Viewer viewer) {
        var each = unnest(wanted.toArray(UUID[]::new)).as("each", "matter");
        return newest(each, REPORT_ROW.MATTER.eq(each.field("matter", UUID.class)), REPORT_ROW.NO, OF_EACH, viewer);
    }

    /** The newest of each of these units in the past year, whatever matter they stand on. */
    List<Report> ofUnits(Set<Integer> wanted, Viewer viewer) {
        var each = unnest(wanted.toArray(Integer[]::new)).as("each", "unit");
        var year = clock.instant().atZone(ZoneOffset.UTC).minusYears(1).toInstant();
        return newest(each, REPORT_ROW.UNIT.eq(each.field("unit", Integer.class)).and(REPORT_ROW.AT.gt(year)), REPORT_ROW.AT, OF_UNIT, viewer);
    }

    private List<Report> newest(Table<?> each, Condition which, Field<?> order, int most, Viewer viewer) {
        var some = seen(viewer, which).orderBy(order.desc()).limit(most).asTable("some");
        return sql.select(some.field(REPORT_ROW.MATTER), some.field(REPORT_ROW.NO), some.field(REPORT_ROW.AT), some.field(REPORT_ROW.UNIT), some.field(REPORT_ROW.TEXT))
                .from(each).crossJoin(lateral(some)).fetch(r -> new Report(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    private SelectConditionStep<? extends Record> seen(Viewer viewer, Condition which) {
        return sql.select(REPORT_ROW.MATTER, REPORT_ROW.NO, REPORT_ROW.AT, REPORT_ROW.UNIT, REPORT_ROW.TEXT).from(REPORT_ROW)
                .crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, REPORT_ROW.MATTER).asTable("admitting")))
                .where(REPORT_ROW.TENANT.eq(viewer.tenant())).and(which);
    }

    private static Report report(Record r) {
        return new Report(r.get(REPORT_ROW.MATTER), r.get(REPORT_ROW.NO), r.get(REPORT_ROW.AT), r.get(REPORT_ROW.UNIT), r.get(REPORT_ROW.TEXT));
    }
}
