package cn.duban.hotline.channel;

import static cn.duban_db.hotline.Tables.HELD;
import static cn.duban_db.hotline.Tables.HELD_LOOK;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;

import cn.duban.crypto.Sealer;
import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What came in and became no ticket by itself: too much from one sender, or what may not stand on the ledger as it is. It waits for the desk. */
@Component
public class Held {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int LISTED = 200;

    /** Stands beside what was typed; no field of a report is called so. */
    private static final String NUMBER = "arrival";

    private final DSLContext sql;
    private final Sealer sealer;
    private final Arrivals arrivals;
    private final Clock clock;

    Held(DSLContext sql, Sealer sealer, Arrivals arrivals, Clock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** @param key digest of the sender, in an address @param first what the first of them says, by the names of a report */
    public record Group(String source, String key, int count, Instant from, Instant to, Map<String, String> first) {}

    /** @param number under which it arrived */
    record One(UUID id, String number, String why, Instant at, Map<String, String> typed) {

        One(UUID id, String why, Instant at, Map<String, String> typed) {
            this(id, typed.getOrDefault(NUMBER, ""), why, at, typed);
        }
    }

    /** Somebody looked at how the sender is reached, and what for. */
    public record Look(String name, String purpose, Instant at) {}

    /** Under the number that a program is told to ask by. @param sender whose messages are taken or laid aside together @param typed all that it said, as it came: sealed, nothing needs to be cut */
    void hold(Message message, String sender, String why, Map<String, String> typed) {
        var id = arrivals.id(message);
        var numbered = new HashMap<>(typed);
        numbered.put(NUMBER, message.number());
        sql.insertInto(HELD).set(HELD.TENANT, message.tenant()).set(HELD.ID, id).set(HELD.SOURCE, message.source()).set(HELD.SENDER, arrivals.sender(message.source(), sender)).set(HELD.WHY, why)
                .set(HELD.SEALED, sealer.seal(JSON.writeValueAsString(numbered), place(message.tenant(), id))).set(HELD.AT, clock.instant()).execute();
    }

    /** By sender, whoever waits longest first. */
    List<Group> waiting(int tenant) {
        var first = DSL.field("(array_agg({0} order by {1}, {0}))[1]", UUID.class, HELD.ID, HELD.AT);
        var rows = sql.select(HELD.SOURCE, HELD.SENDER, DSL.count(), min(HELD.AT), max(HELD.AT), first).from(HELD).where(HELD.TENANT.eq(tenant), HELD.DONE_AT.isNull()).groupBy(HELD.SOURCE, HELD.SENDER).orderBy(min(HELD.AT)).limit(LISTED).fetch();
        var texts = sql.select(HELD.ID, HELD.SEALED).from(HELD).where(HELD.TENANT.eq(tenant), HELD.ID.in(rows.map(r -> r.value6()))).fetchMap(r -> r.value1(), r -> open(tenant, r.value1(), r.value2()));
        return rows.map(r -> new Group(r.value1(), HexFormat.of().formatHex(r.value2()), r.value3(), r.value4(), r.value5(), texts.getOrDefault(r.value6(), Map.of())));
    }

    public int count(int tenant) {
        return sql.fetchCount(HELD, HELD.TENANT.eq(tenant), HELD.DONE_AT.isNull());
    }

    /**
     * One sender's, the earliest first, so many as are read at once; locked until the transaction ends.
     *
     * @param until when the last one came that somebody saw: what came since was read by nobody and waits; null for whatever is there
     */
    List<One> of(int tenant, String source, String key, @Nullable Instant until) {
        return sql.select(HELD.ID, HELD.WHY, HELD.AT, HELD.SEALED).from(HELD).where(HELD.TENANT.eq(tenant), of(source, key), until == null ? noCondition() : HELD.AT.le(until)).orderBy(HELD.AT, HELD.ID).limit(LISTED).forUpdate()
                .fetch(r -> new One(r.value1(), r.value2(), r.value3(), open(tenant, r.value1(), r.value4())));
    }

    /** How many of one sender wait, those not read at once among them. */
    int count(int tenant, String source, String key) {
        return sql.fetchCount(HELD, HELD.TENANT.eq(tenant), of(source, key));
    }

    private static Condition of(String source, String key) {
        return HELD.SOURCE.eq(source).and(HELD.SENDER.eq(HexFormat.of().parseHex(key))).and(HELD.DONE_AT.isNull());
    }

    /** @param matter the ticket that was made of them; null where they were laid aside */
    void done(int tenant, List<One> held, @Nullable UUID matter, Viewer by) {
        sql.update(HELD).set(HELD.DONE_AT, clock.instant()).set(HELD.DONE_NAME, by.unitName() + " " + by.personName()).set(HELD.MATTER, matter).where(HELD.TENANT.eq(tenant), HELD.ID.in(held.stream().map(One::id).toList())).execute();
    }

    /** What became of one, for whoever brought it. @param ticket null while it waits, and where it was laid aside */
    public record Fate(boolean waits, @Nullable UUID ticket) {}

    public Optional<Fate> fate(int tenant, UUID id) {
        return sql.select(HELD.DONE_AT, HELD.MATTER).from(HELD).where(HELD.TENANT.eq(tenant), HELD.ID.eq(id)).fetchOptional(r -> new Fate(r.value1() == null, r.value2()));
    }

    /** Before anything is shown: the look stands on record, whatever becomes of the message. */
    void looked(String source, String key, String purpose, Viewer by) {
        sql.insertInto(HELD_LOOK).set(HELD_LOOK.TENANT, by.tenant()).set(HELD_LOOK.SOURCE, source).set(HELD_LOOK.SENDER, HexFormat.of().parseHex(key)).set(HELD_LOOK.PURPOSE, purpose).set(HELD_LOOK.PERSON, by.person()).set(HELD_LOOK.NAME, by.unitName() + " " + by.personName()).set(HELD_LOOK.AT, clock.instant()).execute();
    }

    /** The latest first. */
    List<Look> looks(int tenant, String source, String key) {
        return sql.select(HELD_LOOK.NAME, HELD_LOOK.PURPOSE, HELD_LOOK.AT).from(HELD_LOOK).where(HELD_LOOK.TENANT.eq(tenant), HELD_LOOK.SENDER.eq(HexFormat.of().parseHex(key)), HELD_LOOK.SOURCE.eq(source)).orderBy(HELD_LOOK.ID.desc()).limit(LISTED).fetch(Records.mapping(Look::new));
    }

    private Map<String, String> open(int tenant, UUID id, byte[] sealed) {
        return JSON.readValue(sealer.openText(sealed, place(tenant, id)), TEXTS);
    }

    private static String place(int tenant, UUID id) {
        return "hotline.held/" + tenant + "/" + id;
    }
}
