package cn.duban.progress;

import static cn.duban_db.progress.Tables.DUE_REPORT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lateral;

import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How many rounds that ended in a period ended without a report, for rooms that reckon with it; what came late afterwards is still one. */
@Component
public class Unreported {

    private final DSLContext sql;
    private final Matters matters;
    private final Directories directories;

    Unreported(DSLContext sql, Matters matters, Directories directories) {
        this.sql = sql;
        this.matters = matters;
        this.directories = directories;
    }

    /** @param rows where they are listed */
    public record Count(int missed, String rows) {}

    /** Of each unit with those below it, as this viewer may see them: one statement. */
    public Map<Integer, Count> of(LocalDate since, LocalDate on, Collection<Integer> units, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var below = new LinkedHashMap<Integer, Collection<Integer>>();
        units.forEach(unit -> below.put(unit, directory.below(unit)));
        var all = new TreeSet<Integer>();
        below.values().forEach(all::addAll);
        var missed = sql.select(DUE_REPORT.UNIT, count()).from(DUE_REPORT).crossJoin(lateral(matters.admitting(MatterQuery.all(), viewer, DUE_REPORT.MATTER).asTable("admitting")))
                .where(DUE_REPORT.TENANT.eq(viewer.tenant()), DUE_REPORT.UNIT.in(all)).and(missed(since, on)).groupBy(DUE_REPORT.UNIT).fetchMap(DUE_REPORT.UNIT, count());
        var counts = new LinkedHashMap<Integer, Count>();
        below.forEach((unit, theirs) -> counts.put(unit, new Count(theirs.stream().mapToInt(one -> missed.getOrDefault(one, 0)).sum(), "/progress/unreported?unit=" + unit + "&since=" + since + "&on=" + on)));
        return counts;
    }

    static Condition missed(LocalDate since, LocalDate on) {
        return DUE_REPORT.MISSED_AT.isNotNull().and(DUE_REPORT.STATE.ne(DueReports.LAPSED)).and(DUE_REPORT.ENDS_ON.between(since, on));
    }
}
