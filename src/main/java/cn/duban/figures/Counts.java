package cn.duban.figures;

import static cn.duban_db.figures.Tables.STANDING;
import static cn.duban_db.figures.Tables.STOOD;
import static cn.duban_db.figures.Tables.STRETCH;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.epoch;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.row;

import cn.duban.ledger.Circle;
import cn.duban.ledger.Sight;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures counted from the stretches themselves, with the viewer's sight in the {@code where}: what no sum tells, and the rows behind a number. */
@Component
class Counts {

    static final Sight.Audience AUDIENCE = new Sight.Audience(STOOD.TENANT, STOOD.PHASE_NOW, STOOD.SECRECY_NOW, STOOD.SUPERVISORS, STOOD.BEARERS, STOOD.POSTS);
    private static final Circle.Columns CIRCLE = new Circle.Columns(STOOD.PHASE_NOW.eq(inline("draft")), STOOD.SECRECY_NOW, STOOD.SUPERVISORS);
    private static final Scoping SCOPED = new Scoping(STOOD.LEDGER, STOOD.TYPE, STOOD.SOURCE, STOOD.UNIT, STOOD.LEADER);
    private static final Function<Kind, String> NAME = kind -> "n_" + kind.ordinal();

    private final DSLContext sql;
    private final Sight sight;
    private final Names names;

    Counts(DSLContext sql, Sight sight, Names names) {
        this.sql = sql;
        this.sight = sight;
        this.names = names;
    }

    /** @param at what is told of is how things stood just before this instant @param from where the period of turns begins */
    record Moment(Instant at, Instant from) {

        /** From the period's beginning on, before its end. */
        Condition holds(Field<Instant> column) {
            return column.ge(from).and(column.lt(at));
        }
    }

    /** Matters that are alike in everything that a board groups by. */
    record Group(String ledger, String type, String source, @Nullable Integer unit, @Nullable Integer leader, Tally tally) {}

    record Month(LocalDate first, Tally tally) {}

    /** How many moved from one state to another after standing there for so many tenths of a day. */
    record Stay(String type, String from, String to, int tenths, int n) {}

    /** A row behind a number: how a matter stood, since when, and when it was or will be late. */
    record Spot(UUID matter, int no, String type, String state, Instant beganAt, @Nullable Instant lateAt) {}

    /** Which matters are counted one by one. */
    Condition seen(Scope scope, Viewer viewer, Directory directory) {
        return SCOPED.of(scope, names.gathering(viewer.tenant()), directory).and(sight.of(viewer, directory, AUDIENCE));
    }

    /** Those of them that are in no sum for this viewer. */
    Condition apart(Scope scope, Viewer viewer, Directory directory) {
        return seen(scope, viewer, directory).and(not(Circle.whole(viewer, directory, CIRCLE)));
    }

    List<Group> standing(Condition which, Moment moment) {
        return groups(stands(moment).and(which), counted(Kind.STANDING, kind -> count().filterWhere(kind.at(moment))), Kind.STANDING);
    }

    List<Group> turns(Condition which, Moment moment) {
        return groups(turned(moment).and(which), counted(Kind.TURNS, kind -> count().filterWhere(kind.at(moment))), Kind.TURNS);
    }

    /** Whether more than so many matters came to stand as they do, or ceased to stand as they did, since an instant. */
    boolean busy(int tenant, Instant since, int many) {
        var began = sql.selectOne().from(STANDING).where(STANDING.TENANT.eq(tenant), STANDING.BEGAN_AT.ge(since), STANDING.PHASE.in(inline("draft"), inline("open"))).limit(inline(many + 1));
        var ended = sql.selectOne().from(STRETCH).where(STRETCH.TENANT.eq(tenant), STRETCH.ENDED_AT.ge(since), STRETCH.PHASE.in(inline("draft"), inline("open"))).limit(inline(many + 1));
        return sql.fetchCount(began) > many || sql.fetchCount(ended) > many;
    }

    /**
     * What of the matters that are in sums stands otherwise at one instant than at another, in few rows: what began, ended, or came or will come to be late so many days before,
     * between the two. Either may be the earlier one.
     */
    List<Group> changed(Scope scope, Instant than, Instant at, Viewer viewer, Directory directory) {
        var now = new Moment(at, at);
        var then = new Moment(than, than);
        var between = at.isAfter(than) ? new Moment(at, than) : new Moment(than, at);
        var which = STOOD.TENANT.eq(viewer.tenant()).and(SCOPED.of(scope, names.gathering(viewer.tenant()), directory)).and(Circle.whole(viewer, directory, CIRCLE));
        var running = STOOD.ENDED_AT.eq(Summing.NEVER);
        var began = between.holds(STOOD.BEGAN_AT);
        var crossed = Kind.THRESHOLDS.stream().map(days -> STOOD.LATE_AT.gt(between.from().minus(days, ChronoUnit.DAYS)).and(STOOD.LATE_AT.le(between.at().minus(days, ChronoUnit.DAYS)))).reduce(falseCondition(), Condition::or);
        var more = counted(Kind.STANDING, kind -> count().filterWhere(stands(now).and(kind.at(now))).minus(count().filterWhere(stands(then).and(kind.at(then)))));
        var groups = new ArrayList<Group>();
        for (var few : List.of(running.and(unfinished()).and(began), running.and(STOOD.PHASE.eq(inline("open"))).and(crossed).and(not(began)), STOOD.ENDED_AT.lt(Summing.NEVER).and(unfinished()).and(between.holds(STOOD.ENDED_AT))))
            groups.addAll(groups(few.and(which), more, Kind.STANDING));
        return groups;
    }

    private List<Group> groups(Condition which, List<SelectField<?>> counted, List<Kind> kinds) {
        return sql.select(STOOD.LEDGER, STOOD.TYPE, STOOD.SOURCE, STOOD.UNIT, STOOD.LEADER).select(counted).from(STOOD).where(which).groupBy(STOOD.LEDGER, STOOD.TYPE, STOOD.SOURCE, STOOD.UNIT, STOOD.LEADER)
                .fetch(r -> new Group(r.get(STOOD.LEDGER), r.get(STOOD.TYPE), r.get(STOOD.SOURCE), r.get(STOOD.UNIT), r.get(STOOD.LEADER), tally(r, kinds)));
    }

    /** Turns month by month. */
    List<Month> months(Condition which, Moment moment, Directory directory) {
        Field<LocalDateTime> month = field("date_trunc('month', {0} at time zone {1})", LocalDateTime.class, STOOD.BEGAN_AT, inline(directory.zone().getId()));
        return sql.select(month.as("month")).select(counted(Kind.TURNS, kind -> count().filterWhere(kind.at(moment)))).from(STOOD).where(turned(moment), which).groupBy(month)
                .fetch(r -> new Month(r.get("month", LocalDateTime.class).toLocalDate(), tally(r, Kind.TURNS)));
    }

    List<Stay> stays(Condition which, Moment moment) {
        var tenths = round(epoch(STOOD.BEGAN_AT).cast(BigDecimal.class).minus(epoch(STOOD.FROM_SINCE).cast(BigDecimal.class)).div(inline(8640))).cast(Integer.class);
        return sql.select(STOOD.TYPE, STOOD.FROM_STATE, STOOD.STATE, tenths, count()).from(STOOD).where(Kind.MOVED.at(moment), which)
                .groupBy(STOOD.TYPE, STOOD.FROM_STATE, STOOD.STATE, tenths).fetch(r -> new Stay(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    /** The rows behind a number, the latest change first. */
    List<Spot> rows(Cell cell, Moment moment, @Nullable Spot after, int most, Viewer viewer, Directory directory) {
        return sql.select(STOOD.MATTER, STOOD.NO, STOOD.TYPE, STOOD.STATE, STOOD.BEGAN_AT, STOOD.LATE_AT).from(STOOD)
                .where(which(cell, moment), seen(cell.scope(), viewer, directory))
                .and(after == null ? noCondition() : row(STOOD.BEGAN_AT, STOOD.MATTER, STOOD.NO).lt(after.beganAt(), after.matter(), after.no()))
                .orderBy(STOOD.BEGAN_AT.desc(), STOOD.MATTER.desc(), STOOD.NO.desc()).limit(most)
                .fetch(r -> new Spot(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }

    int total(Cell cell, Moment moment, Viewer viewer, Directory directory) {
        return sql.selectCount().from(STOOD).where(which(cell, moment), seen(cell.scope(), viewer, directory)).fetchSingle().value1();
    }

    private static Condition which(Cell cell, Moment moment) {
        return cell.kind().at(moment).and(cell.kind().standing() ? stands(moment) : noCondition())
                .and(cell.from() == null ? noCondition() : STOOD.FROM_STATE.eq(cell.from())).and(cell.to() == null ? noCondition() : STOOD.STATE.eq(cell.to()));
    }

    /** Not done yet at that instant. */
    static Condition stands(Moment moment) {
        return STOOD.BEGAN_AT.lt(moment.at()).and(STOOD.ENDED_AT.ge(moment.at())).and(unfinished());
    }

    private static Condition unfinished() {
        return STOOD.PHASE.in(inline("draft"), inline("open"));
    }

    private static Condition turned(Moment moment) {
        return STOOD.TURN.isNotNull().and(moment.holds(STOOD.BEGAN_AT));
    }

    private static List<SelectField<?>> counted(List<Kind> kinds, Function<Kind, Field<Integer>> count) {
        var counted = new ArrayList<SelectField<?>>();
        kinds.forEach(kind -> counted.add(count.apply(kind).as(NAME.apply(kind))));
        return counted;
    }

    private static Tally tally(org.jooq.Record r, List<Kind> kinds) {
        var tally = new Tally();
        kinds.forEach(kind -> tally.add(kind, r.get(NAME.apply(kind), Integer.class)));
        return tally;
    }
}
