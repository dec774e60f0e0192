package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;

import cn.duban.ledger.MatterLists.Moment;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
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

    Overviews(DSLContext sql, MatterLists lists) {
        this.sql = sql;
        this.lists = lists;
    }

    /** How many matters of one type stand in a phase, and how many of them are late or nearly. */
    record Count(String ledger, String type, Phase phase, int all, int red, int yellow) {}

    List<Count> counts(Viewer viewer, Directory directory, Moment moment) {
        var m = MATTER.as("m");
        return sql.select(m.LEDGER, m.TYPE, m.PHASE, count(), count().filterWhere(MatterLists.shines(Lamp.RED, m, moment)), count().filterWhere(MatterLists.shines(Lamp.YELLOW, m, moment)))
                .from(m).where(lists.seen(m, viewer, directory)).groupBy(m.LEDGER, m.TYPE, m.PHASE).orderBy(m.LEDGER, m.TYPE)
                .fetch(r -> new Count(r.value1(), r.value2(), Phase.valueOf(r.value3().toUpperCase(Locale.ROOT)), r.value4(), r.value5(), r.value6()));
    }

    /** Open matters by the unit that leads them, the latest first. */
    List<Hanging> hanging(Viewer viewer, Directory directory, Moment moment) {
        var m = MATTER.as("m");
        var r = RESPONSIBILITY.as("lead");
        var red = countDistinct(m.ID).filterWhere(MatterLists.shines(Lamp.RED, m, moment));
        var yellow = countDistinct(m.ID).filterWhere(MatterLists.shines(Lamp.YELLOW, m, moment));
        return sql.select(r.UNIT, countDistinct(m.ID), red, yellow)
                .from(m).join(r).on(r.TENANT.eq(m.TENANT), r.MATTER.eq(m.ID), r.ROLE.eq("lead"), r.UNTIL.isNull())
                .where(m.PHASE.eq("open")).and(lists.seen(m, viewer, directory))
                .groupBy(r.UNIT).orderBy(red.desc(), yellow.desc(), countDistinct(m.ID).desc(), r.UNIT).limit(UNITS)
                .fetch(row -> new Hanging(row.value1(), directory.unitName(row.value1()), row.value2(), row.value3(), row.value4()));
    }
}
