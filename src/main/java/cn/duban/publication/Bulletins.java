package cn.duban.publication;

import static cn.duban_db.publication.Tables.BULLETIN;
import static cn.duban_db.publication.Tables.COUNTED;
import static cn.duban_db.publication.Tables.FROZEN;
import static cn.duban_db.publication.Tables.REDACTION;
import static cn.duban_db.publication.Tables.STEP;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.crypto.Sm3;
import cn.duban.publication.Bulletin.State;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Bulletins on their way: rows, redactions and steps. What a viewer may not see is not found. */
@Component
class Bulletins {

    /** Steps by which somebody becomes a writer, who may neither approve nor publish. */
    private static final List<String> WRITING = List.of("draft", "save", "refresh", "redact", "unredact");

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Clock clock;

    Bulletins(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The issuing unit's supervisors and, of it and the units below theirs, those who sign. */
    static Condition seen(Viewer viewer, Directory directory) {
        Condition any = falseCondition();
        if (viewer.has(Duty.SUPERVISE)) any = any.or(BULLETIN.UNIT.eq(viewer.unit()));
        if (viewer.has(Duty.SIGN)) any = any.or(BULLETIN.UNIT.in(directory.below(viewer.unit())));
        return BULLETIN.TENANT.eq(viewer.tenant()).and(any);
    }

    List<BulletinRow> list(Viewer viewer, Directory directory) {
        return rows(seen(viewer, directory));
    }

    /** Those that wait for this viewer's approval or publication; what they wrote on waits for somebody else. */
    List<BulletinRow> awaiting(Viewer viewer, Directory directory) {
        return rows(waitingFor(viewer, directory));
    }

    int waiting(Viewer viewer, Directory directory) {
        return sql.fetchCount(BULLETIN, waitingFor(viewer, directory));
    }

    private static Condition waitingFor(Viewer viewer, Directory directory) {
        return seen(viewer, directory).and(BULLETIN.STATE.in("in_review", "approved"))
                .andNotExists(selectOne().from(STEP).where(STEP.TENANT.eq(BULLETIN.TENANT), STEP.BULLETIN.eq(BULLETIN.ID), STEP.PERSON.eq(viewer.person()), STEP.ACT.in(WRITING)));
    }

    private List<BulletinRow> rows(Condition which) {
        return sql.select(BULLETIN.ID, BULLETIN.TITLE, BULLETIN.STATE, BULLETIN.AS_OF, FROZEN.NUMBER, FROZEN.PUBLISHED_AT, FROZEN.VISIBLE_FROM)
                .from(BULLETIN).leftJoin(FROZEN).on(FROZEN.TENANT.eq(BULLETIN.TENANT), FROZEN.BULLETIN.eq(BULLETIN.ID))
                .where(which).orderBy(BULLETIN.DRAFTED_AT.desc(), BULLETIN.ID).limit(200)
                .fetch(r -> new BulletinRow(r.value1(), r.value2(), state(r.value3()), r.value4(), r.value5(), r.value6(), r.value7()));
    }

    Optional<Bulletin> find(UUID id, Viewer viewer, Directory directory) {
        return one(BULLETIN.ID.eq(id).and(seen(viewer, directory)));
    }

    Optional<Bulletin> find(int tenant, UUID id) {
        return one(BULLETIN.TENANT.eq(tenant).and(BULLETIN.ID.eq(id)));
    }

    private Optional<Bulletin> one(Condition which) {
        Field<List<Integer>> writers = multiset(selectDistinct(STEP.PERSON).from(STEP)
                .where(STEP.TENANT.eq(BULLETIN.TENANT), STEP.BULLETIN.eq(BULLETIN.ID), STEP.ACT.in(WRITING))).convertFrom(r -> r.map(x -> x.value1()));
        return sql.select(BULLETIN.ID, BULLETIN.TENANT, BULLETIN.UNIT, BULLETIN.ROOT, BULLETIN.ROOT_TYPE, BULLETIN.STATE, BULLETIN.TITLE, BULLETIN.TEXTS,
                        BULLETIN.AS_OF, BULLETIN.EMBARGO, BULLETIN.APPROVED, BULLETIN.VERSION, BULLETIN.WITHDRAWAL, writers, BULLETIN.TEMPLATE, BULLETIN.TEMPLATE_VERSION)
                .from(BULLETIN).where(which)
                .fetchOptional(r -> new Bulletin(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), state(r.value6()), r.value7(),
                        JSON.readValue(r.value8().data(), TEXTS), r.value9(), r.value10(),
                        r.value11() == null ? null : Sm3.hex(r.value11()), r.value12(), r.value13(), new HashSet<>(r.value14()), r.value15() == null ? null : new Template.Ref(r.value15(), r.value16())));
    }

    /** The version of every matter that a published bulletin was counted from; empty before publication. */
    Map<UUID, Integer> counted(Bulletin bulletin) {
        return sql.select(COUNTED.MATTER, COUNTED.VERSION).from(COUNTED)
                .where(COUNTED.TENANT.eq(bulletin.tenant()), COUNTED.BULLETIN.eq(bulletin.id())).fetchMap(COUNTED.MATTER, COUNTED.VERSION);
    }

    List<Redaction> redactions(Bulletin bulletin) {
        return sql.select(REDACTION.NO, REDACTION.PART, REDACTION.WORDS, REDACTION.REASON, REDACTION.NAME, REDACTION.AT).from(REDACTION)
                .where(REDACTION.TENANT.eq(bulletin.tenant()), REDACTION.BULLETIN.eq(bulletin.id())).orderBy(REDACTION.NO)
                .fetch(mapping(Redaction::new));
    }

    List<Step> steps(Bulletin bulletin) {
        return sql.select(STEP.ACT, STEP.AT, STEP.PERSON_NAME, STEP.POST_NAME, STEP.UNIT_NAME, STEP.NOTE).from(STEP)
                .where(STEP.TENANT.eq(bulletin.tenant()), STEP.BULLETIN.eq(bulletin.id())).orderBy(STEP.NO.desc())
                .fetch(mapping(Step::new));
    }

    void insert(Bulletin b, Viewer viewer) {
        sql.insertInto(BULLETIN).set(BULLETIN.TENANT, b.tenant()).set(BULLETIN.ID, b.id()).set(BULLETIN.UNIT, b.unit()).set(BULLETIN.ROOT, b.root())
                .set(BULLETIN.ROOT_TYPE, b.rootType()).set(BULLETIN.STATE, name(b.state())).set(BULLETIN.TITLE, b.title())
                .set(BULLETIN.TEXTS, json(b.texts())).set(BULLETIN.AS_OF, b.asOf()).set(BULLETIN.DRAFTED_BY, viewer.person())
                .set(BULLETIN.DRAFTED_AT, now()).set(BULLETIN.TEMPLATE, b.template() == null ? null : b.template().no())
                .set(BULLETIN.TEMPLATE_VERSION, b.template() == null ? null : b.template().version()).set(BULLETIN.VERSION, 1).execute();
    }

    /** Everything that may change before publication, in one statement; the slower of two is told. */
    void update(Bulletin was, Bulletin is) {
        var changed = sql.update(BULLETIN).set(BULLETIN.STATE, name(is.state())).set(BULLETIN.TITLE, is.title()).set(BULLETIN.TEXTS, json(is.texts()))
                .set(BULLETIN.AS_OF, is.asOf()).set(BULLETIN.EMBARGO, is.embargo())
                .set(BULLETIN.APPROVED, is.approved() == null ? null : Sm3.parse(is.approved()))
                .set(BULLETIN.WITHDRAWAL, is.withdrawal()).set(BULLETIN.WITHDRAWN_AT, is.withdrawal() == null ? null : now())
                .set(BULLETIN.VERSION, was.version() + 1)
                .where(BULLETIN.TENANT.eq(was.tenant()), BULLETIN.ID.eq(was.id()), BULLETIN.VERSION.eq(was.version())).execute();
        if (changed == 0) throw Conflict.of(was);
    }

    void redact(Bulletin b, @Nullable String part, @Nullable String words, String reason, Viewer viewer) {
        sql.insertInto(REDACTION).set(REDACTION.TENANT, b.tenant()).set(REDACTION.BULLETIN, b.id())
                .set(REDACTION.NO, select(coalesce(max(REDACTION.NO), 0).plus(1)).from(REDACTION).where(REDACTION.TENANT.eq(b.tenant()), REDACTION.BULLETIN.eq(b.id())))
                .set(REDACTION.PART, part).set(REDACTION.WORDS, words).set(REDACTION.REASON, reason)
                .set(REDACTION.PERSON, viewer.person()).set(REDACTION.NAME, viewer.personName()).set(REDACTION.AT, now()).execute();
    }

    void uncover(Bulletin b, int no) {
        sql.deleteFrom(REDACTION).where(REDACTION.TENANT.eq(b.tenant()), REDACTION.BULLETIN.eq(b.id()), REDACTION.NO.eq(no)).execute();
    }

    void step(Bulletin b, String act, String note, Viewer viewer) {
        sql.insertInto(STEP).set(STEP.TENANT, b.tenant()).set(STEP.BULLETIN, b.id())
                .set(STEP.NO, select(coalesce(max(STEP.NO), 0).plus(1)).from(STEP).where(STEP.TENANT.eq(b.tenant()), STEP.BULLETIN.eq(b.id())))
                .set(STEP.ACT, act).set(STEP.AT, now()).set(STEP.PERSON, viewer.person()).set(STEP.PERSON_NAME, viewer.personName())
                .set(STEP.POST_NAME, viewer.postName()).set(STEP.UNIT_NAME, viewer.unitName()).set(STEP.NOTE, note).execute();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static JSONB json(Map<String, String> texts) {
        return JSONB.valueOf(JSON.writeValueAsString(texts));
    }

    private static State state(String name) {
        return State.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
