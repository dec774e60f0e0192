package cn.duban.ledger;

import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.val;

import cn.duban.ledger.Sight.Grant;
import cn.duban.ledger.Sight.Relation;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.util.Collections;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Matters that have in common what lets some viewers see all of them at once, whoever else bears them: what rooms above sum up
 * that cannot ask for each matter. Another form of {@link Sight}, held equal to it by a test.
 *
 * @param draft whether they are not handed out yet
 * @param supervisors units that bear or bore the supervising role, in order
 */
public record Circle(boolean draft, Secrecy secrecy, List<Integer> supervisors) {

    public enum Reach {
        /** None of them is seen. */
        NONE,
        /** Some may be, by what they do not have in common. */
        PART,
        /** All of them are seen. */
        WHOLE
    }

    /** The same as columns of a row. */
    public record Columns(Condition draft, Field<String> secrecy, Field<Integer[]> supervisors) {}

    public Reach reach(Viewer viewer, Directory directory) {
        var reach = Reach.NONE;
        for (var grant : Sight.GRANTS) {
            if (!Sight.has(viewer, grant) || !grant.secrecies().contains(secrecy) || !(draft ? grant.phases().contains(Phase.DRAFT) : grant.phases().containsAll(Sight.HANDED_OUT))) continue;
            if (bySupervisors(grant) && !Collections.disjoint(supervisors, Sight.units(grant.relation(), viewer, directory))) return Reach.WHOLE;
            if (grant.relation() != Relation.SUPERVISES) reach = Reach.PART;
        }
        return reach;
    }

    /** Rows of circles that the viewer sees as a whole. */
    public static Condition whole(Viewer viewer, Directory directory, Columns circle) {
        Condition any = falseCondition();
        for (var grant : Sight.GRANTS) {
            if (!Sight.has(viewer, grant) || !bySupervisors(grant)) continue;
            var seen = arrayOverlap(circle.supervisors(), val(Sight.units(grant.relation(), viewer, directory).toArray(Integer[]::new)))
                    .and(Sight.among(circle.secrecy(), grant.secrecies(), Secrecy.values().length));
            any = any.or(grant.phases().contains(Phase.DRAFT) ? seen : seen.and(not(circle.draft())));
        }
        return any;
    }

    /** Whether that a unit supervises is enough. */
    private static boolean bySupervisors(Grant grant) {
        return grant.relation() == Relation.SUPERVISES || grant.relation() == Relation.ABOVE;
    }
}
