package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.SERIES;
import static org.jooq.impl.DSL.excluded;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Numbers of issued documents, of each kind and year without gaps: the series is held until the transaction ends, and goes back with it. */
@Component
class Numbers {

    private final DSLContext sql;

    Numbers(DSLContext sql) {
        this.sql = sql;
    }

    /** @return the first of so many that follow each other */
    int take(int tenant, Kind kind, int year, int many) {
        return sql.insertInto(SERIES).set(SERIES.TENANT, tenant).set(SERIES.KIND, kind.word()).set(SERIES.YEAR, year).set(SERIES.LAST, many)
                .onConflict(SERIES.TENANT, SERIES.KIND, SERIES.YEAR).doUpdate().set(SERIES.LAST, SERIES.LAST.plus(excluded(SERIES.LAST)))
                .returningResult(SERIES.LAST).fetchSingle().value1() - many + 1;
    }
}
