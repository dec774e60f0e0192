package cn.duban.hotline.channel;

import static cn.duban_db.hotline.Tables.OUTGOING;
import static org.jooq.impl.DSL.inline;

import cn.duban.crypto.Sealer;
import cn.duban.hotline.Intake.Taken;
import cn.duban.hotline.channel.Asking.Ask;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
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
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers that are owed to callers. A row stands from the transaction on that makes it owed; it is claimed in one, sent outside any, and marked in
 * another, so that whoever is killed in between is made up for under the same message number.
 */
@Component
public class Answers {

    /** Longer than any attempt may take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(3));
    private static final Set<String> BACK = Set.of("mail", "sms", "message", "platform");
    private static final int LISTED = 200;

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    Answers(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** @param target whom it goes to, such as {@code sms} or {@code platform/3} @param entry what it tells of; 0 for number and code @param sealed the code, of the first answer alone; opened by {@link #code} once it is claimed, so that one that does not open holds up no other */
    record Answer(MatterId ticket, UUID id, String channel, String target, int entry, int attempt, byte @Nullable [] sealed) {}

    public record Row(UUID id, UUID matter, String channel, String state, int attempts, String said, Instant madeAt) {}

    /** Number and code go back by the way that the report came; in the transaction that takes it. */
    public void taken(Taken taken, String source) {
        // programs ask for theirs
        if (!BACK.contains(AnswerListener.channel(source))) return;
        var id = Ledger.newId();
        owe(taken.id(), id, source, 0, sealer.seal(taken.code(), place(taken.id().tenant(), id)));
    }

    /** Whether an answer left by this channel. */
    public boolean sent(MatterId ticket, String channel, int entry) {
        return sql.fetchExists(OUTGOING, OUTGOING.TENANT.eq(ticket.tenant()), OUTGOING.MATTER.eq(ticket.id()), OUTGOING.CHANNEL.eq(channel), OUTGOING.ENTRY.eq(entry), OUTGOING.STATE.eq(inline("sent")));
    }

    void owe(MatterId ticket, String source, int entry) {
        owe(ticket, Ledger.newId(), source, entry, null);
    }

    /** Once for each entry, however often it is asked for. */
    private void owe(MatterId ticket, UUID id, String source, int entry, byte @Nullable [] sealed) {
        sql.insertInto(OUTGOING).set(OUTGOING.TENANT, ticket.tenant()).set(OUTGOING.ID, id).set(OUTGOING.MATTER, ticket.id()).set(OUTGOING.CHANNEL, AnswerListener.channel(source)).set(OUTGOING.TARGET, source).set(OUTGOING.ENTRY, entry).set(OUTGOING.SEALED, sealed).set(OUTGOING.STATE, "pending")
                .set(OUTGOING.NOT_BEFORE, now()).set(OUTGOING.MADE_AT, now()).onConflict(OUTGOING.TENANT, OUTGOING.MATTER, OUTGOING.CHANNEL, OUTGOING.ENTRY).doNothing().execute();
    }

    @Transactional
    Optional<Answer> claim(int tenant, Set<String> shut) {
        var now = now();
        sql.update(OUTGOING).set(OUTGOING.STATE, "pending").set(OUTGOING.NOT_BEFORE, now).where(OUTGOING.TENANT.eq(tenant), OUTGOING.STATE.eq(inline("sending")), OUTGOING.CLAIMED_AT.lt(now.minus(LEASE))).execute();
        var row = sql.selectFrom(OUTGOING).where(OUTGOING.TENANT.eq(tenant), OUTGOING.STATE.eq(inline("pending")), OUTGOING.NOT_BEFORE.le(now), OUTGOING.TARGET.notIn(shut)).orderBy(OUTGOING.NOT_BEFORE, OUTGOING.ID).limit(1).forUpdate().skipLocked().fetchOne();
        if (row == null) return Optional.empty();
        var attempt = row.getAttempts() + 1;
        sql.update(OUTGOING).set(OUTGOING.STATE, "sending").set(OUTGOING.ATTEMPTS, attempt).set(OUTGOING.CLAIMED_AT, now).where(OUTGOING.TENANT.eq(tenant), OUTGOING.ID.eq(row.getId())).execute();
        return Optional.of(new Answer(new MatterId(tenant, row.getMatter()), row.getId(), row.getChannel(), row.getTarget(), row.getEntry(), attempt, row.getSealed()));
    }

    @Nullable String code(Answer answer) {
        return answer.sealed() == null ? null : sealer.openText(answer.sealed(), place(answer.ticket().tenant(), answer.id()));
    }

    /** The code leaves the house with it, and is known to nobody here any more. @param asks the entry that the caller was asked to rate by writing back */
    void sent(Answer answer, String said, @Nullable Integer asks) {
        sql.update(OUTGOING).set(OUTGOING.STATE, "sent").setNull(OUTGOING.SEALED).set(OUTGOING.ASKS, asks).set(OUTGOING.SAID, said).set(OUTGOING.DONE_AT, now()).where(mine(answer)).execute();
    }

    void failed(Answer answer, String said) {
        sql.update(OUTGOING).set(OUTGOING.STATE, "failed").set(OUTGOING.SAID, said).set(OUTGOING.DONE_AT, now()).where(mine(answer)).execute();
    }

    void again(Answer answer, String said) {
        if (answer.attempt() > PAUSES.size()) failed(answer, said);
        else sql.update(OUTGOING).set(OUTGOING.STATE, "pending").set(OUTGOING.SAID, said).set(OUTGOING.NOT_BEFORE, now().plus(PAUSES.get(answer.attempt() - 1))).where(mine(answer)).execute();
    }

    /** Nobody answers there: what else waits for the same target waits as long as this one, and nobody else does. */
    void unreachable(Answer answer, String said) {
        again(answer, said);
        var until = now().plus(PAUSES.get(Math.min(answer.attempt(), PAUSES.size()) - 1));
        sql.update(OUTGOING).set(OUTGOING.NOT_BEFORE, until).where(OUTGOING.TENANT.eq(answer.ticket().tenant()), OUTGOING.STATE.eq(inline("pending")), OUTGOING.TARGET.eq(answer.target()), OUTGOING.NOT_BEFORE.lt(until)).execute();
    }

    private static Condition mine(Answer answer) {
        return OUTGOING.TENANT.eq(answer.ticket().tenant()).and(OUTGOING.ID.eq(answer.id())).and(OUTGOING.STATE.eq("sending")).and(OUTGOING.ATTEMPTS.eq(answer.attempt()));
    }

    /** The ticket that one of our own messages was about. */
    public Optional<MatterId> ticket(int tenant, UUID message) {
        return sql.select(OUTGOING.MATTER).from(OUTGOING).where(OUTGOING.TENANT.eq(tenant), OUTGOING.ID.eq(message)).fetchOptional(r -> new MatterId(tenant, r.value1()));
    }

    /** What was asked about these tickets by that way since then, whatever was asked last first. @param source the very system: accounts of two are two people's */
    List<Ask> asked(int tenant, String source, Collection<UUID> tickets, Instant since) {
        return sql.select(OUTGOING.MATTER, OUTGOING.ASKS).from(OUTGOING).where(OUTGOING.TENANT.eq(tenant), OUTGOING.MATTER.in(tickets), OUTGOING.TARGET.eq(source), OUTGOING.ASKS.isNotNull(), OUTGOING.DONE_AT.gt(since)).orderBy(OUTGOING.DONE_AT.desc(), OUTGOING.ID.desc())
                .fetch(r -> new Ask(new MatterId(tenant, r.value1()), r.value2()));
    }

    /** What failed, and what was tried in vain and waits. */
    List<Row> stuck(int tenant) {
        return sql.select(OUTGOING.ID, OUTGOING.MATTER, OUTGOING.CHANNEL, OUTGOING.STATE, OUTGOING.ATTEMPTS, OUTGOING.SAID, OUTGOING.MADE_AT).from(OUTGOING)
                .where(OUTGOING.TENANT.eq(tenant), OUTGOING.STATE.eq(inline("failed")).or(OUTGOING.STATE.eq(inline("pending")).and(OUTGOING.ATTEMPTS.gt(0)))).orderBy(OUTGOING.MADE_AT.desc(), OUTGOING.ID).limit(LISTED)
                .fetch(Records.mapping(Row::new));
    }

    /** At once, with all attempts anew. */
    boolean anew(int tenant, UUID id) {
        return sql.update(OUTGOING).set(OUTGOING.STATE, "pending").set(OUTGOING.ATTEMPTS, 0).set(OUTGOING.NOT_BEFORE, now()).setNull(OUTGOING.DONE_AT).where(OUTGOING.TENANT.eq(tenant), OUTGOING.ID.eq(id), OUTGOING.STATE.in("failed", "pending")).execute() == 1;
    }

    private static String place(int tenant, UUID id) {
        return "hotline.outgoing/" + tenant + "/" + id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
