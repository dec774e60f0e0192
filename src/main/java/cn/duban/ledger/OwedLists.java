package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ASSIGNMENT;
import static cn.duban_db.ledger.Tables.BEARING;
import static cn.duban_db.ledger.Tables.CLOCK;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cn.duban.ledger.Bearings.Bearers;
import cn.duban.ledger.MatterLists.Columns;
import cn.duban.ledger.MatterLists.Moment;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban_db.ledger.tables.Bearing;
import cn.duban_db.ledger.tables.Matter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a post owes now, in one statement: matters whose next step falls to it, the shares of its unit in matters of others,
 * and answers that it is to judge. The same rule as {@link Standing}, compiled to SQL.
 */
@Component
class OwedLists {

    /** The figure in the margin stops here: it says that there is much, and is asked for with every page. */
    private static final int COUNTED = 300;

    private static final String[] NAMES = {"matter", "kind", "assignment", "desk", "due_at"};

    private final DSLContext sql;
    private final MatterLists lists;
    private final MatterTypes types;

    private final TypeCatalogue catalogue;

    OwedLists(DSLContext sql, MatterLists lists, MatterTypes types, TypeCatalogue catalogue) {
        this.catalogue = catalogue;
        this.sql = sql;
        this.lists = lists;
        this.types = types;
    }

    Owed of(Viewer viewer, Directory directory, Moment moment) {
        var m = MATTER.as("m");
        var columns = Columns.of(m, moment.now());
        var work = new OwnWork(viewer, directory, catalogue.judging(viewer.tenant()));
        // the nearest ones first, by themselves: so that the columns of a row are put together for what is shown alone. What lies with a colleague crowds out nothing of
        // one's own, and neither does what may lie with a superior, of which most turns out not to
        var owed = first(owed(viewer, directory, Owed.MOST + 1), viewer, Owed.MOST + 1).unionAll(first(standingIn(work, viewer, directory), viewer, COUNTED)).asTable("nearest");
        var bearers = work.bearers(m);
        var deeds = work.deeds(m);
        var matter = owed.field("matter", m.ID.getDataType());
        var share = ASSIGNMENT.as("share");
        var no = owed.field("assignment", Integer.class);
        // a bearing says infinity where no clock runs
        var due = nullif(owed.field("due_at", m.DUE_AT.getDataType()), Bearings.NEVER);
        var rows = sql.select(columns.fields()).select(
                        owed.field("kind", String.class).as("kind"), no.as("assignment"), share.UNIT.as("share_unit"), share.STATE.as("share_state"), share.DESK.as("desk"), due.as("owed_by"), returned(m).as("returned"), bearers, deeds)
                .from(owed).join(m).on(m.TENANT.eq(viewer.tenant()), m.ID.eq(matter))
                .leftJoin(share).on(share.TENANT.eq(m.TENANT), share.MATTER.eq(m.ID), share.NO.eq(no))
                .orderBy(due.asc().nullsLast(), m.ID, no.asc().nullsFirst())
                .fetch();
        var all = rows.stream().map(r -> row(r, m, viewer, directory, moment, work.desk(OwedRow.Kind.valueOf(r.get("kind", String.class)), r.get(bearers), r.get(deeds)))).filter(Objects::nonNull).toList();
        var sought = rows.stream().filter(r -> r.get("kind", String.class).equals(OwedRow.Kind.SUPERIOR.name())).count();
        return new Owed(all.stream().sorted(Owed.OWN_FIRST).limit(Owed.MOST).toList(), all.size() > Owed.MOST || sought == COUNTED ? everything(viewer, directory) : null);
    }

    private static Select<Record5<UUID, String, Integer, Integer, Instant>> first(Select<Record5<UUID, String, Integer, Integer, Instant>> some, Viewer viewer, int most) {
        var all = some.asTable("some", NAMES);
        var desk = all.field("desk", Integer.class);
        return select(all.field("matter", UUID.class), all.field("kind", String.class), all.field("assignment", Integer.class), desk, all.field("due_at", Instant.class)).from(all)
                .orderBy(field(coalesce(desk, val(viewer.post())).ne(val(viewer.post()))), all.field("due_at").asc().nullsLast(), all.field("matter"), all.field("assignment").asc().nullsFirst()).limit(inline(most));
    }

    /** What waits for the role in which this post mostly acts, of the largest unit through which it bears anything. */
    private static MatterQuery everything(Viewer viewer, Directory directory) {
        var unit = List.copyOf(Sight.upwards(viewer, directory)).getLast();
        return MatterQuery.all().owedBy(viewer.has(Duty.SUPERVISE) ? MatterType.SUPERVISOR : "lead", unit);
    }

    /** How many of these the viewer may do: neither what is barred nor what lies on another desk. */
    int count(Viewer viewer, Directory directory) {
        var m = MATTER.as("m");
        var work = new OwnWork(viewer, directory, catalogue.judging(viewer.tenant()));
        var owed = all(work, viewer, directory, COUNTED);
        var kind = owed.field("kind", String.class);
        var bearers = work.bearers(m);
        var deeds = work.deeds(m);
        var share = ASSIGNMENT.as("share");
        return (int) sql.select(kind, share.DESK, bearers, deeds).from(owed).join(m).on(m.TENANT.eq(viewer.tenant()), m.ID.eq(owed.field("matter", m.ID.getDataType())))
                .leftJoin(share).on(share.TENANT.eq(m.TENANT), share.MATTER.eq(m.ID), share.NO.eq(owed.field("assignment", Integer.class))).limit(inline(COUNTED))
                .fetch(r -> {
                    var lies = work.desk(OwedRow.Kind.valueOf(r.get(kind)), r.get(bearers), r.get(deeds));
                    var desk = r.get(share.DESK);
                    return lies != null && lies.kind() != OwedRow.Kind.BARRED && (desk == null || desk == viewer.post());
                }).stream().filter(own -> own).count();
    }

    private Table<Record5<UUID, String, Integer, Integer, Instant>> all(OwnWork work, Viewer viewer, Directory directory, int most) {
        return owed(viewer, directory, most).unionAll(standingIn(work, viewer, directory)).asTable("owed", NAMES);
    }

    /** Once handed in and sent back, which its state alone does not tell. */
    private static Field<Boolean> returned(Matter m) {
        return field(exists(selectOne().from(ASSIGNMENT).where(ASSIGNMENT.TENANT.eq(m.TENANT), ASSIGNMENT.MATTER.eq(m.ID), ASSIGNMENT.ROLE.eq("lead"), ASSIGNMENT.STATE.eq("returned"))));
    }

    private Select<Record5<UUID, String, Integer, Integer, Instant>> standingIn(OwnWork work, Viewer viewer, Directory directory) {
        var waiting = work.standsIn(m -> lists.seen(m, viewer, directory)).asTable("stands_in", "matter", "due_at");
        return select(waiting.field("matter", UUID.class), inline(OwedRow.Kind.SUPERIOR.name()), castNull(SQLDataType.INTEGER), castNull(SQLDataType.INTEGER), waiting.field("due_at", Instant.class)).from(waiting);
    }

    private static OwedRow row(Record r, Matter m, Viewer viewer, Directory directory, Moment moment, MatterRow matter, MatterType type, OwnWork.Desk lies) {
        var kind = lies.kind();
        var share = r.get("share_state", String.class);
        var action = share == null
                ? Objects.requireNonNullElse(NextAct.of(type, r.get(m.STATE), r.get(m.OWES), matter.openChildren()), "comment")
                : NextAct.of(type, r.get(m.STATE), Assignment.State.valueOf(share.toUpperCase(Locale.ROOT)));
        var unit = r.get("share_unit", Integer.class);
        var desk = r.get("desk", Integer.class);
        var due = r.get("owed_by", Instant.class);
        var onlyReport = share == null && Boolean.TRUE.equals(r.get("only_report", Boolean.class));
        return new OwedRow(matter, kind, r.get("assignment", Integer.class), unit == null ? null : directory.unitName(unit), action, NextAct.called(type, action),
                due == null ? null : MatterLists.lastDay(due, directory), share == null || due == null || due.equals(r.get(m.DUE_AT)) ? null : shareClock(type), due, Lamp.of(due, moment.now(), moment.yellowUntil(), onlyReport),
                desk == null || desk == viewer.post() ? null : directory.post(desk).map(Post::name).orElse(null),
                lies.why(), kind == OwedRow.Kind.MATTER && "lead".equals(r.get(m.OWES)) && Boolean.TRUE.equals(r.get("returned", Boolean.class)));
    }

    private static @Nullable Label shareClock(MatterType type) {
        return type.clocks().values().stream().filter(MatterType.ClockRule::onAssignment).findFirst().map(MatterType.ClockRule::label).orElse(null);
    }

    private @Nullable OwedRow row(Record r, Matter m, Viewer viewer, Directory directory, Moment moment, OwnWork.@Nullable Desk lies) {
        if (lies == null) return null;
        var type = types.version(new MatterTypes.Version(r.get(m.TYPE_TENANT), r.get(m.TYPE), r.get(m.TYPE_VERSION)));
        return row(r, m, viewer, directory, moment, lists.row(r, m, directory, moment), type, lies);
    }

    private Select<Record5<UUID, String, Integer, Integer, Instant>> owed(Viewer viewer, Directory directory, int most) {
        var lineage = directory.lineage(viewer.unit());
        var works = viewer.duties().stream().anyMatch(Standing.WORKING::contains);
        if (!works && !viewer.has(Duty.SUPERVISE)) return steps(viewer, directory, lineage, works, most);
        var r = RESPONSIBILITY;
        var o = MATTER.as("o");
        var a = ASSIGNMENT.as("a");
        var b = BEARING.as("b");
        // these words stand in the statement itself, so that the indexes over what waits are known to serve. Whoever still has a share
        // bears its role, and a bearing knows whether its matter is open; one look from it at its share, since joined freely all that was
        // never answered in all the years would be read
        var waiting = lateral(select(a.NO, own(a), a.DESK).from(a)
                .where(a.TENANT.eq(b.TENANT), a.UNIT.eq(b.UNIT), a.MATTER.eq(b.MATTER), a.ROLE.in(inline("assist"), inline("consult")), a.ROLE.ne(inline("lead")), a.STATE.in(inline("given"), inline("received"), inline("returned")))
                .offset(inline(0))).as("waiting", "no", "due_at", "desk");
        var live = selectDistinct(b.MATTER, inline(OwedRow.Kind.ASSIGNMENT.name()), waiting.field("no", Integer.class), waiting.field("desk", Integer.class), coalesce(waiting.field("due_at", Instant.class), b.DUE_AT)).from(b).crossJoin(waiting)
                .where(b.TENANT.eq(viewer.tenant()), b.UNIT.in(lineage), b.ROLE.in(inline("assist"), inline("consult")), condition(b.NOW), b.PHASE.eq(inline("open")))
                .and(works ? lists.seen(b, viewer, directory) : falseCondition());
        var answers = select(a.MATTER, inline(OwedRow.Kind.JUDGEMENT.name()), a.NO, a.DESK, coalesce(own(a), o.DUE_AT)).from(a)
                .join(o).on(o.TENANT.eq(a.TENANT), o.ID.eq(a.MATTER))
                .where(a.TENANT.eq(viewer.tenant()), a.ROLE.ne(inline("lead")), a.STATE.eq(inline("answered")), o.PHASE.eq("open"), not(a.UNIT.in(lineage)))
                .and(exists(selectOne().from(r).where(r.TENANT.eq(a.TENANT), r.MATTER.eq(a.MATTER), r.UNTIL.isNull(), r.ROLE.in("lead", "supervisor")).and(bears(viewer, directory, lineage, works))))
                .and(lists.seen(o, viewer, directory));
        var disputed = select(a.MATTER, inline(OwedRow.Kind.JUDGEMENT.name()), a.NO, a.DESK, coalesce(own(a), o.DUE_AT)).from(a)
                .join(o).on(o.TENANT.eq(a.TENANT), o.ID.eq(a.MATTER))
                .where(a.TENANT.eq(viewer.tenant()), a.ROLE.ne(inline("lead")), a.STATE.eq(inline("objected")), o.PHASE.eq("open"))
                .and(exists(selectOne().from(r).where(r.TENANT.eq(a.TENANT), r.MATTER.eq(a.MATTER), r.UNTIL.isNull(), r.ROLE.eq(inline("supervisor")), r.UNIT.in(lineage))))
                .and(viewer.has(Duty.SUPERVISE) ? lists.seen(o, viewer, directory) : falseCondition());
        return steps(viewer, directory, lineage, works, most).unionAll(live).unionAll(answers).unionAll(disputed);
    }

    /** The end of a share's own clock. */
    private static Field<Instant> own(cn.duban_db.ledger.tables.Assignment a) {
        return field(select(min(CLOCK.DUE_AT)).from(CLOCK).where(CLOCK.TENANT.eq(a.TENANT), CLOCK.MATTER.eq(a.MATTER), CLOCK.ASSIGNMENT.eq(a.NO), CLOCK.STATE.eq(inline("running"))));
    }

    /** Matters whose next step falls to the post, to a vacant one that it stands in for, or to the unit; each once. */
    private Select<Record5<UUID, String, Integer, Integer, Instant>> steps(Viewer viewer, Directory directory, List<Integer> lineage, boolean works, int most) {
        var posts = new ArrayList<>(vacant(viewer, directory));
        posts.add(viewer.post());
        var own = nearest(viewer, directory, Bearers.posts(posts), b -> b.POST.isNotNull(), most);
        if (!works && !viewer.has(Duty.SUPERVISE)) return step(own);
        return step(own.union(nearest(viewer, directory, Bearers.units(lineage), b -> b.POST.isNull().and(acting(b, viewer, works)), most)));
    }

    private Select<Record2<UUID, Instant>> nearest(Viewer viewer, Directory directory, Bearers bearers, Function<Bearing, Condition> wanted, int most) {
        return Bearings.nearest(viewer.tenant(), bearers, b -> condition(b.OWING).and(wanted.apply(b)).and(lists.seen(b, viewer, directory)), null, most);
    }

    private static Select<Record5<UUID, String, Integer, Integer, Instant>> step(Select<Record2<UUID, Instant>> steps) {
        var table = steps.asTable("step", "matter", "due_at");
        return select(table.field("matter", UUID.class), inline(OwedRow.Kind.MATTER.name()), castNull(SQLDataType.INTEGER), castNull(SQLDataType.INTEGER), table.field("due_at", Instant.class)).from(table);
    }

    /** For a unit's roles: supervisors supervise, the others work. */
    private static Condition acting(Bearing b, Viewer viewer, boolean works) {
        var supervises = b.ROLE.eq("supervisor");
        if (!works) return supervises;
        return viewer.has(Duty.SUPERVISE) ? noCondition() : not(supervises);
    }

    private static Condition bears(Viewer viewer, Directory directory, List<Integer> lineage, boolean works) {
        var r = RESPONSIBILITY;
        Condition any = r.POST.eq(viewer.post());
        var vacant = vacant(viewer, directory);
        if (!vacant.isEmpty()) any = any.or(r.POST.in(vacant));
        if (viewer.has(Duty.SUPERVISE)) any = any.or(r.POST.isNull().and(r.ROLE.eq("supervisor")).and(r.UNIT.in(lineage)));
        if (works) any = any.or(r.POST.isNull().and(r.ROLE.ne("supervisor")).and(r.UNIT.in(lineage)));
        return any;
    }

    /** A vacant post's duties fall to the head of its unit. */
    private static List<Integer> vacant(Viewer viewer, Directory directory) {
        if (directory.head(viewer.unit()).filter(head -> head.id() == viewer.post()).isEmpty()) return List.of();
        return directory.posts(viewer.unit()).stream().map(Post::id).filter(post -> directory.holders(post).isEmpty()).toList();
    }
}
