package cn.duban.figures;

import static cn.duban_db.figures.Tables.STOOD;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.epoch;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.row;

import cn.duban.ledger.Sight;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of figures: one statement for what stands, one for what happened, with the viewer's sight in its {@code where}. */
@Component
class Counts {

    static final Sight.Audience AUDIENCE = new Sight.Audience(STOOD.TENANT, STOOD.PHASE_NOW, STOOD.SECRECY_NOW, STOOD.SUPERVISORS, STOOD.BEARERS, STOOD.POSTS);
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
    record Moment(Instant at, Instant from) {}

    /** Matters that are alike in everything that a board groups by. */
    record Group(String ledger, String type, String source, @Nullable Integer unit, @Nullable Integer leader, Tally tally) {}

    record Month(LocalDate first, Tally tally) {}

    /** @param days the median of how many days they had stood in the state they left */
    record Move(String type, String from, String to, int count, double days) {}

    /** A row behind a number: how a matter stood, since when, and when it was or will be late. */
    record Spot(UUID matter, int no, String type, String state, Instant beganAt, @Nullable Instant lateAt) {}

    List<Group> standing(Scope scope, Moment moment, Viewer viewer, Directory directory) {
        return groups(Kind.STANDING, stands(moment), scope, moment, viewer, directory);
    }

    List<Group> turns(Scope scope, Moment moment, Viewer viewer, Directory directory) {
        return groups(Kind.TURNS, turned(moment), scope, moment, viewer, directory);
    }

    private List<Group> groups(List<Kind> kinds, Condition which, Scope scope, Moment moment, Viewer viewer, Directory directory) {
        List<SelectField<?>> columns = Stream.concat(Stream.of(STOOD.LEDGER, STOOD.TYPE, STOOD.SOURCE, STOOD.UNIT, STOOD.LEADER), counted(kinds, moment)).toList();
        return sql.select(columns).from(STOOD).where(which, of(scope, viewer), sight.of(viewer, directory, AUDIENCE))
                .groupBy(STOOD.LEDGER, STOOD.TYPE, STOOD.SOURCE, STOOD.UNIT, STOOD.LEADER)
                .fetch(r -> new Group(r.get(STOOD.LEDGER), r.get(STOOD.TYPE), r.get(STOOD.SOURCE), r.get(STOOD.UNIT), r.get(STOOD.LEADER), tally(r, kinds)));
    }

    /** Turns month by month. */
    List<Month> months(Scope scope, Moment moment, Viewer viewer, Directory directory) {
        Field<LocalDateTime> month = field("date_trunc('month', {0} at time zone {1})", LocalDateTime.class, STOOD.BEGAN_AT, inline(directory.zone().getId()));
        List<SelectField<?>> columns = Stream.concat(Stream.of(month.as("month")), counted(Kind.TURNS, moment)).toList();
        return sql.select(columns).from(STOOD).where(turned(moment), of(scope, viewer), sight.of(viewer, directory, AUDIENCE)).groupBy(month)
                .fetch(r -> new Month(r.get("month", LocalDateTime.class).toLocalDate(), tally(r, Kind.TURNS)));
    }

    List<Move> moves(Scope scope, Moment moment, Viewer viewer, Directory directory) {
        var seconds = epoch(STOOD.BEGAN_AT).minus(epoch(STOOD.FROM_SINCE));
        return sql.select(STOOD.TYPE, STOOD.FROM_STATE, STOOD.STATE, count(), percentileCont(inline(0.5)).withinGroupOrderBy(seconds))
                .from(STOOD).where(Kind.MOVED.at(moment.at(), moment.from()), of(scope, viewer), sight.of(viewer, directory, AUDIENCE))
                .groupBy(STOOD.TYPE, STOOD.FROM_STATE, STOOD.STATE).orderBy(STOOD.TYPE, count().desc(), STOOD.FROM_STATE, STOOD.STATE)
                .fetch(r -> new Move(r.value1(), r.value2(), r.value3(), r.value4(), r.value5().doubleValue() / 86_400));
    }

    /** The rows behind a number, the latest change first. */
    List<Spot> rows(Cell cell, Moment moment, @Nullable Spot after, int most, Viewer viewer, Directory directory) {
        var kind = cell.kind();
        return sql.select(STOOD.MATTER, STOOD.NO, STOOD.TYPE, STOOD.STATE, STOOD.BEGAN_AT, STOOD.LATE_AT).from(STOOD)
                .where(which(cell, moment), of(cell.scope(), viewer), sight.of(viewer, directory, AUDIENCE))
                .and(after == null ? noCondition() : row(STOOD.BEGAN_AT, STOOD.MATTER, STOOD.NO).lt(after.beganAt(), after.matter(), after.no()))
                .orderBy(STOOD.BEGAN_AT.desc(), STOOD.MATTER.desc(), STOOD.NO.desc()).limit(most)
                .fetch(r -> new Spot(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }

    int total(Cell cell, Moment moment, Viewer viewer, Directory directory) {
        return sql.selectCount().from(STOOD).where(which(cell, moment), of(cell.scope(), viewer), sight.of(viewer, directory, AUDIENCE)).fetchSingle().value1();
    }

    private static Condition which(Cell cell, Moment moment) {
        return cell.kind().at(moment.at(), moment.from()).and(cell.kind().standing() ? stands(moment) : noCondition())
                .and(cell.from() == null ? noCondition() : STOOD.FROM_STATE.eq(cell.from())).and(cell.to() == null ? noCondition() : STOOD.STATE.eq(cell.to()));
    }

    /** Not done yet at that instant. */
    private static Condition stands(Moment moment) {
        return STOOD.BEGAN_AT.lt(moment.at()).and(STOOD.ENDED_AT.ge(moment.at())).and(STOOD.PHASE.in(inline("draft"), inline("open")));
    }

    private static Condition turned(Moment moment) {
        return STOOD.TURN.isNotNull().and(STOOD.BEGAN_AT.ge(moment.from())).and(STOOD.BEGAN_AT.lt(moment.at()));
    }

    private Condition of(Scope scope, Viewer viewer) {
        var gathering = names.gathering(viewer.tenant());
        return given(scope.ledger(), STOOD.LEDGER).and(given(scope.type(), STOOD.TYPE)).and(given(scope.source(), STOOD.SOURCE))
                .and(borne(scope.unit(), STOOD.UNIT, gathering.units())).and(borne(scope.leader(), STOOD.LEADER, gathering.leaders()));
    }

    private static <T> Condition given(@Nullable T value, Field<T> column) {
        return value == null ? noCondition() : column.eq(value);
    }

    private static Condition borne(@Nullable Integer by, Field<Integer> column, Set<String> gathering) {
        if (by == null) return noCondition();
        if (by == Scope.NONE) return column.isNull().and(STOOD.TYPE.notIn(gathering));
        return by == Scope.BELOW ? column.isNull().and(STOOD.TYPE.in(gathering)) : column.eq(by);
    }

    private static Stream<SelectField<?>> counted(List<Kind> kinds, Moment moment) {
        return kinds.stream().map(kind -> count().filterWhere(kind.at(moment.at(), moment.from())).as(NAME.apply(kind)));
    }

    private static Tally tally(org.jooq.Record r, List<Kind> kinds) {
        var tally = new Tally();
        kinds.forEach(kind -> tally.add(kind, r.get(NAME.apply(kind), Integer.class)));
        return tally;
    }
}
