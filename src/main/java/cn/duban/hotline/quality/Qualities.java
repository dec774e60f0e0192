package cn.duban.hotline.quality;

import static cn.duban_db.hotline.Tables.QUALITY;
import static cn.duban_db.hotline.Tables.SAMPLE;
import static cn.duban_db.hotline.Tables.SAMPLE_SECRET;
import static cn.duban_db.ledger.Tables.ACT_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.Ledger;
import cn.duban.timers.Timed;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The samples and what was found in them. */
@Component
public class Qualities implements Timed {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Integer>> MARKS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Desks desks;
    private final Directories directories;
    private final Clock clock;

    Qualities(DSLContext sql, Desks desks, Directories directories, Clock clock) {
        this.sql = sql;
        this.desks = desks;
        this.directories = directories;
        this.clock = clock;
    }

    /** What a month's sample follows from. @param pool how many tickets there were to draw from @param words and @param poolText null where the seed was typed, as it was of old */
    public record Sample(String seed, int each, int pool, String drawnName, Instant drawnAt, @Nullable String words, @Nullable String poolText) {}

    /** Bound once: said again it stays as it was. */
    void bind(int tenant, YearMonth month, String by) {
        var secret = new byte[Sm3.LENGTH];
        CHANCE.nextBytes(secret);
        sql.insertInto(SAMPLE_SECRET).set(SAMPLE_SECRET.TENANT, tenant).set(SAMPLE_SECRET.MONTH, month.atDay(1)).set(SAMPLE_SECRET.SECRET, secret).set(SAMPLE_SECRET.COMMITMENT, Sm3.digest(secret)).set(SAMPLE_SECRET.BOUND_NAME, by)
                .set(SAMPLE_SECRET.BOUND_AT, clock.instant()).onConflictDoNothing().execute();
    }

    Optional<Bound> bound(YearMonth month, int tenant) {
        return sql.select(SAMPLE_SECRET.SECRET, SAMPLE_SECRET.COMMITMENT, SAMPLE_SECRET.BOUND_NAME, SAMPLE_SECRET.BOUND_AT).from(SAMPLE_SECRET).where(SAMPLE_SECRET.TENANT.eq(tenant), SAMPLE_SECRET.MONTH.eq(month.atDay(1)))
                .fetchOptional(r -> new Bound(month, r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** This month's and the next one's, so that no month begins without. */
    public void bindAhead(int tenant) {
        var month = YearMonth.from(directories.of(tenant).today());
        for (var one : List.of(month, month.plusMonths(1))) bind(tenant, one, Words.in(Words.CHINESE, "hotline.quality.itself"));
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.daily(LocalTime.of(0, 20), "hotline.quality.bind", () -> desks.lines().forEach(line -> bindAhead(line.tenant()))));
    }

    /**
     * A month is drawn once, after it has ended: nobody draws until it suits them, and none of its tickets is left out.
     *
     * @param words spoken by whoever draws, who does not know the secret
     * @throws Refused where the month has not ended, no seed was bound for it, there is nothing to draw from, or it was drawn
     */
    @Transactional
    public int draw(YearMonth month, int each, String words, Viewer by) {
        if (!month.isBefore(YearMonth.from(directories.of(by.tenant()).today())))
            throw Refused.conflict("hotline.quality.running", Words.say("hotline.quality.running", month), Words.say("hotline.quality.running.next", Dates.day(month.plusMonths(1).atDay(1))));
        var bound = bound(month, by.tenant()).orElseThrow(() -> Refused.conflict("hotline.quality.unbound", Words.say("hotline.quality.unbound", month), Words.say("hotline.quality.unbound.next")));
        var pool = handled(month, by.tenant());
        if (pool.isEmpty()) throw Refused.conflict("hotline.quality.empty", Words.say("hotline.quality.empty", month), Words.say("hotline.quality.empty.next"));
        var text = Bound.pool(month, each, pool);
        var draw = new Draw(bound.seed(text, words), each);
        var kept = sql.insertInto(SAMPLE).set(SAMPLE.TENANT, by.tenant()).set(SAMPLE.MONTH, month.atDay(1)).set(SAMPLE.SEED, draw.seed()).set(SAMPLE.EACH, draw.each()).set(SAMPLE.POOL, pool.size()).set(SAMPLE.WORDS, words).set(SAMPLE.POOL_TEXT, text).set(SAMPLE.DRAWN_BY, by.person())
                .set(SAMPLE.DRAWN_NAME, by.unitName() + " " + by.personName()).set(SAMPLE.DRAWN_AT, clock.instant()).onConflictDoNothing().execute();
        if (kept == 0) throw Refused.conflict("hotline.quality.drawn", Words.say("hotline.quality.drawn"), Words.say("hotline.quality.drawn.next"));
        var drawn = draw.of(pool);
        if (!drawn.isEmpty()) sql.insertInto(QUALITY, QUALITY.TENANT, QUALITY.ID, QUALITY.MONTH, QUALITY.TICKET, QUALITY.AGENT).valuesOfRows(drawn.stream().map(one -> row(by.tenant(), Ledger.newId(), month.atDay(1), one.ticket(), one.agent())).toList()).execute();
        return drawn.size();
    }

    /** From which anybody draws it again: all that was bound and spoken. Empty before the draw, and where the seed was typed. */
    Optional<byte[]> record(YearMonth month, int tenant) {
        return sample(month, tenant).filter(sample -> sample.poolText() != null).flatMap(sample -> bound(month, tenant).map(bound -> CanonicalJson.bytes(Map.of("secret", Sm3.hex(bound.secret()), "secret-sm3", Sm3.hex(bound.commitment()),
                "bound", Map.of("by", bound.by(), "at", bound.at().toString()), "pool", Objects.requireNonNull(sample.poolText()), "words", Objects.requireNonNull(sample.words()), "seed", sample.seed(), "drawn", Map.of("by", sample.drawnName(), "at", sample.drawnAt().toString())))));
    }

    /** Tickets of a month with the agent of the desk of today or of one before who took them, else who sent them on; a citizen who reported by themselves took none. */
    List<Draw.Handled> handled(YearMonth month, int tenant) {
        var directory = directories.of(tenant);
        var desk = desks.unit(tenant).orElse(0);
        // whoever answered the line until it changed hands is marked for it too
        var before = desks.register(tenant).before(desk, directory);
        var seen = new HashSet<UUID>();
        var handled = new ArrayList<Draw.Handled>();
        sql.select(ACT_ROW.MATTER, ACT_ROW.PERSON, ACT_ROW.UNIT).from(ACT_ROW).join(MATTER_ROW).on(MATTER_ROW.TENANT.eq(ACT_ROW.TENANT), MATTER_ROW.ID.eq(ACT_ROW.MATTER))
                .where(MATTER_ROW.TENANT.eq(tenant), MATTER_ROW.TYPE.eq(inline(Tickets.TYPE)), MATTER_ROW.OPENED_AT.ge(month.atDay(1).atStartOfDay(directory.zone()).toInstant()), MATTER_ROW.OPENED_AT.lt(month.plusMonths(1).atDay(1).atStartOfDay(directory.zone()).toInstant()),
                        ACT_ROW.PERSON.gt(0), ACT_ROW.ACT.in(inline("open"), inline("dispatch"), inline("answer-now"), inline("decline-to-take")))
                .orderBy(ACT_ROW.MATTER, ACT_ROW.NO).forEach(r -> {
                    if ((directory.within(r.value3(), desk) || before.contains(r.value3())) && seen.add(r.value1())) handled.add(new Draw.Handled(r.value1(), r.value2()));
                });
        return handled;
    }

    public Optional<Sample> sample(YearMonth month, int tenant) {
        return sql.select(SAMPLE.SEED, SAMPLE.EACH, SAMPLE.POOL, SAMPLE.DRAWN_NAME, SAMPLE.DRAWN_AT, SAMPLE.WORDS, SAMPLE.POOL_TEXT).from(SAMPLE).where(SAMPLE.TENANT.eq(tenant), SAMPLE.MONTH.eq(month.atDay(1))).fetchOptional(r -> new Sample(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
    }

    public List<Check> of(YearMonth month, int tenant) {
        return rows(tenant, QUALITY.MONTH.eq(month.atDay(1)));
    }

    Optional<Check> find(int tenant, UUID id) {
        return rows(tenant, QUALITY.ID.eq(id)).stream().findFirst();
    }

    private List<Check> rows(int tenant, Condition which) {
        return sql.select(QUALITY.ID, QUALITY.MONTH, QUALITY.TICKET, QUALITY.AGENT, QUALITY.MARKS, QUALITY.POINTS, QUALITY.WORDS, QUALITY.CHECKED_BY, QUALITY.CHECKED_NAME, QUALITY.APPEAL, QUALITY.DECIDED, QUALITY.DECISION, QUALITY.DECIDED_NAME).from(QUALITY).where(QUALITY.TENANT.eq(tenant), which).orderBy(QUALITY.AGENT, QUALITY.ID)
                .fetch(r -> new Check(r.value1(), YearMonth.from(r.value2()), r.value3(), r.value4(), r.value5() == null ? Map.of() : JSON.readValue(r.value5().data(), MARKS), r.value6(), r.value7(), r.value8(), r.value9(), r.value10(), r.value11(), r.value12(), r.value13()));
    }

    public void score(UUID id, Map<String, Integer> marks, String words, Viewer by) {
        once(sql.update(QUALITY).set(QUALITY.MARKS, JSONB.valueOf(JSON.writeValueAsString(marks))).set(QUALITY.POINTS, marks.values().stream().mapToInt(Integer::intValue).sum()).set(QUALITY.WORDS, words).set(QUALITY.CHECKED_BY, by.person()).set(QUALITY.CHECKED_NAME, by.personName()).set(QUALITY.CHECKED_AT, clock.instant())
                .where(QUALITY.TENANT.eq(by.tenant()), QUALITY.ID.eq(id), QUALITY.POINTS.isNull(), QUALITY.AGENT.ne(by.person())).execute());
    }

    public void appeal(UUID id, String why, Viewer by) {
        once(sql.update(QUALITY).set(QUALITY.APPEAL, why).where(QUALITY.TENANT.eq(by.tenant()), QUALITY.ID.eq(id), QUALITY.POINTS.isNotNull(), QUALITY.APPEAL.isNull(), QUALITY.AGENT.eq(by.person())).execute());
    }

    void decide(UUID id, int points, String why, Viewer by) {
        once(sql.update(QUALITY).set(QUALITY.DECIDED, points).set(QUALITY.DECISION, why).set(QUALITY.DECIDED_BY, by.person()).set(QUALITY.DECIDED_NAME, by.personName())
                .where(QUALITY.TENANT.eq(by.tenant()), QUALITY.ID.eq(id), QUALITY.APPEAL.isNotNull(), QUALITY.DECIDED.isNull(), QUALITY.AGENT.ne(by.person()), QUALITY.CHECKED_BY.ne(by.person())).execute());
    }

    private static void once(int rows) {
        if (rows == 0) throw Refused.conflict("hotline.quality.not-yours", Words.say("hotline.quality.not-yours"), Words.say("hotline.quality.not-yours.next"));
    }
}
