package cn.duban.publication;

import static cn.duban_db.publication.Tables.BULLETIN;
import static cn.duban_db.publication.Tables.FROZEN;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import cn.duban.crypto.Sm3;
import cn.duban.ledger.MatterId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was published, for the public: never before its hour, and never from anything but the frozen rows. */
@Component
class Published {

    static final int PAGE = 20;

    private static final Pattern SLUG = Pattern.compile("\\d{1,9}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DSLContext sql;
    private final Clock clock;

    Published(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Newest first. Words are looked for in what the public reads; of a withdrawn bulletin, in its title alone. */
    List<Frozen> list(String words, @Nullable Frozen after) {
        Condition wanted = words.isBlank() ? noCondition()
                : FROZEN.TITLE.containsIgnoreCase(words).or(FROZEN.NUMBER.containsIgnoreCase(words))
                        .or(BULLETIN.STATE.eq("published").and(FROZEN.CONTENT.containsIgnoreCase(words)));
        Condition below = after == null ? noCondition()
                : row(FROZEN.VISIBLE_FROM, FROZEN.TENANT, FROZEN.BULLETIN).lt(after.visibleFrom(), after.tenant(), after.bulletin());
        return select().where(visible()).and(wanted).and(below)
                .orderBy(FROZEN.VISIBLE_FROM.desc(), FROZEN.TENANT.desc(), FROZEN.BULLETIN.desc()).limit(PAGE + 1).fetch(Published::frozen);
    }

    /** By {@code tenant-uuid}, as every public address is written. */
    Optional<Frozen> find(String slug) {
        if (!SLUG.matcher(slug).matches()) return Optional.empty();
        var cut = slug.indexOf('-');
        return select().where(visible()).and(FROZEN.TENANT.eq(Integer.valueOf(slug.substring(0, cut))))
                .and(FROZEN.BULLETIN.eq(UUID.fromString(slug.substring(cut + 1)))).fetchOptional(Published::frozen);
    }

    /** For the staff, embargoed or not. */
    Optional<Frozen> of(int tenant, UUID bulletin) {
        return select().where(FROZEN.TENANT.eq(tenant), FROZEN.BULLETIN.eq(bulletin)).fetchOptional(Published::frozen);
    }

    /** The one whose digest an entry of this matter carries. */
    Optional<Frozen> noted(MatterId matter, int entry) {
        return select().where(FROZEN.TENANT.eq(matter.tenant()), FROZEN.NOTED.eq(entry), BULLETIN.ROOT.eq(matter.id())).limit(1).fetchOptional(Published::frozen);
    }

    /** Every one that a government ever published, in the order of publication. */
    List<Frozen> all(int tenant) {
        return select().where(FROZEN.TENANT.eq(tenant)).orderBy(FROZEN.PUBLISHED_AT).fetch(Published::frozen);
    }

    /** What stood under the redactions, for the staff. */
    Optional<Content> internal(Bulletin bulletin) {
        return sql.select(FROZEN.INTERNAL).from(FROZEN).where(FROZEN.TENANT.eq(bulletin.tenant()), FROZEN.BULLETIN.eq(bulletin.id()))
                .fetchOptional(r -> Content.read(r.value1()));
    }

    /** The one published last about the same matter, to compare with; the bulletin itself left out. */
    Optional<Frozen> before(Bulletin bulletin) {
        return select().where(FROZEN.TENANT.eq(bulletin.tenant()), BULLETIN.ROOT.eq(bulletin.root()), BULLETIN.ID.ne(bulletin.id()), BULLETIN.STATE.eq("published"))
                .orderBy(FROZEN.PUBLISHED_AT.desc()).limit(1).fetchOptional(Published::frozen);
    }

    /** What a bulletin still to be published says as 上次: the one before that the public can read now. */
    Optional<Frozen> former(Bulletin bulletin) {
        return former(bulletin.tenant(), bulletin.root(), bulletin.id(), clock.instant());
    }

    /** The same as it was when this one was published, whatever was published or withdrawn since. */
    Optional<Frozen> former(Frozen frozen, UUID root) {
        return former(frozen.tenant(), root, frozen.bulletin(), frozen.publishedAt());
    }

    private Optional<Frozen> former(int tenant, UUID root, UUID other, Instant at) {
        return select().where(FROZEN.TENANT.eq(tenant), BULLETIN.ROOT.eq(root), BULLETIN.ID.ne(other), FROZEN.PUBLISHED_AT.lt(at), FROZEN.VISIBLE_FROM.le(at))
                .and(BULLETIN.WITHDRAWN_AT.isNull().or(BULLETIN.WITHDRAWN_AT.gt(at)))
                .orderBy(FROZEN.PUBLISHED_AT.desc(), FROZEN.BULLETIN).limit(1).fetchOptional(Published::frozen);
    }

    private Condition visible() {
        return FROZEN.VISIBLE_FROM.le(clock.instant());
    }

    private SelectOnConditionStep<? extends Record> select() {
        return sql.select(FROZEN.TENANT, FROZEN.BULLETIN, FROZEN.NUMBER, FROZEN.YEAR, FROZEN.NO, FROZEN.TITLE, FROZEN.CONTENT, FROZEN.DIGEST,
                        FROZEN.PUBLISHED_AT, FROZEN.VISIBLE_FROM, FROZEN.NOTED, BULLETIN.WITHDRAWAL, BULLETIN.WITHDRAWN_AT)
                .from(FROZEN).join(BULLETIN).on(BULLETIN.TENANT.eq(FROZEN.TENANT), BULLETIN.ID.eq(FROZEN.BULLETIN));
    }

    private static Frozen frozen(Record r) {
        return new Frozen(r.get(FROZEN.TENANT), r.get(FROZEN.BULLETIN), r.get(FROZEN.NUMBER), r.get(FROZEN.YEAR), r.get(FROZEN.NO), r.get(FROZEN.TITLE),
                r.get(FROZEN.CONTENT), Sm3.hex(r.get(FROZEN.DIGEST)), r.get(FROZEN.PUBLISHED_AT), r.get(FROZEN.VISIBLE_FROM), r.get(FROZEN.NOTED),
                r.get(BULLETIN.WITHDRAWAL), r.get(BULLETIN.WITHDRAWN_AT));
    }
}
