package cn.duban.supervision;

import static cn.duban_db.ledger.Tables.BEARER_ROW;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who may report a value, and who may say what a target is and confirm its values: never somebody of a unit that works on the matter. */
@Component
class TargetHands {

    private static final Set<Duty> WORKING = Set.of(Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN);
    private static final Set<Phase> HANDED_OUT = Set.of(Phase.OPEN, Phase.SETTLED);

    private final DSLContext sql;
    private final Directories directories;

    TargetHands(DSLContext sql, Directories directories) {
        this.sql = sql;
        this.directories = directories;
    }

    record Bearing(String role, int unit) {}

    /** How somebody stands to one matter. @param reports the unit for which they report; 0 for none */
    record Hands(int reports, boolean supervises) {}

    Hands of(MatterId matter, Phase phase, Viewer viewer) {
        var bearing = sql.select(BEARER_ROW.ROLE, BEARER_ROW.UNIT).from(BEARER_ROW).where(BEARER_ROW.TENANT.eq(matter.tenant()), BEARER_ROW.MATTER.eq(matter.id()), BEARER_ROW.ROLE.in("lead", "assist", "supervisor")).orderBy(BEARER_ROW.UNIT)
                .fetch(r -> new Bearing(r.value1(), r.value2()));
        return hands(bearing, HANDED_OUT.contains(phase), viewer, directories.of(viewer.tenant()));
    }

    Hands of(MatterRow row, Viewer viewer) {
        return of(row.id(), row.phase(), viewer);
    }

    static Hands hands(List<Bearing> bearing, boolean handedOut, Viewer viewer, Directory directory) {
        var leads = bearing.stream().filter(one -> one.role().equals("lead")).mapToInt(Bearing::unit).filter(unit -> directory.within(viewer.unit(), unit)).findFirst();
        var reports = handedOut && viewer.duties().stream().anyMatch(WORKING::contains) ? leads.orElse(0) : 0;
        var own = IntStream.concat(IntStream.of(viewer.unit()), directory.postsOf(viewer.person()).stream().mapToInt(post -> post.unit())).boxed().toList();
        var works = bearing.stream().filter(one -> !one.role().equals("supervisor")).anyMatch(one -> own.stream().anyMatch(unit -> directory.within(unit, one.unit())));
        var supervises = viewer.has(Duty.SUPERVISE) && bearing.stream().anyMatch(one -> one.role().equals("supervisor") && directory.within(viewer.unit(), one.unit()));
        return new Hands(reports, supervises && !works);
    }
}
