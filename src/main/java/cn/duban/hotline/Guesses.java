package cn.duban.hotline;

import static cn.duban_db.hotline.Tables.GUESS;

import cn.duban.crypto.Sealer;
import cn.duban.ledger.Personal;
import cn.duban.timers.Timed;
import cn.duban.units.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Wrong codes, counted by where they came from and by what they were tried on: whoever guesses is not listened to for a while. A code has forty bits, so even the most that is let through finds nothing. */
@Component
public class Guesses implements Timed {

    /** On one ticket or telephone from one address; on one from anywhere, so that nobody shuts out its caller by guessing; from one address, behind which a whole city may stand. */
    static final int OF_BOTH = 10;
    static final int OF_SUBJECT = 200;
    static final int OF_ADDRESS = 600;
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final LocalTime BEFORE_DAWN = LocalTime.of(3, 20);

    private final DSLContext sql;
    private final Sealer sealer;
    private final Tenants tenants;
    private final Clock clock;

    Guesses(DSLContext sql, Sealer sealer, Tenants tenants, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.tenants = tenants;
        this.clock = clock;
    }

    public boolean tooMany(int tenant, String address, String subject) {
        var from = GUESS.ADDRESS.eq(address(address));
        var on = GUESS.SUBJECT.eq(subject(subject));
        return many(tenant, on.and(from), OF_BOTH) || many(tenant, on, OF_SUBJECT) || many(tenant, from, OF_ADDRESS);
    }

    private boolean many(int tenant, Condition whose, int most) {
        return sql.fetchCount(DSL.selectOne().from(GUESS).where(GUESS.TENANT.eq(tenant), whose, GUESS.AT.gt(clock.instant().minus(WINDOW))).limit(most)) >= most;
    }

    public void wrong(int tenant, String address, String subject) {
        sql.insertInto(GUESS).set(GUESS.TENANT, tenant).set(GUESS.AT, clock.instant()).set(GUESS.ADDRESS, address(address)).set(GUESS.SUBJECT, subject(subject)).execute();
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.daily(BEFORE_DAWN, "hotline.guesses", () -> tenants.each(this::forget)));
    }

    /** What lies behind the window says nothing any more, and who tried when is nobody's business for longer. */
    int forget(int tenant) {
        return sql.deleteFrom(GUESS).where(GUESS.TENANT.eq(tenant), GUESS.AT.lt(clock.instant().minus(KEPT))).execute();
    }

    private byte[] address(String address) {
        return sealer.index(address, "hotline.guess/address");
    }

    private byte[] subject(String subject) {
        return sealer.index(Personal.plain(subject), "hotline.guess/subject");
    }
}
