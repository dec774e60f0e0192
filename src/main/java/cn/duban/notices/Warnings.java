package cn.duban.notices;

import static cn.duban_db.notices.Tables.WARNING;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How many working days before the end people are warned, from a day on: dated, so that what held on a day can be told later. */
@Component
class Warnings {

    static final int MOST = 20;

    private final DSLContext sql;

    Warnings(DSLContext sql) {
        this.sql = sql;
    }

    int on(int tenant, LocalDate day) {
        return sql.select(WARNING.WORKING_DAYS).from(WARNING).where(WARNING.TENANT.in(0, tenant), WARNING.SINCE.le(day))
                .orderBy(WARNING.TENANT.desc(), WARNING.SINCE.desc()).limit(1).fetchSingle().value1();
    }

    /** What was set here, the latest first; nothing where only what the product came with holds. */
    List<Warning> of(int tenant) {
        return sql.select(WARNING.SINCE, WARNING.WORKING_DAYS).from(WARNING).where(WARNING.TENANT.eq(tenant)).orderBy(WARNING.SINCE.desc()).fetch(r -> new Warning(r.value1(), r.value2()));
    }

    void set(int tenant, Warning warning) {
        sql.insertInto(WARNING).set(WARNING.TENANT, tenant).set(WARNING.SINCE, warning.since()).set(WARNING.WORKING_DAYS, warning.workingDays())
                .onConflict(WARNING.TENANT, WARNING.SINCE).doUpdate().set(WARNING.WORKING_DAYS, warning.workingDays()).execute();
    }
}
