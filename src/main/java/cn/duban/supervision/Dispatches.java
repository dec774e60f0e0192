package cn.duban.supervision;

import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static cn.duban_db.ledger.Tables.REPORT_ROW;
import static cn.duban_db.supervision.Tables.DISPATCH;
import static cn.duban_db.supervision.Tables.DISPATCH_ROUND;
import static cn.duban_db.supervision.Tables.DISPATCH_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.supervision.Dispatch.Round;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** The rows of dispatches: rounds that began, whose news each asks for, and what came. */
@Component
class Dispatches {

    /** As many as a page shows, and as a sheet holds that is sent on; what is counted is counted whole. */
    static final int SHOWN_LINES = 500;
    static final int SHEET_LINES = 20_000;

    private static final int SHOWN = 50;

    private final DSLContext sql;
    private final Matters matters;
    private final Directories directories;

    Dispatches(DSLContext sql, Matters matters, Directories directories) {
        this.sql = sql;
        this.matters = matters;
        this.directories = directories;
    }

    void add(Dispatch dispatch, Instant now) {
        sql.insertInto(DISPATCH).set(DISPATCH.TENANT, dispatch.tenant()).set(DISPATCH.ID, dispatch.id()).set(DISPATCH.TITLE, dispatch.title()).set(DISPATCH.LEDGER, dispatch.ledger()).set(DISPATCH.TYPE, dispatch.type())
                .set(DISPATCH.LEAD, dispatch.lead()).set(DISPATCH.RHYTHM, dispatch.rhythm().toString()).set(DISPATCH.FIRST_ON, dispatch.first()).set(DISPATCH.PERSON, dispatch.person()).set(DISPATCH.UNIT, dispatch.unit()).set(DISPATCH.AT, now).execute();
    }

    /** By whoever supervises from the unit that asks. */
    boolean stop(UUID id, Instant now, Viewer viewer) {
        return sql.update(DISPATCH).set(DISPATCH.STOPPED_AT, now).where(DISPATCH.TENANT.eq(viewer.tenant()), DISPATCH.ID.eq(id), DISPATCH.UNIT.eq(viewer.unit()), DISPATCH.STOPPED_AT.isNull()).execute() == 1;
    }

    List<Dispatch> running(int tenant) {
        return sql.selectFrom(DISPATCH).where(DISPATCH.TENANT.eq(tenant), DISPATCH.STOPPED_AT.isNull()).orderBy(DISPATCH.ID).fetch(Dispatches::dispatch);
    }

    List<Dispatch> of(Viewer viewer) {
        return sql.selectFrom(DISPATCH).where(seen(viewer)).orderBy(field(DISPATCH.STOPPED_AT.isNotNull()), DISPATCH.AT.desc()).limit(SHOWN).fetch(Dispatches::dispatch);
    }

    Optional<Dispatch> find(UUID id, Viewer viewer) {
        return sql.selectFrom(DISPATCH).where(seen(viewer), DISPATCH.ID.eq(id)).fetchOptional(Dispatches::dispatch);
    }

    Optional<Dispatch> find(int tenant, UUID id) {
        return sql.selectFrom(DISPATCH).where(DISPATCH.TENANT.eq(tenant), DISPATCH.ID.eq(id)).fetchOptional(Dispatches::dispatch);
    }

    private static Dispatch dispatch(Record r) {
        return new Dispatch(r.get(DISPATCH.TENANT), r.get(DISPATCH.ID), r.get(DISPATCH.TITLE), r.get(DISPATCH.LEDGER), r.get(DISPATCH.TYPE), r.get(DISPATCH.LEAD), Rhythm.parse(r.get(DISPATCH.RHYTHM)), r.get(DISPATCH.FIRST_ON),
                r.get(DISPATCH.PERSON), r.get(DISPATCH.UNIT), r.get(DISPATCH.STOPPED_AT) != null);
    }

    /** Whoever supervises around the unit that asks, and the units that it asks. */
    Condition seen(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        return DISPATCH.TENANT.eq(viewer.tenant()).and(asking(viewer, directory).or(exists(selectOne().from(DISPATCH_ROW).where(DISPATCH_ROW.TENANT.eq(viewer.tenant()), DISPATCH_ROW.DISPATCH.eq(DISPATCH.ID), DISPATCH_ROW.UNIT.in(upwards(viewer, directory))))));
    }

    private static Condition asking(Viewer viewer, Directory directory) {
        if (!viewer.has(Duty.SUPERVISE) && !viewer.has(Duty.LEAD)) return falseCondition();
        var around = new TreeSet<>(directory.lineage(viewer.unit()));
        around.addAll(directory.below(viewer.unit()));
        return DISPATCH.UNIT.in(around);
    }

    private static List<Integer> upwards(Viewer viewer, Directory directory) {
        var root = directory.root().id();
        return directory.lineage(viewer.unit()).stream().filter(unit -> unit != root || unit == viewer.unit()).toList();
    }

    /** @return false where this or another node began the round before */
    boolean begin(Dispatch dispatch, Round round, Instant now) {
        return sql.insertInto(DISPATCH_ROUND).set(DISPATCH_ROUND.TENANT, dispatch.tenant()).set(DISPATCH_ROUND.DISPATCH, dispatch.id()).set(DISPATCH_ROUND.STARTS_ON, round.from()).set(DISPATCH_ROUND.ENDS_ON, round.to())
                .set(DISPATCH_ROUND.BEGUN_AT, now).onConflictDoNothing().execute() == 1;
    }

    boolean begun(Dispatch dispatch, Round round) {
        return sql.fetchExists(DISPATCH_ROUND, DISPATCH_ROUND.TENANT.eq(dispatch.tenant()), DISPATCH_ROUND.DISPATCH.eq(dispatch.id()), DISPATCH_ROUND.STARTS_ON.eq(round.from()));
    }

    /** Every open matter of its kind that a unit leads is asked for. */
    void plan(Dispatch dispatch, Round round, Directory directory) {
        var led = dispatch.lead() == null ? MATTER_ROW.LEAD_UNIT.isNotNull() : MATTER_ROW.LEAD_UNIT.in(directory.below(dispatch.lead()));
        sql.insertInto(DISPATCH_ROW, DISPATCH_ROW.TENANT, DISPATCH_ROW.DISPATCH, DISPATCH_ROW.STARTS_ON, DISPATCH_ROW.MATTER, DISPATCH_ROW.UNIT)
                .select(select(val(dispatch.tenant()), val(dispatch.id()), val(round.from()), MATTER_ROW.ID, MATTER_ROW.LEAD_UNIT).from(MATTER_ROW)
                        .where(MATTER_ROW.TENANT.eq(dispatch.tenant()), MATTER_ROW.LEDGER.eq(dispatch.ledger()), MATTER_ROW.PHASE.eq(inline("open")), led, dispatch.type() == null ? noCondition() : MATTER_ROW.TYPE.eq(dispatch.type())))
                .onConflictDoNothing().execute();
    }

    /** A round that is not closed yet. */
    record Open(UUID dispatch, Round round, boolean warned) {}

    List<Open> open(int tenant) {
        return sql.select(DISPATCH_ROUND.DISPATCH, DISPATCH_ROUND.STARTS_ON, DISPATCH_ROUND.ENDS_ON, DISPATCH_ROUND.WARNED_AT).from(DISPATCH_ROUND).where(DISPATCH_ROUND.TENANT.eq(tenant), DISPATCH_ROUND.CLOSED_AT.isNull())
                .orderBy(DISPATCH_ROUND.ENDS_ON, DISPATCH_ROUND.DISPATCH).fetch(r -> new Open(r.value1(), new Round(r.value2(), r.value3()), r.value4() != null));
    }

    boolean warn(Dispatch dispatch, Round round, Instant now) {
        return mark(DISPATCH_ROUND.WARNED_AT, dispatch, round, now);
    }

    private boolean mark(Field<Instant> what, Dispatch dispatch, Round round, Instant now) {
        return sql.update(DISPATCH_ROUND).set(what, now).where(DISPATCH_ROUND.TENANT.eq(dispatch.tenant()), DISPATCH_ROUND.DISPATCH.eq(dispatch.id()), DISPATCH_ROUND.STARTS_ON.eq(round.from()), what.isNull()).execute() == 1;
    }

    boolean closed(Dispatch dispatch, Round round) {
        return sql.fetchExists(DISPATCH_ROUND, DISPATCH_ROUND.TENANT.eq(dispatch.tenant()), DISPATCH_ROUND.DISPATCH.eq(dispatch.id()), DISPATCH_ROUND.STARTS_ON.eq(round.from()), DISPATCH_ROUND.CLOSED_AT.isNotNull());
    }

    /** The sheet of a round, as it stood at its end: written once. @return false where another node wrote it */
    boolean close(Dispatch dispatch, Round round, Instant begins, Instant ends, Instant now) {
        if (!mark(DISPATCH_ROUND.CLOSED_AT, dispatch, round, now)) return false;
        var these = of(dispatch, round);
        sql.update(DISPATCH_ROW).set(DISPATCH_ROW.ENTRY, first(begins, ends)).where(these).execute();
        var m = MATTER_ROW;
        var open = m.SETTLED_AT.isNull().or(m.SETTLED_AT.ge(ends)).and(m.PHASE.notIn(inline("void"), inline("merged")));
        var late = open.and(m.DUE_ON.le(round.to()));
        var earlier = DISPATCH_ROW.as("earlier");
        var missedBefore = exists(selectOne().from(earlier).where(earlier.TENANT.eq(DISPATCH_ROW.TENANT), earlier.DISPATCH.eq(DISPATCH_ROW.DISPATCH), earlier.MATTER.eq(DISPATCH_ROW.MATTER), earlier.STARTS_ON.eq(dispatch.before(round).from()), earlier.ENTRY.isNull()));
        sql.update(DISPATCH_ROW).set(DISPATCH_ROW.SETTLED, field(open.not())).set(DISPATCH_ROW.LATE, coalesce(field(late), inline(false))).set(DISPATCH_ROW.NEWLY_LATE, coalesce(field(late.and(m.DUE_ON.ge(round.from()))), inline(false)))
                .set(DISPATCH_ROW.STUCK, field(DISPATCH_ROW.ENTRY.isNull().and(open).and(missedBefore)))
                .from(m).where(these, m.TENANT.eq(dispatch.tenant()), m.ID.eq(DISPATCH_ROW.MATTER)).execute();
        return true;
    }

    private static Condition of(Dispatch dispatch, Round round) {
        return DISPATCH_ROW.TENANT.eq(dispatch.tenant()).and(DISPATCH_ROW.DISPATCH.eq(dispatch.id())).and(DISPATCH_ROW.STARTS_ON.eq(round.from()));
    }

    private static Field<Integer> first(Instant begins, Instant ends) {
        return field(select(min(REPORT_ROW.NO)).from(REPORT_ROW).where(REPORT_ROW.TENANT.eq(DISPATCH_ROW.TENANT), REPORT_ROW.MATTER.eq(DISPATCH_ROW.MATTER), REPORT_ROW.AT.ge(begins), REPORT_ROW.AT.lt(ends)));
    }

    /** What a round asks for, what is missing first, as far as the viewer sees the matters; of one that runs with what came until now. */
    List<DispatchLine> lines(Dispatch dispatch, Round round, boolean closed, Instant begins, Instant ends, int most, Viewer viewer) {
        var earlier = DISPATCH_ROW.as("earlier");
        Field<Boolean> before = field(exists(selectOne().from(earlier).where(earlier.TENANT.eq(DISPATCH_ROW.TENANT), earlier.DISPATCH.eq(DISPATCH_ROW.DISPATCH), earlier.MATTER.eq(DISPATCH_ROW.MATTER), earlier.STARTS_ON.eq(dispatch.before(round).from()), earlier.ENTRY.isNull()))).as("before");
        Field<Integer> came = closed ? DISPATCH_ROW.ENTRY : first(begins, ends);
        Field<Boolean> over = closed ? DISPATCH_ROW.SETTLED : field(notExists(selectOne().from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(DISPATCH_ROW.TENANT), MATTER_ROW.ID.eq(DISPATCH_ROW.MATTER), MATTER_ROW.PHASE.eq(inline("open")))));
        var entry = came.as("reported");
        var settled = over.as("done");
        return sql.select(DISPATCH_ROW.MATTER, DISPATCH_ROW.UNIT, entry, DISPATCH_ROW.STUCK, DISPATCH_ROW.LATE, DISPATCH_ROW.NEWLY_LATE, settled, before).from(DISPATCH_ROW)
                .crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, DISPATCH_ROW.MATTER).asTable("admitting")))
                .where(of(dispatch, round)).orderBy(field(came.isNotNull().or(condition(over))), DISPATCH_ROW.UNIT, DISPATCH_ROW.MATTER).limit(most)
                .fetch(r -> new DispatchLine(new MatterId(dispatch.tenant(), r.get(DISPATCH_ROW.MATTER)), r.get(DISPATCH_ROW.UNIT), r.get(entry), yes(r.get(DISPATCH_ROW.STUCK)), yes(r.get(DISPATCH_ROW.LATE)), yes(r.get(DISPATCH_ROW.NEWLY_LATE)), yes(r.get(settled)), yes(r.get(before))));
    }

    /** The newest round of a dispatch. */
    record Latest(Round round, boolean closed) {}

    Map<UUID, Latest> latest(int tenant, Collection<UUID> dispatches) {
        var newest = DISPATCH_ROUND.as("newest");
        return sql.select(DISPATCH_ROUND.DISPATCH, DISPATCH_ROUND.STARTS_ON, DISPATCH_ROUND.ENDS_ON, DISPATCH_ROUND.CLOSED_AT).from(DISPATCH_ROUND)
                .where(DISPATCH_ROUND.TENANT.eq(tenant), DISPATCH_ROUND.DISPATCH.in(dispatches), DISPATCH_ROUND.STARTS_ON.eq(select(max(newest.STARTS_ON)).from(newest).where(newest.TENANT.eq(tenant), newest.DISPATCH.eq(DISPATCH_ROUND.DISPATCH))))
                .fetchMap(DISPATCH_ROUND.DISPATCH, r -> new Latest(new Round(r.value2(), r.value3()), r.value4() != null));
    }

    /** What a round asks for, how much of it came and how much is missing. */
    record Tally(int due, int reported, int missing) {

        static final Tally NOTHING = new Tally(0, 0, 0);
    }

    /** Of the newest round of each, all in one statement. */
    Map<UUID, Tally> tallies(List<Dispatch> some, Map<UUID, Latest> latest, Directory directory, Viewer viewer) {
        var all = some.stream().filter(dispatch -> latest.containsKey(dispatch.id())).<Select<Record3<UUID, Boolean, Boolean>>>map(dispatch -> asked(dispatch, Objects.requireNonNull(latest.get(dispatch.id())), directory, viewer)).reduce((one, other) -> one.unionAll(other));
        if (all.isEmpty()) return Map.of();
        var asked = all.get().asTable("asked");
        var of = Objects.requireNonNull(asked.field("dispatch", UUID.class));
        var reported = Objects.requireNonNull(asked.field("reported", Boolean.class));
        var missing = Objects.requireNonNull(asked.field("missing", Boolean.class));
        return sql.select(of, count(), count().filterWhere(condition(reported)), count().filterWhere(condition(missing))).from(asked).groupBy(of).fetchMap(of, r -> new Tally(r.value2(), r.value3(), r.value4()));
    }

    private Select<Record3<UUID, Boolean, Boolean>> asked(Dispatch dispatch, Latest latest, Directory directory, Viewer viewer) {
        var open = exists(selectOne().from(MATTER_ROW).where(MATTER_ROW.TENANT.eq(DISPATCH_ROW.TENANT), MATTER_ROW.ID.eq(DISPATCH_ROW.MATTER), MATTER_ROW.PHASE.eq(inline("open"))));
        var reported = (latest.closed() ? DISPATCH_ROW.ENTRY : first(Dispatching.begins(latest.round(), directory), Dispatching.ends(latest.round(), directory))).isNotNull();
        var missing = not(reported).and(latest.closed() ? DISPATCH_ROW.SETTLED.eq(inline(false)) : open);
        return select(val(dispatch.id()).as("dispatch"), field(reported).as("reported"), field(missing).as("missing")).from(DISPATCH_ROW)
                .crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, DISPATCH_ROW.MATTER).asTable("admitting"))).where(of(dispatch, latest.round()));
    }

    private static boolean yes(@org.jspecify.annotations.Nullable Boolean said) {
        return Boolean.TRUE.equals(said);
    }

    /** Units that have not reported anything yet of some matter that still runs. */
    List<Integer> silent(Dispatch dispatch, Round round, Instant begins, Instant ends) {
        var open = MATTER_ROW.PHASE.eq(inline("open"));
        return sql.selectDistinct(DISPATCH_ROW.UNIT).from(DISPATCH_ROW).join(MATTER_ROW).on(MATTER_ROW.TENANT.eq(DISPATCH_ROW.TENANT), MATTER_ROW.ID.eq(DISPATCH_ROW.MATTER), open)
                .where(of(dispatch, round), first(begins, ends).isNull()).orderBy(DISPATCH_ROW.UNIT).fetch(DISPATCH_ROW.UNIT);
    }

    List<LocalDate> rounds(Dispatch dispatch) {
        return sql.select(DISPATCH_ROUND.STARTS_ON).from(DISPATCH_ROUND).where(DISPATCH_ROUND.TENANT.eq(dispatch.tenant()), DISPATCH_ROUND.DISPATCH.eq(dispatch.id())).orderBy(DISPATCH_ROUND.STARTS_ON.desc()).limit(24).fetch(DISPATCH_ROUND.STARTS_ON);
    }
}
