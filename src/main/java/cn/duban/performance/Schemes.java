package cn.duban.performance;

import static cn.duban_db.performance.Tables.OPINION;
import static cn.duban_db.performance.Tables.SCHEME;
import static cn.duban_db.performance.Tables.SCHEME_VERSION;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.ledger.Ledger;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schemes in their versions, and what the appraised said of them. An approved version never changes; the next one is drafted beside it. */
@Component
class Schemes {

    private static final String DRAFTED = "drafted";
    private static final String CONSULTING = "consulting";
    private static final String APPROVED = "approved";

    private final DSLContext sql;
    private final Directories directories;

    Schemes(DSLContext sql, Directories directories) {
        this.sql = sql;
        this.directories = directories;
    }

    /** @param since the first day on which it applies; null before it is approved */
    record Version(UUID scheme, int unit, String name, int version, String state, String text, int revision, int person, String by, Instant at, @Nullable LocalDate opinionsUntil, @Nullable String approvedBy, @Nullable LocalDate since) {

        boolean drafted() {
            return state.equals(DRAFTED);
        }

        boolean consulting() {
            return state.equals(CONSULTING);
        }

        boolean approved() {
            return state.equals(APPROVED);
        }

        /** As it was saved, when it was found to be sound. */
        Scheme read() {
            return Objects.requireNonNull(SchemeReader.read(text).scheme());
        }
    }

    record Opinion(int unit, boolean agrees, String text, String by, Instant at, @Nullable String answer) {}

    /** The latest version of each scheme that this viewer may see. */
    List<Version> list(Viewer viewer) {
        var later = SCHEME_VERSION.as("later");
        return select(viewer).and(notExists(selectOne().from(later).where(later.TENANT.eq(viewer.tenant()), later.SCHEME.eq(SCHEME_VERSION.SCHEME), later.VERSION.gt(SCHEME_VERSION.VERSION)).and(mine(viewer).or(later.STATE.ne(inline(DRAFTED))))))
                .orderBy(SCHEME.NAME, SCHEME.ID).fetch(Schemes::version);
    }

    /** All versions of one scheme, the latest first. */
    List<Version> versions(UUID scheme, Viewer viewer) {
        return select(viewer).and(SCHEME.ID.eq(scheme)).orderBy(SCHEME_VERSION.VERSION.desc()).fetch(Schemes::version);
    }

    Optional<Version> find(UUID scheme, int version, int tenant) {
        return all(noCondition(), tenant).and(SCHEME.ID.eq(scheme)).and(SCHEME_VERSION.VERSION.eq(version)).fetchOptional(Schemes::version);
    }

    /** The one in force on a day. */
    Optional<Version> inForce(UUID scheme, LocalDate day, int tenant) {
        return all(noCondition(), tenant).and(SCHEME.ID.eq(scheme)).and(SCHEME_VERSION.STATE.eq(inline(APPROVED))).and(SCHEME_VERSION.SINCE.le(day)).orderBy(SCHEME_VERSION.SINCE.desc(), SCHEME_VERSION.VERSION.desc()).limit(1).fetchOptional(Schemes::version);
    }

    private SelectConditionStep<Record> select(Viewer viewer) {
        return all(seen(viewer), viewer.tenant());
    }

    private SelectConditionStep<Record> all(Condition sight, int tenant) {
        return sql.select(List.of(SCHEME.ID, SCHEME.UNIT, SCHEME.NAME, SCHEME_VERSION.VERSION, SCHEME_VERSION.STATE, SCHEME_VERSION.TEXT, SCHEME_VERSION.REVISION, SCHEME_VERSION.PERSON, SCHEME_VERSION.POST_NAME, SCHEME_VERSION.PERSON_NAME,
                        SCHEME_VERSION.AT, SCHEME_VERSION.OPINIONS_UNTIL, SCHEME_VERSION.APPROVED_NAME, SCHEME_VERSION.SINCE))
                .from(SCHEME).join(SCHEME_VERSION).on(SCHEME_VERSION.TENANT.eq(SCHEME.TENANT), SCHEME_VERSION.SCHEME.eq(SCHEME.ID)).where(SCHEME.TENANT.eq(tenant), SCHEME_VERSION.TENANT.eq(tenant)).and(sight);
    }

    /** What is being drafted is its author's unit's and of those above it; what is consulted on or in force is everybody's. */
    private Condition seen(Viewer viewer) {
        return SCHEME_VERSION.STATE.ne(inline(DRAFTED)).or(mine(viewer));
    }

    private Condition mine(Viewer viewer) {
        var writes = viewer.has(Duty.SUPERVISE) || viewer.has(Duty.SIGN) || viewer.has(Duty.LEAD);
        return writes ? SCHEME.UNIT.in(directories.of(viewer.tenant()).below(viewer.unit())) : falseCondition();
    }

    private static Version version(Record r) {
        return new Version(r.get(SCHEME.ID), r.get(SCHEME.UNIT), r.get(SCHEME.NAME), r.get(SCHEME_VERSION.VERSION), r.get(SCHEME_VERSION.STATE), r.get(SCHEME_VERSION.TEXT), r.get(SCHEME_VERSION.REVISION), r.get(SCHEME_VERSION.PERSON),
                r.get(SCHEME_VERSION.POST_NAME) + " " + r.get(SCHEME_VERSION.PERSON_NAME), r.get(SCHEME_VERSION.AT), r.get(SCHEME_VERSION.OPINIONS_UNTIL), r.get(SCHEME_VERSION.APPROVED_NAME), r.get(SCHEME_VERSION.SINCE));
    }

    /** @return empty where the unit has a scheme of that name already */
    Optional<UUID> add(String name, String text, Instant now, Viewer author) {
        var id = Ledger.newId();
        var added = sql.insertInto(SCHEME).set(SCHEME.TENANT, author.tenant()).set(SCHEME.ID, id).set(SCHEME.UNIT, author.unit()).set(SCHEME.NAME, name).onConflictDoNothing().execute();
        if (added == 0) return Optional.empty();
        draft(id, 1, text, now, author);
        return Optional.of(id);
    }

    /** Where somebody drafts the same version just now, theirs is the one. */
    void draft(UUID scheme, int version, String text, Instant now, Viewer author) {
        sql.insertInto(SCHEME_VERSION).set(SCHEME_VERSION.TENANT, author.tenant()).set(SCHEME_VERSION.SCHEME, scheme).set(SCHEME_VERSION.VERSION, version).set(SCHEME_VERSION.STATE, DRAFTED).set(SCHEME_VERSION.TEXT, text)
                .set(SCHEME_VERSION.REVISION, 1).set(SCHEME_VERSION.PERSON, author.person()).set(SCHEME_VERSION.PERSON_NAME, author.personName()).set(SCHEME_VERSION.POST_NAME, author.postName()).set(SCHEME_VERSION.AT, now)
                .onConflictDoNothing().execute();
    }

    /** Back to a draft where it was consulted on: what is said of other words counts no more. @return false where somebody else saved since */
    boolean save(Version was, int seen, String text, Instant now, Viewer author) {
        var saved = sql.update(SCHEME_VERSION).set(SCHEME_VERSION.TEXT, text).set(SCHEME_VERSION.STATE, DRAFTED).setNull(SCHEME_VERSION.OPINIONS_UNTIL).set(SCHEME_VERSION.REVISION, seen + 1)
                .set(SCHEME_VERSION.PERSON, author.person()).set(SCHEME_VERSION.PERSON_NAME, author.personName()).set(SCHEME_VERSION.POST_NAME, author.postName()).set(SCHEME_VERSION.AT, now)
                .where(these(was, author.tenant()), SCHEME_VERSION.STATE.ne(APPROVED), SCHEME_VERSION.REVISION.eq(seen)).execute();
        if (saved == 0) return false;
        sql.deleteFrom(OPINION).where(OPINION.TENANT.eq(author.tenant()), OPINION.SCHEME.eq(was.scheme()), OPINION.VERSION.eq(was.version())).execute();
        return true;
    }

    boolean consult(Version was, LocalDate until, Viewer viewer) {
        return sql.update(SCHEME_VERSION).set(SCHEME_VERSION.STATE, CONSULTING).set(SCHEME_VERSION.OPINIONS_UNTIL, until).where(these(was, viewer.tenant()), SCHEME_VERSION.STATE.eq(DRAFTED), SCHEME_VERSION.REVISION.eq(was.revision())).execute() == 1;
    }

    boolean approve(Version was, LocalDate since, Instant now, Viewer viewer) {
        return sql.update(SCHEME_VERSION).set(SCHEME_VERSION.STATE, APPROVED).set(SCHEME_VERSION.SINCE, since).set(SCHEME_VERSION.APPROVED_AT, now).set(SCHEME_VERSION.APPROVED_BY, viewer.person())
                .set(SCHEME_VERSION.APPROVED_NAME, viewer.postName() + " " + viewer.personName()).where(these(was, viewer.tenant()), SCHEME_VERSION.STATE.eq(CONSULTING), SCHEME_VERSION.REVISION.eq(was.revision())).execute() == 1;
    }

    List<Opinion> opinions(Version version, int tenant) {
        return sql.select(OPINION.UNIT, OPINION.AGREES, OPINION.TEXT, OPINION.POST_NAME, OPINION.PERSON_NAME, OPINION.AT, OPINION.ANSWER).from(OPINION)
                .where(OPINION.TENANT.eq(tenant), OPINION.SCHEME.eq(version.scheme()), OPINION.VERSION.eq(version.version())).orderBy(OPINION.AT)
                .fetch(r -> new Opinion(r.value1(), r.value2(), r.value3(), r.value4() + " " + r.value5(), r.value6(), r.value7()));
    }

    /** A unit's later word replaces its earlier one. */
    void opine(Version version, int unit, boolean agrees, String text, Instant now, Viewer viewer) {
        sql.insertInto(OPINION).set(OPINION.TENANT, viewer.tenant()).set(OPINION.SCHEME, version.scheme()).set(OPINION.VERSION, version.version()).set(OPINION.UNIT, unit).set(OPINION.AGREES, agrees).set(OPINION.TEXT, text)
                .set(OPINION.PERSON_NAME, viewer.personName()).set(OPINION.POST_NAME, viewer.postName()).set(OPINION.AT, now)
                .onConflict(OPINION.TENANT, OPINION.SCHEME, OPINION.VERSION, OPINION.UNIT).doUpdate().set(OPINION.AGREES, agrees).set(OPINION.TEXT, text).set(OPINION.PERSON_NAME, viewer.personName()).set(OPINION.POST_NAME, viewer.postName())
                .set(OPINION.AT, now).setNull(OPINION.ANSWER).execute();
    }

    void answer(Version version, int unit, String answer, Viewer viewer) {
        sql.update(OPINION).set(OPINION.ANSWER, answer).where(OPINION.TENANT.eq(viewer.tenant()), OPINION.SCHEME.eq(version.scheme()), OPINION.VERSION.eq(version.version()), OPINION.UNIT.eq(unit)).execute();
    }

    private static Condition these(Version was, int tenant) {
        return SCHEME_VERSION.TENANT.eq(tenant).and(SCHEME_VERSION.SCHEME.eq(was.scheme())).and(SCHEME_VERSION.VERSION.eq(was.version()));
    }
}
