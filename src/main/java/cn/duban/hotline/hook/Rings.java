package cn.duban.hotline.hook;

import static cn.duban_db.hotline.Tables.RINGING;

import cn.duban.crypto.Sealer;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls as the exchange tells of them. The number of the call is the number of the screen that it opens, and of the ticket that comes of it. */
@Component
class Rings {

    /** A call of which no end was told is over by then; one that nobody took is shown that long. */
    private static final Duration SHOWN = Duration.ofHours(24);

    private static final int LISTED = 50;

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    Rings(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** @param phone empty where none was told, or once the call was taken over into a screen @param person who answered; null while nobody did */
    record Ring(UUID id, String phone, @Nullable Integer person, Instant rungAt, @Nullable Instant answeredAt, @Nullable Instant endedAt) {

        Optional<Duration> length() {
            return answeredAt == null || endedAt == null ? Optional.empty() : Optional.of(Duration.between(answeredAt, endedAt));
        }
    }

    /** Events may come twice and in any order: each says one time, and the first one said stays. */
    UUID tell(Hook hook, String number, String event, String phone, @Nullable Integer person, Instant at) {
        var digest = sealer.index(hook.tenant() + "/" + hook.no() + "/" + number, "hotline.ringing");
        var fresh = Ledger.newId();
        sql.insertInto(RINGING).set(RINGING.TENANT, hook.tenant()).set(RINGING.ID, fresh).set(RINGING.HOOK, hook.no()).set(RINGING.DIGEST, digest).set(RINGING.SEALED, phone.isEmpty() ? null : sealer.seal(phone, place(hook.tenant(), hook.no())))
                .set(RINGING.RUNG_AT, at).onConflict(RINGING.TENANT, RINGING.HOOK, RINGING.DIGEST).doNothing().execute();
        var mine = RINGING.TENANT.eq(hook.tenant()).and(RINGING.HOOK.eq(hook.no())).and(RINGING.DIGEST.eq(digest));
        if (event.equals("answered")) sql.update(RINGING).set(RINGING.ANSWERED_AT, at).set(RINGING.PERSON, person).where(mine, RINGING.ANSWERED_AT.isNull()).execute();
        if (event.equals("ended")) sql.update(RINGING).set(RINGING.ENDED_AT, at).where(mine, RINGING.ENDED_AT.isNull()).execute();
        return sql.select(RINGING.ID).from(RINGING).where(mine).fetchSingle().value1();
    }

    private static String place(int tenant, int hook) {
        return "hotline.ringing/" + tenant + "/" + hook;
    }

    /** What rings, is being spoken on, or was missed; what was taken over into a screen is there. */
    List<Ring> waiting(int tenant) {
        var since = clock.instant().minus(SHOWN);
        return rings(tenant, RINGING.RUNG_AT.gt(since).and(RINGING.SEALED.isNotNull()));
    }

    Optional<Ring> find(int tenant, UUID id) {
        return rings(tenant, RINGING.ID.eq(id)).stream().findFirst();
    }

    private List<Ring> rings(int tenant, Condition which) {
        return sql.select(RINGING.ID, RINGING.SEALED, RINGING.HOOK, RINGING.PERSON, RINGING.RUNG_AT, RINGING.ANSWERED_AT, RINGING.ENDED_AT).from(RINGING).where(RINGING.TENANT.eq(tenant), which).orderBy(RINGING.RUNG_AT.desc(), RINGING.ID).limit(LISTED)
                .fetch(r -> new Ring(r.value1(), r.value2() == null ? "" : sealer.openText(r.value2(), place(tenant, r.value3())), r.value4(), r.value5(), r.value6(), r.value7()));
    }

    /** The number stands in the screen now. */
    void taken(int tenant, UUID id) {
        sql.update(RINGING).setNull(RINGING.SEALED).where(RINGING.TENANT.eq(tenant), RINGING.ID.eq(id)).execute();
    }

    /** What nobody called back about for a month is forgotten. */
    void sweep(int tenant) {
        sql.deleteFrom(RINGING).where(RINGING.TENANT.eq(tenant), RINGING.RUNG_AT.lt(clock.instant().minus(Duration.ofDays(30)))).execute();
    }
}
