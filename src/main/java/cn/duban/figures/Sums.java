package cn.duban.figures;

import static cn.duban_db.figures.Tables.LOT;
import static cn.duban_db.figures.Tables.STAY;
import static cn.duban_db.figures.Tables.SUMMED;
import static cn.duban_db.figures.Tables.TALLY;
import static cn.duban_db.figures.Tables.WAY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import cn.duban.figures.Counts.Group;
import cn.duban.figures.Counts.Month;
import cn.duban.figures.Counts.Stay;
import cn.duban.ledger.Circle;
import cn.duban.ledger.Circle.Reach;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What boards read instead of matters, for viewers who see a circle of them as a whole. */
@Component
class Sums {

    private static final Circle.Columns LOTS = new Circle.Columns(condition(LOT.DRAFT), LOT.SECRECY, LOT.SUPERVISORS);
    private static final Circle.Columns WAYS = new Circle.Columns(condition(WAY.DRAFT), WAY.SECRECY, WAY.SUPERVISORS);
    private static final Scoping SCOPED = new Scoping(LOT.LEDGER, LOT.TYPE, LOT.SOURCE, LOT.UNIT, LOT.LEADER);

    private final DSLContext sql;
    private final Names names;

    Sums(DSLContext sql, Names names) {
        this.sql = sql;
        this.names = names;
    }

    /**
     * How far this viewer sees into the circles that there are.
     *
     * @return {@link Reach#PART} while the sums are not through with old matters, or go by the days of another zone: nothing is read from them
     */
    Set<Reach> reaches(Viewer viewer, Directory directory) {
        if (!through(directory)) return Set.of(Reach.PART);
        return sql.selectDistinct(LOT.DRAFT, LOT.SECRECY, LOT.SUPERVISORS).from(LOT).where(LOT.TENANT.eq(viewer.tenant()))
                .fetch(r -> Summing.circle(r.value1(), r.value2(), r.value3())).stream().map(circle -> circle.reach(viewer, directory)).collect(Collectors.toSet());
    }

    boolean through(Directory directory) {
        return sql.fetchExists(SUMMED, SUMMED.TENANT.eq(directory.tenant()), SUMMED.UPTO.eq(Summing.EVERYBODY), SUMMED.ZONE.eq(directory.zone().getId()));
    }

    /** What stands at the end of a day. */
    List<Group> standing(Scope scope, LocalDate day, Viewer viewer, Directory directory) {
        return groups(Kind.STANDING, scope, Span.cover(Span.BEGINNING, day), viewer, directory);
    }

    /** What happened in the days from one to another. */
    List<Group> turns(Scope scope, LocalDate from, LocalDate to, Viewer viewer, Directory directory) {
        return groups(Kind.TURNS, scope, Span.cover(from, to), viewer, directory);
    }

    private List<Group> groups(List<Kind> kinds, Scope scope, List<Span.Run> runs, Viewer viewer, Directory directory) {
        // added up before it is looked up whose it is: a lot is looked up once
        var lots = select(Stream.concat(Stream.of(TALLY.LOT), totals(kinds)).toList()).from(TALLY).where(TALLY.TENANT.eq(viewer.tenant()), within(runs, TALLY.SPAN, TALLY.FIRST)).groupBy(TALLY.LOT).asTable("summed");
        var columns = new ArrayList<SelectField<?>>(List.of(LOT.LEDGER, LOT.TYPE, LOT.SOURCE, LOT.UNIT, LOT.LEADER));
        kinds.forEach(kind -> columns.add(lots.field(name(kind), Integer.class)));
        return sql.select(columns).from(lots).join(LOT).on(LOT.TENANT.eq(viewer.tenant()), LOT.ID.eq(lots.field(TALLY.LOT)))
                .where(Circle.whole(viewer, directory, LOTS), SCOPED.of(scope, names.gathering(viewer.tenant()), directory))
                .fetch(r -> new Group(r.get(LOT.LEDGER), r.get(LOT.TYPE), r.get(LOT.SOURCE), r.get(LOT.UNIT), r.get(LOT.LEADER), tally(r, kinds)));
    }

    /** What happened month by month in the days from one to another, the first being the first of a month. */
    List<Month> months(Scope scope, LocalDate from, LocalDate to, Viewer viewer, Directory directory) {
        Field<LocalDate> month = field("date_trunc('month', {0}::timestamp)::date", LocalDate.class, TALLY.FIRST).as("month");
        var last = to.withDayOfMonth(1);
        var runs = new ArrayList<>(Span.cover(last, to));
        if (from.isBefore(last)) runs.add(new Span.Run(Span.MONTH, from, last.minusMonths(1)));
        var lots = select(Stream.concat(Stream.of(TALLY.LOT, month), totals(Kind.TURNS)).toList()).from(TALLY).where(TALLY.TENANT.eq(viewer.tenant()), within(runs, TALLY.SPAN, TALLY.FIRST))
                .groupBy(TALLY.LOT, month).asTable("summed");
        var columns = new ArrayList<SelectField<?>>(List.of(lots.field(month)));
        Kind.TURNS.forEach(kind -> columns.add(sum(lots.field(name(kind), Integer.class)).as(name(kind))));
        return sql.select(columns).from(lots).join(LOT).on(LOT.TENANT.eq(viewer.tenant()), LOT.ID.eq(lots.field(TALLY.LOT)))
                .where(Circle.whole(viewer, directory, LOTS), SCOPED.of(scope, names.gathering(viewer.tenant()), directory)).groupBy(lots.field(month))
                .fetch(r -> new Month(r.get("month", LocalDate.class), tally(r, Kind.TURNS)));
    }

    /** How long matters had stood in the states that they left; by ledger and type alone, since sums do not tell more apart. */
    List<Stay> stays(Scope scope, LocalDate from, LocalDate to, Viewer viewer, Directory directory) {
        var n = sum(STAY.N).cast(Integer.class).as("n");
        var ways = select(STAY.WAY, STAY.TENTHS, n).from(STAY).where(STAY.TENANT.eq(viewer.tenant()), within(Span.cover(from, to), STAY.SPAN, STAY.FIRST)).groupBy(STAY.WAY, STAY.TENTHS).asTable("summed");
        return sql.select(WAY.TYPE, WAY.FROM_STATE, WAY.STATE, ways.field(STAY.TENTHS), ways.field(n)).from(ways).join(WAY).on(WAY.TENANT.eq(viewer.tenant()), WAY.ID.eq(ways.field(STAY.WAY)))
                .where(Circle.whole(viewer, directory, WAYS), Scoping.given(scope.ledger(), WAY.LEDGER), Scoping.given(scope.type(), WAY.TYPE))
                .fetch(r -> new Stay(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    /** Whether {@link #stays} tells apart what is asked for. */
    static boolean tells(Scope scope) {
        return scope.source() == null && scope.unit() == null && scope.leader() == null && scope.under() == null;
    }

    static Condition within(List<Span.Run> runs, Field<String> span, Field<LocalDate> first) {
        return runs.stream().map(run -> span.eq(inline(run.span().word())).and(first.between(val(run.from()), val(run.to())))).reduce(DSL.falseCondition(), Condition::or);
    }

    private static Stream<SelectField<?>> totals(List<Kind> kinds) {
        return kinds.stream().map(kind -> sum(Summing.column(kind)).cast(Integer.class).as(name(kind)));
    }

    private static String name(Kind kind) {
        return "n_" + kind.ordinal();
    }

    private static Tally tally(org.jooq.Record r, List<Kind> kinds) {
        var tally = new Tally();
        kinds.forEach(kind -> tally.add(kind, r.get(name(kind), Integer.class)));
        return tally;
    }
}
