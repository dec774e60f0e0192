package cn.duban.hotline.channel;

import static cn.duban_db.hotline.Tables.ARRIVAL;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.crypto.Sealer;
import cn.duban.ledger.MatterId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came in under which number: the second lock against taking one message twice; the first is the ticket's own id, which follows from the number. */
@Component
public class Arrivals {

    private static final int AT_ONCE = 500;

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    Arrivals(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    public enum Became {
        TICKET, ADDITION, RATING, HELD, IGNORED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A message under its number.
     *
     * @param source the channel, such as {@code mail}, or {@code platform/3} where there are several
     * @param sender who sent it, as a text that is kept as a digest alone; null where nobody is counted
     * @param answered whether the answer names the number, so that it is kept sealed beside its digest
     * @param media an address of a picture
     */
    public record Message(int tenant, String source, String number, @Nullable String sender, boolean answered, @Nullable String media) {

        public static Message of(int tenant, String source, String number, @Nullable String sender) {
            return new Message(tenant, source, number, sender, true, null);
        }
    }

    /** How a ticket came in: the channel, and the number there. */
    public record Way(String source, String number) {}

    public record Arrived(Became became, @Nullable MatterId matter) {}

    /** The ticket that a message becomes. */
    public UUID id(Message message) {
        var digest = ByteBuffer.wrap(digest(message));
        return new UUID(digest.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x8000L, digest.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }

    public Optional<Arrived> find(Message message) {
        return find(message.tenant(), message.source(), digest(message));
    }

    private Optional<Arrived> find(int tenant, String source, byte[] digest) {
        return sql.select(ARRIVAL.BECAME, ARRIVAL.MATTER).from(ARRIVAL).where(ARRIVAL.TENANT.eq(tenant), ARRIVAL.SOURCE.eq(source), ARRIVAL.DIGEST.eq(digest))
                .fetchOptional(r -> new Arrived(Became.valueOf(r.value1().toUpperCase(Locale.ROOT)), r.value2() == null ? null : new MatterId(tenant, r.value2())));
    }

    /** Which of these numbers came already: each with its ticket, or with nothing where it waits apart. */
    public Map<String, Optional<UUID>> found(int tenant, String source, Collection<String> numbers) {
        var found = new HashMap<String, Optional<UUID>>();
        var all = List.copyOf(numbers);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = new HashMap<String, String>();
            all.subList(from, Math.min(all.size(), from + AT_ONCE)).forEach(number -> some.put(HexFormat.of().formatHex(digest(Message.of(tenant, source, number, null))), number));
            sql.select(ARRIVAL.DIGEST, ARRIVAL.MATTER).from(ARRIVAL).where(ARRIVAL.TENANT.eq(tenant), ARRIVAL.SOURCE.eq(source), ARRIVAL.DIGEST.in(some.keySet().stream().map(HexFormat.of()::parseHex).toList()))
                    .forEach(r -> found.put(some.get(HexFormat.of().formatHex(r.value1())), Optional.ofNullable(r.value2())));
        }
        return found;
    }

    /** In the transaction that makes of it what it becomes: whoever brings it at the same moment is refused by the key. */
    public void note(Message message, Became became, @Nullable UUID matter) {
        sql.insertInto(ARRIVAL).set(ARRIVAL.TENANT, message.tenant()).set(ARRIVAL.SOURCE, message.source()).set(ARRIVAL.DIGEST, digest(message)).set(ARRIVAL.SEALED, message.answered() ? sealer.seal(message.number(), place(message.tenant(), message.source())) : null).set(ARRIVAL.BECAME, became.word())
                .set(ARRIVAL.MATTER, matter).set(ARRIVAL.SENDER, message.sender() == null ? null : sender(message.source(), message.sender())).set(ARRIVAL.MEDIA, message.media()).set(ARRIVAL.AT, clock.instant()).execute();
    }

    /** What was held became a ticket after all, and whoever brought it is answered under the number that they gave it; or nothing. */
    void became(int tenant, String source, List<String> numbers, Became became, @Nullable UUID matter) {
        var digests = numbers.stream().map(number -> digest(Message.of(tenant, source, number, null))).toList();
        sql.update(ARRIVAL).set(ARRIVAL.BECAME, became.word()).set(ARRIVAL.MATTER, matter).where(ARRIVAL.TENANT.eq(tenant), ARRIVAL.SOURCE.eq(source), ARRIVAL.DIGEST.in(digests), ARRIVAL.BECAME.eq(Became.HELD.word())).execute();
    }

    /** Whether so many tickets and additions came of what its source brought within that time. @param sender of whom alone; null for everybody */
    boolean reached(Message message, @Nullable String sender, Duration within, int most) {
        var whose = sender == null ? noCondition() : ARRIVAL.SENDER.eq(sender(message.source(), sender));
        return sql.fetchCount(selectOne().from(ARRIVAL).where(ARRIVAL.TENANT.eq(message.tenant()), ARRIVAL.SOURCE.eq(message.source()), whose, ARRIVAL.AT.gt(clock.instant().minus(within)), ARRIVAL.BECAME.in("ticket", "addition")).limit(most)) >= most;
    }

    /** By which channels a ticket came that are answered; of several messages of one channel that the desk made it of, the earliest. */
    public List<Way> ways(MatterId ticket) {
        return sql.select(ARRIVAL.SOURCE, ARRIVAL.SEALED).distinctOn(ARRIVAL.SOURCE).from(ARRIVAL).where(ARRIVAL.TENANT.eq(ticket.tenant()), ARRIVAL.MATTER.eq(ticket.id()), ARRIVAL.BECAME.eq("ticket"), ARRIVAL.SEALED.isNotNull()).orderBy(ARRIVAL.SOURCE, ARRIVAL.AT, ARRIVAL.DIGEST)
                .fetch(r -> new Way(r.value1(), sealer.openText(r.value2(), place(ticket.tenant(), r.value1()))));
    }

    /** The numbers that tickets have there; of several orders that the desk made one of, the earliest. */
    public Map<UUID, String> numbers(int tenant, String source, Collection<UUID> tickets) {
        var numbers = new HashMap<UUID, String>();
        sql.select(ARRIVAL.MATTER, ARRIVAL.SEALED).from(ARRIVAL).where(ARRIVAL.TENANT.eq(tenant), ARRIVAL.SOURCE.eq(source), ARRIVAL.MATTER.in(tickets), ARRIVAL.BECAME.eq("ticket"), ARRIVAL.SEALED.isNotNull()).orderBy(ARRIVAL.AT, ARRIVAL.DIGEST)
                .forEach(r -> numbers.computeIfAbsent(r.value1(), first -> sealer.openText(r.value2(), place(tenant, source))));
        return numbers;
    }

    private static String place(int tenant, String source) {
        return "hotline.arrival/" + tenant + "/" + source;
    }

    byte[] sender(String source, String sender) {
        return sealer.index(sender.strip().toLowerCase(Locale.ROOT), "hotline.sender/" + source);
    }

    private byte[] digest(Message message) {
        return sealer.index(message.tenant() + "/" + message.number(), "hotline.arrival/" + message.source());
    }
}
