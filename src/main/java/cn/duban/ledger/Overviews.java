package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.BEARING;
import static cn.duban_db.ledger.Tables.MATTER;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;

import cn.duban.ledger.MatterLists.Moment;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Figures that lead to lists: how many matters of each type are where, and with which unit they hang. Only what the viewer sees counts. */
@Component
class Overviews {

    private static final int UNITS = 30;

    private final DSLContext sql;
    private final MatterLists lists;
    /** Every matter of a government is counted: not anew for each look at a page. */
    private final Cache<Viewer, List<TypeCount>> counted = aMinute();
    private final Cache<Viewer, List<Hanging>> led = aMinute();

    Overviews(DSLContext sql, MatterLists lists) {
        this.sql = sql;
        this.lists = lists;
    }

    private static <T> Cache<Viewer, T> aMinute() {
        return Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(2_000).build();
    }

    /** All that the viewer sees, by type and phase; as it stood within the last minute. */
    List<TypeCount> counts(Viewer viewer, Directory directory, Moment moment) {
        return counted.get(viewer, v -> tally(v, directory, moment));
    }

    private List<TypeCount> tally(Viewer viewer, Directory directory, Moment moment) {
        var m = MATTER.as("m");
        return sql.select(m.LEDGER, m.TYPE, m.PHASE, count(), count().filterWhere(MatterLists.shines(Lamp.RED, m, moment)), count().filterWhere(MatterLists.shines(Lamp.YELLOW, m, moment)))
                .from(m).where(lists.seen(m, viewer, directory)).groupBy(m.LEDGER, m.TYPE, m.PHASE).orderBy(m.LEDGER, m.TYPE)
                .fetch(r -> new TypeCount(r.value1(), r.value2(), Phase.valueOf(r.value3().toUpperCase(Locale.ROOT)), r.value4(), r.value5(), r.value6()));
    }

    /** Open matters by the unit that leads them, the latest first; as it stood within the last minute. */
    List<Hanging> hanging(Viewer viewer, Directory directory, Moment moment) {
        return led.get(viewer, v -> hang(v, directory, moment));
    }

    private List<Hanging> hang(Viewer viewer, Directory directory, Moment moment) {
        var b = BEARING.as("b");
        // as the index over what is led says it, word for word
        var led = selectDistinct(b.UNIT, b.MATTER, b.DUE_AT).from(b)
                .where(b.TENANT.eq(viewer.tenant()), condition(b.NOW), b.PHASE.eq(inline("open")), b.ROLE.eq(inline("lead"))).and(lists.seen(b, viewer, directory)).asTable("led");
        var unit = led.field(b.UNIT);
        var dueAt = led.field(b.DUE_AT);
        var late = dueAt.le(moment.now()).and(MatterLists.late(viewer.tenant(), led.field(b.MATTER), moment.now()));
        // asked once of each matter: without the offset the planner would ask again for each figure
        var rated = select(unit, field(late).as("late"), field(dueAt.le(moment.yellowUntil())).as("near")).from(led).offset(inline(0)).asTable("rated");
        var isLate = condition(rated.field("late", Boolean.class));
        var red = count().filterWhere(isLate);
        var yellow = count().filterWhere(not(isLate).and(condition(rated.field("near", Boolean.class))));
        var leading = rated.field(unit);
        return sql.select(leading, count(), red, yellow).from(rated)
                .groupBy(leading).orderBy(red.desc(), yellow.desc(), count().desc(), leading).limit(UNITS)
                .fetch(row -> new Hanging(row.value1(), directory.unitName(row.value1()), row.value2(), row.value3(), row.value4()));
    }
}
