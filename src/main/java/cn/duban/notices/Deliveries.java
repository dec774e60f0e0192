package cn.duban.notices;

import static cn.duban_db.notices.Tables.DELIVERY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import cn.duban_db.notices.tables.records.DeliveryRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox of messages. A row is claimed in one short transaction, sent outside any, and marked in another; whoever is
 * killed in between leaves it as {@code sending}, and after {@link #LEASE} it is taken up again under the same message number.
 */
@Component
class Deliveries {

    /** Longer than any attempt may take: mail and gateways give up after a minute at the most. */
    static final Duration LEASE = Duration.ofMinutes(5);

    static final int ATTEMPTS = 6;

    /** How many notices to one reader go out as one message. */
    private static final int BUNDLE = 50;

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(3));

    private final DSLContext sql;
    private final Clock clock;

    Deliveries(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A way that is shut for this round: a channel, of robots one of them. */
    record Way(Channel channel, @Nullable Integer gateway) {}

    /**
     * One message that this node has taken on.
     *
     * @param message its number, the same at every attempt
     * @param rows what it tells: notices of one person, of one group, or a digest
     */
    record Claimed(int tenant, UUID message, Channel channel, int attempt, List<DeliveryRecord> rows) {
        Way way() {
            return new Way(channel, rows.getFirst().getGateway());
        }

        int person() {
            return rows.getFirst().getPerson();
        }
    }

    /** Rows that were taken on and never marked: their node was killed. Whether they arrived, nobody knows. */
    @Transactional
    void takeUp(int tenant) {
        var now = now();
        var left = DELIVERY.TENANT.eq(tenant).and(DELIVERY.STATE.eq(inline("sending"))).and(DELIVERY.CLAIMED_AT.lt(now.minus(LEASE)));
        sql.update(DELIVERY).set(DELIVERY.STATE, "failed").set(DELIVERY.DONE_AT, now).set(DELIVERY.ANSWER, "notices.answer.unknown").where(left, DELIVERY.CHANNEL.eq("robot")).execute();
        sql.update(DELIVERY).set(DELIVERY.STATE, "pending").set(DELIVERY.NOT_BEFORE, now).set(DELIVERY.ANSWER, "notices.answer.again").where(left).execute();
    }

    /** Takes on the message that has waited longest, with all that waits for the same reader; other nodes pass it by. */
    @Transactional
    Optional<Claimed> claim(int tenant, Set<Way> shut) {
        var now = now();
        var waiting = DELIVERY.TENANT.eq(tenant).and(DELIVERY.STATE.eq(inline("pending"))).and(DELIVERY.NOT_BEFORE.le(now)).and(open(shut));
        var first = sql.selectFrom(DELIVERY).where(waiting).orderBy(DELIVERY.NOT_BEFORE, DELIVERY.ID).limit(1).forUpdate().skipLocked().fetchOne();
        if (first == null) return Optional.empty();
        var channel = Channel.named(first.getChannel());
        var same = channel == Channel.ROBOT ? DELIVERY.GATEWAY.eq(first.getGateway()) : channel == Channel.DIGEST ? DELIVERY.ID.eq(first.getId()) : DELIVERY.PERSON.eq(first.getPerson());
        var rows = sql.selectFrom(DELIVERY).where(waiting).and(DELIVERY.CHANNEL.eq(first.getChannel())).and(same)
                .and(first.getMessage() == null ? DELIVERY.MESSAGE.isNull() : DELIVERY.MESSAGE.eq(first.getMessage()))
                .orderBy(DELIVERY.ID).limit(BUNDLE).forUpdate().skipLocked().fetch();
        var message = first.getMessage() == null ? first.getId() : first.getMessage();
        var attempt = rows.stream().mapToInt(DeliveryRecord::getAttempts).max().orElse(0) + 1;
        sql.update(DELIVERY).set(DELIVERY.STATE, "sending").set(DELIVERY.MESSAGE, message).set(DELIVERY.ATTEMPTS, attempt).set(DELIVERY.CLAIMED_AT, now)
                .where(DELIVERY.TENANT.eq(tenant), DELIVERY.ID.in(ids(rows))).execute();
        return Optional.of(new Claimed(tenant, message, channel, attempt, rows));
    }

    private static Condition open(Set<Way> shut) {
        Condition open = noCondition();
        for (var way : shut) open = open.andNot(DELIVERY.CHANNEL.eq(way.channel().word()).and(way.gateway() == null ? noCondition() : DELIVERY.GATEWAY.eq(way.gateway())));
        return open;
    }

    /** What is not to be told any more: read meanwhile, no longer to be seen, no longer wanted. */
    void drop(Claimed claimed, Collection<UUID> which, String why) {
        mark(claimed, DELIVERY.ID.in(which), "dropped", why);
    }

    void sent(Claimed claimed, String answer) {
        mark(claimed, noCondition(), "sent", answer);
    }

    void failed(Claimed claimed, String answer) {
        mark(claimed, noCondition(), "failed", answer);
    }

    /** Later, with growing pauses, and not for ever. */
    void again(Claimed claimed, String answer) {
        if (claimed.attempt() >= ATTEMPTS) failed(claimed, answer);
        else later(claimed, now().plus(PAUSES.get(claimed.attempt() - 1)), claimed.attempt(), answer);
    }

    /** No attempt: its reader's quiet hours came in between. */
    void postpone(Claimed claimed, Instant until) {
        later(claimed, until, claimed.attempt() - 1, "");
    }

    private void later(Claimed claimed, Instant until, int attempts, String answer) {
        sql.update(DELIVERY).set(DELIVERY.STATE, "pending").set(DELIVERY.NOT_BEFORE, until).set(DELIVERY.ATTEMPTS, attempts).set(DELIVERY.ANSWER, answer)
                .where(mine(claimed)).execute();
    }

    private void mark(Claimed claimed, Condition which, String state, String answer) {
        sql.update(DELIVERY).set(DELIVERY.STATE, state).set(DELIVERY.DONE_AT, now()).set(DELIVERY.ANSWER, answer).where(mine(claimed), which).execute();
    }

    /** Only as long as nobody else took it up: another attempt has another number. */
    private static Condition mine(Claimed claimed) {
        return DELIVERY.TENANT.eq(claimed.tenant()).and(DELIVERY.MESSAGE.eq(claimed.message())).and(DELIVERY.STATE.eq("sending")).and(DELIVERY.ATTEMPTS.eq(claimed.attempt()));
    }

    private static List<UUID> ids(List<DeliveryRecord> rows) {
        return rows.stream().map(DeliveryRecord::getId).toList();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
