package cn.duban.inspection.draw;

import static cn.duban_db.inspection.Tables.DECLARATION;
import static cn.duban_db.inspection.Tables.DECLINED;
import static cn.duban_db.inspection.Tables.DRAW;
import static cn.duban_db.inspection.Tables.MEMBER;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import cn.duban.inspection.Declaration;
import cn.duban.inspection.Plans;
import cn.duban.inspection.draw.Draw.Declined;
import cn.duban.inspection.draw.Draw.State;
import cn.duban.ledger.Ledger;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The draws of all inspections that the viewer may see. */
@Component
public class Draws {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Field<List<Declined>> GONE = multiset(select(DECLINED.PERSON, DECLINED.REASON, DECLINED.BY_NAME, DECLINED.AT).from(DECLINED).where(DECLINED.TENANT.eq(DRAW.TENANT), DECLINED.DRAW.eq(DRAW.ID)).orderBy(DECLINED.AT, DECLINED.PERSON))
            .convertFrom(rows -> rows.map(Records.mapping(Declined::new))).as("gone");

    private final DSLContext sql;
    private final Plans plans;
    private final Clock clock;
    private final DrawNotices notices;

    Draws(DSLContext sql, Plans plans, Clock clock, DrawNotices notices) {
        this.sql = sql;
        this.plans = plans;
        this.clock = clock;
        this.notices = notices;
    }

    Optional<Draw> find(UUID id, Viewer viewer) {
        return fetch(DRAW.TENANT.eq(viewer.tenant()).and(DRAW.ID.eq(id)).and(plans.seen(DRAW.DECLARATION, viewer))).stream().findFirst();
    }

    public List<Draw> of(UUID declaration, Viewer viewer) {
        return fetch(DRAW.TENANT.eq(viewer.tenant()).and(DRAW.DECLARATION.eq(declaration)).and(plans.seen(DRAW.DECLARATION, viewer)));
    }

    /** Whoever went somewhere within these days. */
    Set<Integer> served(int tenant, int days) {
        return sql.select(MEMBER.PERSON).from(MEMBER).where(MEMBER.TENANT.eq(tenant), MEMBER.SINCE.gt(clock.instant().minus(Duration.ofDays(days)))).fetchSet(MEMBER.PERSON);
    }

    /** Binds the pool and a secret that the house makes: from here on neither can change. Of two at once the second must say why it is drawn once more. */
    @Transactional
    public UUID prepare(Declaration inspection, Pool pool, int wanted, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        if (pool.candidates().size() < wanted) throw Refused.invalid("inspection.draw.few", Words.say("inspection.draw.few", pool.candidates().size(), wanted), Words.say("inspection.draw.few.next"));
        sql.selectOne().from(DECLARATION).where(DECLARATION.TENANT.eq(inspection.tenant()), DECLARATION.ID.eq(inspection.id())).forUpdate().fetch();
        if (pool.again().isEmpty() && sql.fetchExists(DRAW, DRAW.TENANT.eq(inspection.tenant()), DRAW.DECLARATION.eq(inspection.id()))) throw Refused.conflict("inspection.draw.again", Words.say("inspection.draw.again.missing"), "");
        var id = Ledger.newId();
        var text = pool.canonical(wanted);
        var secret = new byte[Sm3.LENGTH];
        CHANCE.nextBytes(secret);
        sql.insertInto(DRAW).set(DRAW.TENANT, inspection.tenant()).set(DRAW.ID, id).set(DRAW.DECLARATION, inspection.id()).set(DRAW.WANTED, wanted).set(DRAW.POOL, text).set(DRAW.POOL_DIGEST, Sm3.digest(text.getBytes(StandardCharsets.UTF_8)))
                .set(DRAW.SECRET, secret).set(DRAW.COMMITMENT, Sm3.digest(secret)).set(DRAW.STATE, "prepared").set(DRAW.PREPARED_BY, viewer.person()).set(DRAW.PREPARED_NAME, name(viewer)).set(DRAW.PREPARED_AT, clock.instant()).execute();
        return id;
    }

    /** @param witnesses who watched, and the words each spoke, after the pool was bound */
    @Transactional
    public void draw(UUID id, List<Map<String, String>> witnesses, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var was = find(id, viewer).orElseThrow(NotFound::new);
        var words = CanonicalJson.bytes(witnesses);
        var seed = Lot.seed(was.poolDigest(), was.secret(), words);
        var order = Lot.order(seed, Pool.read(was.pool()).numbers());
        var done = sql.update(DRAW).set(DRAW.STATE, "drawn").set(DRAW.WITNESSES, new String(words, StandardCharsets.UTF_8)).set(DRAW.SEED, seed).set(DRAW.DRAWN, order.toArray(Integer[]::new)).set(DRAW.DRAWN_NAME, name(viewer)).set(DRAW.DRAWN_AT, clock.instant())
                .where(DRAW.TENANT.eq(was.tenant()), DRAW.ID.eq(id), DRAW.STATE.eq("prepared")).execute();
        if (done == 0) throw moved();
    }

    /** From here on everybody reads who goes, and those who go see the inspection. */
    @Transactional
    public void open(UUID id, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var was = find(id, viewer).orElseThrow(NotFound::new);
        var done = sql.update(DRAW).set(DRAW.STATE, "opened").set(DRAW.OPENED_NAME, name(viewer)).set(DRAW.OPENED_AT, clock.instant()).where(DRAW.TENANT.eq(was.tenant()), DRAW.ID.eq(id), DRAW.STATE.eq("drawn")).execute();
        if (done == 0) throw moved();
        join(was, was.team(), viewer);
    }

    /** Who was drawn does not go; the next of the order goes instead, if there is one. */
    @Transactional
    void decline(UUID id, int person, String reason, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        sql.selectOne().from(DRAW).where(DRAW.TENANT.eq(viewer.tenant()), DRAW.ID.eq(id)).forUpdate().fetch();
        var was = find(id, viewer).filter(draw -> draw.state() == State.OPENED && draw.team().contains(person)).orElseThrow(NotFound::new);
        if (reason.isBlank()) throw Refused.invalid("inspection.draw.reason", Words.say("inspection.draw.decline.reason"), "");
        sql.insertInto(DECLINED).set(DECLINED.TENANT, was.tenant()).set(DECLINED.DRAW, id).set(DECLINED.PERSON, person).set(DECLINED.REASON, reason.strip()).set(DECLINED.BY_NAME, name(viewer)).set(DECLINED.AT, clock.instant()).execute();
        sql.update(MEMBER).set(MEMBER.UNTIL, clock.instant()).where(MEMBER.TENANT.eq(was.tenant()), MEMBER.DECLARATION.eq(was.declaration()), MEMBER.PERSON.eq(person)).execute();
        join(was, find(id, viewer).orElseThrow(NotFound::new).team(), viewer);
    }

    /** Those who go already stay as they are; who did not go in an earlier draw goes in this one. */
    private void join(Draw draw, List<Integer> team, Viewer viewer) {
        notices.drawn(draw, team.stream().filter(person -> join(draw, person)).toList(), viewer);
    }

    private boolean join(Draw draw, int person) {
        return sql.insertInto(MEMBER).set(MEMBER.TENANT, draw.tenant()).set(MEMBER.DECLARATION, draw.declaration()).set(MEMBER.PERSON, person).set(MEMBER.DRAW, draw.id()).set(MEMBER.SINCE, clock.instant())
                .onConflict(MEMBER.TENANT, MEMBER.DECLARATION, MEMBER.PERSON).doUpdate().set(MEMBER.DRAW, draw.id()).set(MEMBER.SINCE, clock.instant()).set(MEMBER.UNTIL, (Instant) null).where(MEMBER.UNTIL.isNotNull()).execute() == 1;
    }

    static String name(Viewer viewer) {
        return viewer.unitName() + " " + viewer.personName();
    }

    private static Refused moved() {
        return Refused.conflict("inspection.draw.moved", Words.say("inspection.draw.moved"), Words.say("inspection.changed.next"));
    }

    private List<Draw> fetch(Condition which) {
        var fields = new ArrayList<SelectField<?>>(List.of(DRAW.fields()));
        fields.add(GONE);
        return sql.select(fields).from(DRAW).where(which).orderBy(DRAW.PREPARED_AT.desc(), DRAW.ID).fetch(Draws::draw);
    }

    private static Draw draw(Record r) {
        var d = r.into(DRAW);
        return new Draw(d.getTenant(), d.getId(), d.getDeclaration(), d.getWanted(), d.getPool(), d.getPoolDigest(), d.getSecret(), d.getCommitment(), d.getWitnesses(), d.getSeed(), Arrays.asList(Objects.requireNonNullElse(d.getDrawn(), new Integer[0])), State.valueOf(d.getState().toUpperCase(Locale.ROOT)),
                d.getPreparedName(), d.getPreparedAt(), d.getDrawnName(), d.getDrawnAt(), d.getOpenedName(), d.getOpenedAt(), r.get(GONE));
    }
}
