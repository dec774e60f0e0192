package cn.duban.inspection.report;

import static cn.duban_db.inspection.Tables.VISIT;
import static cn.duban_db.inspection.Tables.VISIT_FINDING;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what the ledger knows of one inspection: the same for whoever writes the report and whoever reads it. */
@Component
class LedgerCounts {

    private final DSLContext sql;

    LedgerCounts(DSLContext sql) {
        this.sql = sql;
    }

    Map<Counted, Integer> of(int tenant, @Nullable UUID declaration) {
        var counts = new EnumMap<Counted, Integer>(Counted.class);
        if (declaration == null) return counts;
        sql.select(count(), countDistinct(VISIT.UNIT)).from(VISIT).where(VISIT.TENANT.eq(tenant), VISIT.DECLARATION.eq(declaration)).fetchSingle(r -> {
            counts.put(Counted.VISITS, r.value1());
            return counts.put(Counted.UNITS, r.value2());
        });
        var means = jsonbGetAttributeAsText(MATTER_ROW.FIELDS, "means");
        var closed = MATTER_ROW.PHASE.eq("ended");
        sql.select(count(), count().filterWhere(closed), count().filterWhere(closed.and(means.eq("site"))), count().filterWhere(closed.and(means.eq("papers")))).from(VISIT)
                .join(VISIT_FINDING).on(VISIT_FINDING.TENANT.eq(VISIT.TENANT), VISIT_FINDING.VISIT.eq(VISIT.ID)).join(MATTER_ROW).on(MATTER_ROW.TENANT.eq(VISIT.TENANT), MATTER_ROW.ID.eq(VISIT_FINDING.MATTER))
                .where(VISIT.TENANT.eq(tenant), VISIT.DECLARATION.eq(declaration), MATTER_ROW.PHASE.ne("void")).fetchSingle(r -> {
                    counts.put(Counted.FINDINGS, r.value1());
                    counts.put(Counted.CLOSED, r.value2());
                    counts.put(Counted.ON_SITE, r.value3());
                    return counts.put(Counted.ON_PAPERS, r.value4());
                });
        return counts;
    }
}
