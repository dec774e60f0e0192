package cn.duban.hotline.channel;

import static cn.duban_db.hotline.Tables.ARRIVAL;

import cn.duban.crypto.Sealer;
import cn.duban.ledger.MatterId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came in under which number: the second lock against taking one message twice; the first is the ticket's own id, which follows from the number. */
@Component
public class Arrivals {

    private final DSLContext sql;
    private final Sealer sealer;
    private final Clock clock;

    Arrivals(DSLContext sql, Sealer sealer, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    public enum Became {
        TICKET, ADDITION, HELD, IGNORED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A message under its number.
     *
     * @param source the channel, such as {@code mail}, or {@code platform/3} where there are several
     * @param sender who sent it, as a text that is kept as a digest alone; null where nobody is counted
     * @param kept the number as it is sent back; null where a digest is enough
     * @param media an address of a picture
     */
    public record Message(int tenant, String source, String number, @Nullable String sender, @Nullable String kept, @Nullable String media) {

        public static Message of(int tenant, String source, String number, @Nullable String sender) {
            return new Message(tenant, source, number, sender, null, null);
        }
    }

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

    /** In the transaction that makes of it what it becomes: whoever brings it at the same moment is refused by the key. */
    public void note(Message message, Became became, @Nullable UUID matter) {
        sql.insertInto(ARRIVAL).set(ARRIVAL.TENANT, message.tenant()).set(ARRIVAL.SOURCE, message.source()).set(ARRIVAL.DIGEST, digest(message)).set(ARRIVAL.NUMBER, message.kept()).set(ARRIVAL.BECAME, became.word())
                .set(ARRIVAL.MATTER, matter).set(ARRIVAL.SENDER, message.sender() == null ? null : sender(message.source(), message.sender())).set(ARRIVAL.MEDIA, message.media()).set(ARRIVAL.AT, clock.instant()).execute();
    }

    /** How many tickets and additions somebody's messages became since then. */
    public int since(int tenant, String source, String sender, Instant then) {
        return sql.fetchCount(ARRIVAL, ARRIVAL.TENANT.eq(tenant), ARRIVAL.SOURCE.eq(source), ARRIVAL.SENDER.eq(sender(source, sender)), ARRIVAL.AT.gt(then), ARRIVAL.BECAME.in("ticket", "addition"));
    }

    byte[] sender(String source, String sender) {
        return sealer.index(sender.strip().toLowerCase(Locale.ROOT), "hotline.sender/" + source);
    }

    private byte[] digest(Message message) {
        return sealer.index(message.tenant() + "/" + message.number(), "hotline.arrival/" + message.source());
    }
}
