package cn.duban.rating;

import static cn.duban_db.rating.Tables.GIVEN;
import static cn.duban_db.rating.Tables.SERVICE;
import static cn.duban_db.rating.Tables.SHOWN;

import cn.duban.crypto.Sealer;
import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was served, and what was said about it: once, whoever sends it how often. */
@Component
public class Services {

    private final DSLContext sql;
    private final Sealer sealer;
    private final Rectifying rectifying;
    private final Doubts doubts;
    private final Directories directories;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Services(DSLContext sql, Sealer sealer, Rectifying rectifying, Doubts doubts, Directories directories, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.sealer = sealer;
        this.rectifying = rectifying;
        this.doubts = doubts;
        this.directories = directories;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What somebody said.
     *
     * @param phone on which they may be asked; kept where the rating is bad, sealed
     * @param redone whether the matter is done again by itself, so that nothing else is opened
     */
    public record Said(Level level, String words, Rater rater, String phone, boolean redone) {

        public static Said of(Level level, String words, Rater rater) {
            return new Said(level, words, rater, "", false);
        }
    }

    /** It may be rated from now on. Said again it is the same: @return its id */
    public UUID offer(Service service) {
        sql.insertInto(SERVICE).set(SERVICE.TENANT, service.tenant()).set(SERVICE.ID, service.id()).set(SERVICE.ITEM, service.item()).set(SERVICE.UNIT, service.unit()).set(SERVICE.PERSON, service.person()).set(SERVICE.MATTER, service.matter())
                .set(SERVICE.ROUND, service.round()).set(SERVICE.DEVICE, service.device()).set(SERVICE.SERVED_AT, service.servedAt()).onConflictDoNothing().execute();
        var matter = service.matter();
        return matter == null ? service.id() : of(service.tenant(), matter, service.round()).map(Service::id).orElse(service.id());
    }

    public Optional<Service> find(int tenant, UUID id) {
        return one(tenant, SERVICE.ID.eq(id));
    }

    /** Of a matter handled once. */
    public Optional<Service> of(int tenant, UUID matter, int round) {
        return one(tenant, SERVICE.MATTER.eq(matter).and(SERVICE.ROUND.eq(round)));
    }

    private Optional<Service> one(int tenant, Condition which) {
        return sql.select(SERVICE.TENANT, SERVICE.ID, SERVICE.ITEM, SERVICE.UNIT, SERVICE.PERSON, SERVICE.MATTER, SERVICE.ROUND, SERVICE.DEVICE, SERVICE.SERVED_AT).from(SERVICE).where(SERVICE.TENANT.eq(tenant), which)
                .fetchOptional(Records.mapping(Service::new));
    }

    /** The matter that a bad rating opened. */
    public Optional<MatterId> rectification(int tenant, UUID service) {
        return sql.select(GIVEN.RECTIFICATION).from(GIVEN).where(GIVEN.TENANT.eq(tenant), GIVEN.SERVICE.eq(service), GIVEN.RECTIFICATION.isNotNull()).fetchOptional(r -> new MatterId(tenant, r.value1()));
    }

    /** The level that was given; nothing while nobody said anything, which is no satisfaction. */
    public Optional<Level> level(int tenant, UUID service) {
        return sql.select(GIVEN.LEVEL).from(GIVEN).where(GIVEN.TENANT.eq(tenant), GIVEN.SERVICE.eq(service)).fetchOptional(GIVEN.LEVEL).flatMap(points -> Level.of(points));
    }

    /** Whether it had not been rated yet: what was rated stays as it was said first. */
    public boolean rate(int tenant, UUID id, Said said) {
        var service = find(tenant, id).orElseThrow(NotFound::new);
        if (level(tenant, id).isPresent()) return false;
        var opens = !said.level().good() && !said.redone();
        var numbered = opens ? rectifying.numbered(service, said) : null;
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var at = clock.instant();
            var kept = sql.insertInto(GIVEN).set(GIVEN.TENANT, tenant).set(GIVEN.SERVICE, id).set(GIVEN.LEVEL, (short) said.level().points()).set(GIVEN.WORDS, Door.masked(said.words().strip())).set(GIVEN.CHANNEL, said.rater().channel().word())
                    .set(GIVEN.SOURCE, source(said.rater())).set(GIVEN.AT, at).set(GIVEN.RECTIFICATION, numbered == null ? null : numbered.opening().id()).onConflictDoNothing().execute() == 1;
            if (!kept) return false;
            if (numbered != null) rectifying.open(numbered, tenant, said.phone());
            doubts.look(service, said.rater(), at);
            return true;
        }));
    }

    /** @throws Refused where it was rated already */
    public void rateOnce(int tenant, UUID id, Said said) {
        if (!rate(tenant, id, said)) throw Refused.conflict("rating.rated", Words.say("rating.rated"), Words.say("rating.rated.next"));
    }

    private byte @org.jspecify.annotations.Nullable [] source(Rater rater) {
        return rater.source().isEmpty() ? null : sealer.index(rater.source(), "rating.source");
    }

    /** Somebody of the staff has the code of a service before them, which is theirs to hand over and not to use. */
    public void shown(Service service, HttpServletRequest request, Viewer viewer) {
        var directory = directories.of(service.tenant());
        boolean own = directory.within(viewer.unit(), service.unit()) || directory.postsOf(viewer.person()).stream().anyMatch(post -> directory.within(post.unit(), service.unit()));
        sql.insertInto(SHOWN).set(SHOWN.TENANT, service.tenant()).set(SHOWN.SERVICE, service.id()).set(SHOWN.AT, clock.instant()).set(SHOWN.PERSON, viewer.person()).set(SHOWN.OWN, own)
                .set(SHOWN.SOURCE, source(Rater.by(Rater.Channel.LINK, request))).onConflictDoNothing().execute();
    }

    static UUID newId() {
        return Ledger.newId();
    }
}
