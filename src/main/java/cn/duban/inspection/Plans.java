package cn.duban.inspection;

import static cn.duban_db.inspection.Tables.DECLARATION;
import static cn.duban_db.inspection.Tables.MEMBER;
import static cn.duban_db.inspection.Tables.INSPECTED;
import static cn.duban_db.inspection.Tables.PLAN;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.inspection.Declaration.State;
import cn.duban.ledger.Ledger;
import cn.duban.units.Directories;
import cn.duban.units.Post;
import cn.duban.units.Unit;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plans of all years, as far as the viewer may see them: whoever supervises or leads the government all of it, a unit its own, a team what it goes to; nobody what is to surprise them. */
@Component
public class Plans {

    static final int MOST = 1000;

    private static final Field<List<Integer>> OBJECTS = multiset(select(INSPECTED.UNIT).from(INSPECTED).where(INSPECTED.TENANT.eq(DECLARATION.TENANT), INSPECTED.DECLARATION.eq(DECLARATION.ID)).orderBy(INSPECTED.UNIT))
            .convertFrom(rows -> rows.map(row -> row.value1())).as("objects");

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;

    Plans(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    public Optional<Declaration> find(UUID id, Viewer viewer) {
        return sql.select(columns()).from(DECLARATION).where(DECLARATION.ID.eq(id)).and(seen(viewer)).fetchOptional(Plans::declaration);
    }

    /** What became of one, from the matter that it is. */
    public Optional<Declaration> of(UUID matter, Viewer viewer) {
        return sql.select(columns()).from(DECLARATION).where(DECLARATION.MATTER.eq(matter)).and(seen(viewer)).fetchOptional(Plans::declaration);
    }

    public List<Declaration> list(PlanQuery query, Viewer viewer) {
        return sql.select(columns()).from(DECLARATION).where(asked(query)).and(seen(viewer)).orderBy(DECLARATION.FIRST_DAY, DECLARATION.ID).limit(MOST).fetch(Plans::declaration);
    }

    private static Condition asked(PlanQuery query) {
        var from = query.first();
        var to = query.last();
        return DSL.and(query.year() == null ? noCondition() : DECLARATION.YEAR.eq(query.year()), from == null ? noCondition() : DECLARATION.LAST_DAY.ge(from), to == null ? noCondition() : DECLARATION.FIRST_DAY.le(to),
                query.state() == null ? DECLARATION.STATE.ne(State.WITHDRAWN.word()) : DECLARATION.STATE.eq(query.state().word()), query.unit() == null ? noCondition() : inspected(INSPECTED.UNIT.eq(query.unit())));
    }

    private static Condition inspected(Condition which) {
        return exists(selectOne().from(INSPECTED).where(INSPECTED.TENANT.eq(DECLARATION.TENANT), INSPECTED.DECLARATION.eq(DECLARATION.ID), which));
    }

    /** What some are called, as far as the viewer may know. */
    public Map<UUID, String> titles(Collection<UUID> some, Viewer viewer) {
        return sql.select(DECLARATION.ID, DECLARATION.TITLE).from(DECLARATION).where(DECLARATION.ID.in(some)).and(seen(viewer)).fetchMap(DECLARATION.ID, DECLARATION.TITLE);
    }

    /** Approved ones that a visit may belong to, the nearest first. */
    public List<Declaration> approved(Viewer viewer) {
        return sql.select(columns()).from(DECLARATION).where(DECLARATION.STATE.eq(State.APPROVED.word())).and(seen(viewer)).orderBy(DECLARATION.FIRST_DAY.desc(), DECLARATION.ID).limit(100).fetch(Plans::declaration);
    }

    /** All that counts, whoever may see it: what is too near is too near, also where nobody is told what it is. */
    List<Declaration> counting(int tenant) {
        return sql.select(columns()).from(DECLARATION).where(DECLARATION.TENANT.eq(tenant), DECLARATION.STATE.in(State.DECLARED.word(), State.APPROVED.word())).orderBy(DECLARATION.FIRST_DAY, DECLARATION.ID).fetch(Plans::declaration);
    }

    /** What waits for this supervisor's decision: not what they declared themselves. */
    int waiting(Viewer viewer) {
        return viewer.has(Duty.SUPERVISE) ? sql.fetchCount(DECLARATION, seen(viewer).and(DECLARATION.STATE.eq("declared")).and(DECLARATION.ENTERED_BY.ne(viewer.person()))) : 0;
    }

    /** What this person was drawn for and is not over. */
    List<Declaration> drawnFor(Viewer viewer) {
        return sql.select(columns()).from(DECLARATION).where(DECLARATION.TENANT.eq(viewer.tenant()), DECLARATION.LAST_DAY.ge(directories.of(viewer.tenant()).today()), exists(selectOne().from(MEMBER)
                .where(MEMBER.TENANT.eq(viewer.tenant()), MEMBER.DECLARATION.eq(DECLARATION.ID), MEMBER.PERSON.eq(viewer.person()), MEMBER.UNTIL.isNull()))).orderBy(DECLARATION.FIRST_DAY, DECLARATION.ID).fetch(Plans::declaration);
    }

    /** Whether the viewer oversees the plan as a whole. */
    public boolean oversees(Viewer viewer) {
        return viewer.has(Duty.SUPERVISE) || viewer.has(Duty.LEAD) && viewer.unit() == directories.of(viewer.tenant()).root().id();
    }

    /** The viewer's unit and those above it, the governments left out. */
    private List<Integer> own(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return directory.lineage(viewer.unit()).stream().filter(unit -> unit == viewer.unit() || directory.unit(unit).filter(u -> u.kind() == Unit.Kind.GOVERNMENT || u.kind() == Unit.Kind.DISTRICT).isEmpty()).toList();
    }

    private Condition seen(Viewer viewer) {
        var here = DECLARATION.TENANT.eq(viewer.tenant());
        var went = exists(selectOne().from(MEMBER).where(MEMBER.TENANT.eq(viewer.tenant()), MEMBER.DECLARATION.eq(DECLARATION.ID), MEMBER.PERSON.eq(viewer.person()), MEMBER.UNTIL.isNull()));
        var surprised = condition(DECLARATION.UNANNOUNCED).and(inspected(INSPECTED.UNIT.in(around(viewer))));
        if (oversees(viewer)) return here.and(not(surprised).or(went));
        var own = own(viewer);
        var works = viewer.has(Duty.REGISTRY) || viewer.has(Duty.HANDLE) || viewer.has(Duty.REVIEW) || viewer.has(Duty.SIGN);
        var ours = works ? DECLARATION.UNIT.in(own).or(DECLARATION.ENTERED_UNIT.in(own)).or(arrayOverlap(DECLARATION.JOINING, own.toArray(Integer[]::new))) : falseCondition();
        return here.and(ours.and(not(surprised)).or(went));
    }

    /** Units of which the person is one, by whichever post they look: whoever is to be surprised reads nothing of it in another of their posts either. */
    private Set<Integer> around(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return Stream.concat(Stream.of(viewer.unit()), directory.postsOf(viewer.person()).stream().map(Post::unit)).flatMap(unit -> directory.lineage(unit).stream()).collect(Collectors.toSet());
    }

    /** The same for a row that names its inspection, of the viewer's own government. */
    public Condition seen(Field<UUID> declaration, Viewer viewer) {
        return exists(selectOne().from(DECLARATION).where(DECLARATION.ID.eq(declaration)).and(seen(viewer)));
    }

    @Transactional
    public UUID declare(Declaration one) {
        sql.insertInto(DECLARATION).set(DECLARATION.TENANT, one.tenant()).set(DECLARATION.ID, one.id()).set(DECLARATION.YEAR, one.year()).set(DECLARATION.TITLE, one.title()).set(DECLARATION.BASIS, one.basis())
                .set(DECLARATION.KIND, one.kind().word()).set(DECLARATION.METHODS, one.methods().stream().map(InspectionMethod::word).toArray(String[]::new)).set(DECLARATION.SCOPE, one.scope())
                .set(DECLARATION.FIRST_DAY, one.first()).set(DECLARATION.LAST_DAY, one.last()).set(DECLARATION.DAYS, one.days()).set(DECLARATION.UNIT, one.unit()).set(DECLARATION.JOINING, one.joining().toArray(Integer[]::new))
                .set(DECLARATION.UNANNOUNCED, one.unannounced()).set(DECLARATION.DECISION, one.decision()).set(DECLARATION.STATE, one.state().word()).set(DECLARATION.VERSION, one.version())
                .set(DECLARATION.ENTERED_BY, one.enteredBy()).set(DECLARATION.ENTERED_UNIT, one.enteredUnit()).set(DECLARATION.ENTERED_NAME, one.enteredName()).set(DECLARATION.ENTERED_AT, one.enteredAt()).execute();
        objects(one.tenant(), one.id(), one.objects());
        return one.id();
    }

    void objects(int tenant, UUID id, List<Integer> units) {
        var insert = sql.insertInto(INSPECTED, INSPECTED.TENANT, INSPECTED.DECLARATION, INSPECTED.UNIT);
        units.stream().distinct().forEach(unit -> insert.values(tenant, id, unit));
        insert.onConflictDoNothing().execute();
    }

    /** @param approved the matter that it became @param into what it was merged into */
    void decide(Declaration was, State state, @Nullable String reason, @Nullable UUID approved, @Nullable UUID into, Viewer viewer) {
        var done = sql.update(DECLARATION).set(DECLARATION.STATE, state.word()).set(DECLARATION.REASON, reason).set(DECLARATION.MATTER, approved).set(DECLARATION.MERGED_INTO, into).set(DECLARATION.VERSION, was.version() + 1)
                .set(DECLARATION.DECIDED_BY, viewer.person()).set(DECLARATION.DECIDED_NAME, viewer.unitName() + " " + viewer.personName()).set(DECLARATION.DECIDED_AT, now())
                .where(DECLARATION.TENANT.eq(was.tenant()), DECLARATION.ID.eq(was.id()), DECLARATION.VERSION.eq(was.version()), DECLARATION.STATE.eq(State.DECLARED.word())).execute();
        if (done == 0) throw changed();
    }

    /** What takes another in changes too: whoever decides on it reads it once more. */
    void touch(Declaration was) {
        var done = sql.update(DECLARATION).set(DECLARATION.VERSION, was.version() + 1).where(DECLARATION.TENANT.eq(was.tenant()), DECLARATION.ID.eq(was.id()), DECLARATION.VERSION.eq(was.version())).execute();
        if (done == 0) throw changed();
    }

    static Refused changed() {
        return Refused.conflict("inspection.changed", Words.say("inspection.changed"), Words.say("inspection.changed.next"));
    }

    /** When the plan of a year was issued; nothing of it is meant to be declared afterwards. */
    public record Issued(Instant at, String by) {}

    Optional<Issued> issued(int tenant, int year) {
        return sql.select(PLAN.ISSUED_AT, PLAN.ISSUED_NAME).from(PLAN).where(PLAN.TENANT.eq(tenant), PLAN.YEAR.eq(year)).fetchOptional(r -> new Issued(r.value1(), r.value2()));
    }

    void issue(int year, Viewer viewer) {
        sql.insertInto(PLAN).set(PLAN.TENANT, viewer.tenant()).set(PLAN.YEAR, year).set(PLAN.ISSUED_AT, now()).set(PLAN.ISSUED_BY, viewer.person()).set(PLAN.ISSUED_NAME, viewer.unitName() + " " + viewer.personName())
                .onConflictDoNothing().execute();
    }

    Instant now() {
        return clock.instant();
    }

    static UUID newId() {
        return Ledger.newId();
    }

    private static List<SelectField<?>> columns() {
        var all = new ArrayList<SelectField<?>>(List.of(DECLARATION.fields()));
        all.add(OBJECTS);
        return all;
    }

    private static Declaration declaration(Record r) {
        var d = r.into(DECLARATION);
        return new Declaration(d.getTenant(), d.getId(), d.getYear(), d.getTitle(), d.getBasis(), InspectionKind.of(d.getKind()).orElseThrow(), Arrays.stream(d.getMethods()).flatMap(word -> InspectionMethod.of(word).stream()).toList(), d.getScope(),
                d.getFirstDay(), d.getLastDay(), d.getDays(), d.getUnit(), List.of(d.getJoining()), r.get(OBJECTS), d.getUnannounced(), d.getDecision(), State.valueOf(d.getState().toUpperCase(Locale.ROOT)), d.getReason(), d.getMergedInto(), d.getMatter(), d.getVersion(),
                d.getEnteredBy(), d.getEnteredUnit(), d.getEnteredName(), d.getEnteredAt(), d.getDecidedName(), d.getDecidedAt());
    }
}
