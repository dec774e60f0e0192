package cn.duban.hotline.citizen;

import static cn.duban_db.hotline.Tables.FILED;

import cn.duban.crypto.Sealer;
import cn.duban.hotline.channel.Limits;
import cn.duban.hotline.channel.Limits.Limit;
import cn.duban.units.Directories;
import java.time.Clock;
import java.time.Duration;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * How much the public form took, from one address and in all. The address is the one that the server sees: behind a proxy it sees the caller's only where
 * it was told to believe that proxy ({@code server.forward-headers-strategy}), and nobody else's header.
 */
@Component
class Filings {

    private final DSLContext sql;
    private final Sealer sealer;
    private final Limits limits;
    private final Directories directories;
    private final Clock clock;

    Filings(DSLContext sql, Sealer sealer, Limits limits, Directories directories, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.limits = limits;
        this.directories = directories;
        this.clock = clock;
    }

    boolean tooMany(int tenant, String address) {
        var today = directories.of(tenant).today();
        return many(tenant, FILED.ADDRESS.eq(digest(address)), limits.of("address", today)) || many(tenant, DSL.noCondition(), limits.of("line", today));
    }

    private boolean many(int tenant, Condition whose, Limit limit) {
        return sql.fetchCount(DSL.selectOne().from(FILED).where(FILED.TENANT.eq(tenant), whose, FILED.AT.gt(clock.instant().minus(limit.within()))).limit(limit.most())) >= limit.most();
    }

    void filed(int tenant, String address) {
        sql.insertInto(FILED).set(FILED.TENANT, tenant).set(FILED.AT, clock.instant()).set(FILED.ADDRESS, digest(address)).execute();
    }

    /** Nothing is counted longer than two days. */
    void sweep(int tenant) {
        sql.deleteFrom(FILED).where(FILED.TENANT.eq(tenant), FILED.AT.lt(clock.instant().minus(Duration.ofDays(2)))).execute();
    }

    private byte[] digest(String address) {
        return sealer.index(address, "hotline.filed/address");
    }
}
