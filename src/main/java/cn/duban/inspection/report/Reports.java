package cn.duban.inspection.report;

import static cn.duban_db.inspection.Tables.REPORT;
import static cn.duban_db.inspection.Tables.REPORT_CHECK;
import static cn.duban_db.inspection.Tables.REPORT_FIGURE;
import static cn.duban_db.inspection.Tables.REPORT_STEP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.inspection.report.Report.Answer;
import cn.duban.inspection.report.Report.Check;
import cn.duban.inspection.report.Report.Figure;
import cn.duban.inspection.report.Report.State;
import cn.duban.inspection.report.Report.Step;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
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
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports of the supervisors around the viewer; and, for a source unit, the figures that it is asked for and nothing else. */
@Component
class Reports {

    private static final Field<List<Figure>> FIGURES = multiset(select(REPORT_FIGURE.NAME, REPORT_FIGURE.VALUE, REPORT_FIGURE.UNIT, REPORT_FIGURE.SOURCE, REPORT_FIGURE.BOUND, REPORT_FIGURE.REVISION, REPORT_FIGURE.STATE, REPORT_FIGURE.SAID, REPORT_FIGURE.BY_PERSON, REPORT_FIGURE.BY_NAME, REPORT_FIGURE.AT).from(REPORT_FIGURE)
            .where(REPORT_FIGURE.TENANT.eq(REPORT.TENANT), REPORT_FIGURE.REPORT.eq(REPORT.ID)).orderBy(REPORT_FIGURE.NAME))
            .convertFrom(rows -> rows.map(r -> new Figure(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), Answer.valueOf(r.value7().toUpperCase(Locale.ROOT)), r.value8(), r.value9(), r.value10(), r.value11()))).as("figures");
    private static final Field<List<Check>> CHECKS = multiset(select(REPORT_CHECK.REVISION, REPORT_CHECK.PERSON, REPORT_CHECK.NAME, REPORT_CHECK.AT).from(REPORT_CHECK).where(REPORT_CHECK.TENANT.eq(REPORT.TENANT), REPORT_CHECK.REPORT.eq(REPORT.ID)).orderBy(REPORT_CHECK.AT))
            .convertFrom(rows -> rows.map(r -> new Check(r.value1(), r.value2(), r.value3(), r.value4()))).as("checks");
    private static final Field<List<Step>> STEPS = multiset(select(REPORT_STEP.NO, REPORT_STEP.WHAT, REPORT_STEP.WORDS, REPORT_STEP.NAME, REPORT_STEP.AT).from(REPORT_STEP).where(REPORT_STEP.TENANT.eq(REPORT.TENANT), REPORT_STEP.REPORT.eq(REPORT.ID)).orderBy(REPORT_STEP.NO.desc()))
            .convertFrom(rows -> rows.map(r -> new Step(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()))).as("steps");

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;

    Reports(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    Optional<Report> find(UUID id, Viewer viewer) {
        return fetch(REPORT.ID.eq(id).and(seen(viewer))).stream().findFirst();
    }

    List<Report> list(Viewer viewer) {
        return fetch(seen(viewer));
    }

    List<Report> of(UUID declaration, Viewer viewer) {
        return fetch(REPORT.DECLARATION.eq(declaration).and(seen(viewer)));
    }

    /** With figures that the viewer's unit is asked for, or answered. */
    List<Report> asking(Viewer viewer) {
        return answering(viewer).isEmpty() ? List.of() : fetch(REPORT.TENANT.eq(viewer.tenant()).and(REPORT.ID.in(select(REPORT_FIGURE.REPORT).from(REPORT_FIGURE).where(REPORT_FIGURE.TENANT.eq(viewer.tenant()), REPORT_FIGURE.UNIT.in(answering(viewer))))));
    }

    /** How many figures wait for the viewer's unit. */
    int asked(Viewer viewer) {
        var units = answering(viewer);
        return units.isEmpty() ? 0 : sql.fetchCount(REPORT_FIGURE, REPORT_FIGURE.TENANT.eq(viewer.tenant()).and(REPORT_FIGURE.STATE.eq(inline("asked"))).and(REPORT_FIGURE.UNIT.in(units)));
    }

    /** Whether a report asks the viewer's unit for anything. */
    Condition asks(Field<UUID> report, Viewer viewer) {
        return exists(selectOne().from(REPORT_FIGURE).where(REPORT_FIGURE.TENANT.eq(viewer.tenant()), REPORT_FIGURE.REPORT.eq(report), REPORT_FIGURE.UNIT.in(answering(viewer))));
    }

    /** What those of some reports are called that ask the viewer's unit for anything. */
    Map<UUID, String> titles(Collection<UUID> some, Viewer viewer) {
        return sql.select(REPORT.ID, REPORT.TITLE).from(REPORT).where(REPORT.TENANT.eq(viewer.tenant()), REPORT.ID.in(some), asks(REPORT.ID, viewer)).fetchMap(REPORT.ID, REPORT.TITLE);
    }

    /** Units for which the viewer may answer: their own and those above, the government left out. */
    List<Integer> answering(Viewer viewer) {
        if (Stream.of(Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN).noneMatch(viewer::has)) return List.of();
        var directory = directories.of(viewer.tenant());
        return directory.lineage(viewer.unit()).stream().filter(unit -> unit != directory.root().id() || unit == viewer.unit()).toList();
    }

    private Condition seen(Viewer viewer) {
        return REPORT.TENANT.eq(viewer.tenant()).and(viewer.has(Duty.SUPERVISE) ? REPORT.UNIT.in(directories.of(viewer.tenant()).below(viewer.unit())) : viewer.has(Duty.LEAD) ? REPORT.STATE.eq("submitted").and(REPORT.UNIT.in(directories.of(viewer.tenant()).below(viewer.unit()))) : falseCondition());
    }

    void insert(UUID id, @Nullable UUID declaration, String addressee, String title, String text, Viewer viewer) {
        sql.insertInto(REPORT).set(REPORT.TENANT, viewer.tenant()).set(REPORT.ID, id).set(REPORT.DECLARATION, declaration).set(REPORT.ADDRESSEE, addressee).set(REPORT.TITLE, title).set(REPORT.TEXT, text).set(REPORT.UNIT, viewer.unit())
                .set(REPORT.WRITERS, new Integer[] {viewer.person()}).set(REPORT.REVISION, 1).set(REPORT.STATE, "drafted").set(REPORT.BEGUN_NAME, name(viewer)).set(REPORT.BEGUN_AT, now()).execute();
    }

    /** Whoever changes it is one of its writers from then on; what was checked, or vouched for, was another revision. */
    void change(Report was, String addressee, String title, String text, boolean vouched, Viewer viewer) {
        var writers = Stream.concat(was.writers().stream(), Stream.of(viewer.person())).distinct().toArray(Integer[]::new);
        var done = sql.update(REPORT).set(REPORT.ADDRESSEE, addressee).set(REPORT.TITLE, title).set(REPORT.TEXT, text).set(REPORT.VOUCHED, vouched).set(REPORT.WRITERS, writers).set(REPORT.REVISION, was.revision() + 1)
                .where(REPORT.TENANT.eq(was.tenant()), REPORT.ID.eq(was.id()), REPORT.REVISION.eq(was.revision()), REPORT.STATE.eq("drafted")).execute();
        if (done == 0) throw changed();
    }

    void put(Report report, Figure figure) {
        sql.insertInto(REPORT_FIGURE).set(REPORT_FIGURE.TENANT, report.tenant()).set(REPORT_FIGURE.REPORT, report.id()).set(REPORT_FIGURE.NAME, figure.name()).set(REPORT_FIGURE.VALUE, figure.value()).set(REPORT_FIGURE.UNIT, figure.unit()).set(REPORT_FIGURE.SOURCE, figure.source())
                .set(REPORT_FIGURE.BOUND, figure.bound()).set(REPORT_FIGURE.REVISION, figure.revision()).set(REPORT_FIGURE.STATE, figure.state().name().toLowerCase(Locale.ROOT)).set(REPORT_FIGURE.SAID, figure.said()).set(REPORT_FIGURE.BY_PERSON, figure.byPerson()).set(REPORT_FIGURE.BY_NAME, figure.byName()).set(REPORT_FIGURE.AT, figure.at())
                .onConflict(REPORT_FIGURE.TENANT, REPORT_FIGURE.REPORT, REPORT_FIGURE.NAME).doUpdate().set(REPORT_FIGURE.VALUE, figure.value()).set(REPORT_FIGURE.UNIT, figure.unit()).set(REPORT_FIGURE.SOURCE, figure.source()).set(REPORT_FIGURE.BOUND, figure.bound()).set(REPORT_FIGURE.REVISION, figure.revision())
                .set(REPORT_FIGURE.STATE, figure.state().name().toLowerCase(Locale.ROOT)).set(REPORT_FIGURE.SAID, figure.said()).set(REPORT_FIGURE.BY_PERSON, figure.byPerson()).set(REPORT_FIGURE.BY_NAME, figure.byName()).set(REPORT_FIGURE.AT, figure.at()).execute();
    }

    /** Only to the revision that was asked: what changed meanwhile is asked anew. */
    void answer(Report report, Figure was, Answer answer, @Nullable String said, Viewer viewer) {
        var done = sql.update(REPORT_FIGURE).set(REPORT_FIGURE.STATE, answer.name().toLowerCase(Locale.ROOT)).set(REPORT_FIGURE.SAID, said).set(REPORT_FIGURE.BY_PERSON, viewer.person()).set(REPORT_FIGURE.BY_NAME, name(viewer)).set(REPORT_FIGURE.AT, now())
                .where(REPORT_FIGURE.TENANT.eq(report.tenant()), REPORT_FIGURE.REPORT.eq(report.id()), REPORT_FIGURE.NAME.eq(was.name()), REPORT_FIGURE.REVISION.eq(was.revision())).execute();
        if (done == 0) throw changed();
    }

    void drop(Report report, String name) {
        sql.deleteFrom(REPORT_FIGURE).where(REPORT_FIGURE.TENANT.eq(report.tenant()), REPORT_FIGURE.REPORT.eq(report.id()), REPORT_FIGURE.NAME.eq(name)).execute();
    }

    void check(Report report, Viewer viewer) {
        sql.insertInto(REPORT_CHECK).set(REPORT_CHECK.TENANT, report.tenant()).set(REPORT_CHECK.REPORT, report.id()).set(REPORT_CHECK.REVISION, report.revision()).set(REPORT_CHECK.PERSON, viewer.person()).set(REPORT_CHECK.NAME, name(viewer)).set(REPORT_CHECK.AT, now()).onConflictDoNothing().execute();
    }

    void submit(Report was, String frozen, byte[] digest, Viewer viewer) {
        var done = sql.update(REPORT).set(REPORT.STATE, "submitted").set(REPORT.SUBMITTED_NAME, name(viewer)).set(REPORT.SUBMITTED_AT, now()).set(REPORT.FROZEN, frozen).set(REPORT.DIGEST, digest)
                .where(REPORT.TENANT.eq(was.tenant()), REPORT.ID.eq(was.id()), REPORT.REVISION.eq(was.revision()), REPORT.STATE.eq("drafted")).execute();
        if (done == 0) throw changed();
    }

    /** The report, held until the transaction ends. */
    Report hold(UUID id, Condition which) {
        sql.selectOne().from(REPORT).where(REPORT.ID.eq(id)).and(which).forUpdate().fetch();
        return fetch(REPORT.ID.eq(id).and(which)).stream().findFirst().filter(Report::open).orElseThrow(NotFound::new);
    }

    Condition mine(Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        return seen(viewer);
    }

    Condition here(Viewer viewer) {
        return REPORT.TENANT.eq(viewer.tenant());
    }

    void step(Report report, String what, String words, Viewer viewer) {
        var next = select(coalesce(max(REPORT_STEP.NO), inline(0)).plus(1)).from(REPORT_STEP).where(REPORT_STEP.TENANT.eq(report.tenant()), REPORT_STEP.REPORT.eq(report.id()));
        sql.insertInto(REPORT_STEP).set(REPORT_STEP.TENANT, report.tenant()).set(REPORT_STEP.REPORT, report.id()).set(REPORT_STEP.NO, org.jooq.impl.DSL.field(next)).set(REPORT_STEP.WHAT, what).set(REPORT_STEP.WORDS, words).set(REPORT_STEP.NAME, name(viewer)).set(REPORT_STEP.AT, now()).execute();
    }

    Instant now() {
        return clock.instant();
    }

    static String name(Viewer viewer) {
        return viewer.unitName() + " " + viewer.personName();
    }

    static Refused changed() {
        return Refused.conflict("inspection.report.changed", Words.say("inspection.changed"), Words.say("inspection.changed.next"));
    }

    private List<Report> fetch(Condition which) {
        var fields = new ArrayList<SelectField<?>>(List.of(REPORT.fields()));
        fields.addAll(List.of(FIGURES, CHECKS, STEPS));
        return sql.select(fields).from(REPORT).where(which).orderBy(REPORT.BEGUN_AT.desc(), REPORT.ID).limit(100).fetch(Reports::report);
    }

    private static Report report(Record r) {
        var one = r.into(REPORT);
        return new Report(one.getTenant(), one.getId(), one.getDeclaration(), one.getAddressee(), one.getTitle(), one.getText(), one.getUnit(), Arrays.asList(one.getWriters()), one.getRevision(), one.getVouched(), State.valueOf(one.getState().toUpperCase(Locale.ROOT)), one.getBegunName(), one.getBegunAt(),
                one.getSubmittedName(), one.getSubmittedAt(), one.getFrozen(), one.getDigest(), r.get(FIGURES), r.get(CHECKS), r.get(STEPS));
    }
}
