package cn.duban.inspection;

import static cn.duban_db.inspection.Tables.QUOTA;

import cn.duban.inspection.Quota.Scope;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.time.Clock;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The quotas that a government set, each from its day on; the last word of one day holds. */
@Component
public class Quotas {

    private final DSLContext sql;
    private final Clock clock;

    Quotas(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Limits of(int tenant) {
        return new Limits(sql.select(QUOTA.SCOPE, QUOTA.UNIT, QUOTA.SINCE, QUOTA.MOST, QUOTA.MOST_DAYS, QUOTA.LONGEST, QUOTA.GAP, QUOTA.BASIS, QUOTA.ENTERED_BY).from(QUOTA)
                .where(QUOTA.TENANT.eq(tenant)).orderBy(QUOTA.SINCE.desc(), QUOTA.SCOPE, QUOTA.UNIT)
                .fetch(r -> new Quota(Scope.valueOf(r.value1().toUpperCase(Locale.ROOT)), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(), r.value9())));
    }

    public void set(Quota quota, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        sql.insertInto(QUOTA).set(QUOTA.TENANT, viewer.tenant()).set(QUOTA.SCOPE, quota.scope().word()).set(QUOTA.UNIT, quota.unit()).set(QUOTA.SINCE, quota.since())
                .set(QUOTA.MOST, quota.most()).set(QUOTA.MOST_DAYS, quota.mostDays()).set(QUOTA.LONGEST, quota.longest()).set(QUOTA.GAP, quota.gap()).set(QUOTA.BASIS, quota.basis())
                .set(QUOTA.ENTERED_BY, viewer.person()).set(QUOTA.ENTERED_AT, clock.instant())
                .onConflict(QUOTA.TENANT, QUOTA.SCOPE, QUOTA.UNIT, QUOTA.SINCE).doUpdate()
                .set(QUOTA.MOST, quota.most()).set(QUOTA.MOST_DAYS, quota.mostDays()).set(QUOTA.LONGEST, quota.longest()).set(QUOTA.GAP, quota.gap()).set(QUOTA.BASIS, quota.basis())
                .set(QUOTA.ENTERED_BY, viewer.person()).set(QUOTA.ENTERED_AT, clock.instant()).execute();
    }
}
