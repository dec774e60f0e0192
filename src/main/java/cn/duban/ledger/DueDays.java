package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;

import cn.duban.ledger.MatterLists.Moment;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Row3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On which day how many matters end: one statement, which reads each day off the index of deadlines and stops at what a day is counted to. */
@Component
class DueDays {

    private final DSLContext sql;
    private final MatterLists lists;

    DueDays(DSLContext sql, MatterLists lists) {
        this.sql = sql;
        this.lists = lists;
    }

    /** Each day from the first to the last, also those on which nothing ends. @param among nothing else is looked at; null for all */
    List<DueDay> of(MatterQuery query, LocalDate first, LocalDate last, Viewer viewer, Directory directory, Moment moment, @Nullable Collection<UUID> among) {
        var m = MATTER.as("m");
        var instant = m.DUE_AT.getDataType();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Row3<LocalDate, Instant, Instant>[] month = first.datesUntil(last.plusDays(1))
                .map(day -> row(inline(day), val(MatterLists.startOf(day, directory), instant).cast(instant), val(MatterLists.startOf(day.plusDays(1), directory), instant).cast(instant))).toArray(Row3[]::new);
        var days = values(month).as("days", "day", "since", "until");
        var day = days.field("day", LocalDate.class);
        var awake = m.PHASE.in(MatterLists.AWAKE.stream().map(org.jooq.impl.DSL::inline).toList());
        var capped = select(field(awake).as("awake"), field(awake.and(MatterLists.shines(Lamp.RED, m, moment))).as("late"), field(m.DUE_AT.le(moment.yellowUntil())).as("near")).from(m)
                .where(lists.seen(m, viewer, directory)).and(MatterLists.among(m, among)).and(MatterLists.asked(query, m, directory, moment)).and(lists.holding(query, viewer).apply(m))
                .and(m.DUE_AT.gt(days.field("since", instant))).and(m.DUE_AT.le(days.field("until", instant)))
                .limit(inline(DueDay.COUNTED + 1)).asTable("capped");
        var late = condition(capped.field("late", Boolean.class));
        var near = condition(capped.field("near", Boolean.class));
        var counting = condition(capped.field("awake", Boolean.class));
        var counted = lateral(select(count().as("every"), count().filterWhere(late).as("red"), count().filterWhere(counting.and(near).and(not(late))).as("yellow"), count().filterWhere(counting.and(not(near))).as("blue")).from(capped)).as("counted");
        return sql.select(day, field(name("counted", "every"), Integer.class), field(name("counted", "red"), Integer.class), field(name("counted", "yellow"), Integer.class), field(name("counted", "blue"), Integer.class))
                .from(days).crossJoin(counted).orderBy(day).fetch(r -> new DueDay(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }
}
