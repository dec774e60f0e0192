package cn.duban.ledger;

import cn.duban.ledger.Assignment.Stage;
import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps inside a unit, for those that use them: the registry hands on, the handler works, the section chief reviews,
 * the leader signs. While they run, only a signature lets the answer out.
 */
final class InnerStages {

    static final String HAND_ON = "hand-on";
    static final String PASS_UP = "pass-up";
    static final String HAND_BACK = "hand-back";
    static final String SIGN = "sign";

    private InnerStages() {}

    static boolean names(String action) {
        return action.equals(HAND_ON) || action.equals(PASS_UP) || action.equals(HAND_BACK) || action.equals(SIGN);
    }

    /** @param onBehalf entered for a unit that signed on paper; whose name that is stands in the entry */
    static @Nullable Refusal unsigned(Standing standing, Dossier dossier, Action action, MatterType type, boolean onBehalf) {
        var lead = dossier.leadAssignment().orElse(null);
        if (lead == null || !action.by().contains("lead") || action.to() == null) return null;
        if (action.needs().contains("signature") && lead.stage() != Stage.SIGNED && !(standing.viewer().has(Duty.SIGN) && standing.worksFor(lead.unit())) && !onBehalf)
            return Refusal.of("signature", "“" + action.label().zh() + "”须由主办单位负责人签发：请先送负责人签发，或者由负责人来办。",
                    "\"" + action.label().en() + "\" must be signed by a leader of the lead unit: pass it up to be signed, or let the leader do it.");
        var leavesTheUnit = !"lead".equals(type.state(action.to()).owes());
        return leavesTheUnit ? unsigned(standing, lead) : null;
    }

    static @Nullable Refusal unsigned(Standing standing, Assignment assignment) {
        var inside = assignment.stage() != Stage.UNIT && assignment.stage() != Stage.SIGNED;
        if (!inside || standing.viewer().has(Duty.SIGN) && standing.worksFor(assignment.unit())) return null;
        return Refusal.of("state", "本单位内部流转还没有签发，签发之后才能报出。", "It is still going round inside the unit; it may leave once it is signed.");
    }

    /** Moves an assignment inside its unit. */
    static Assignment move(String action, Assignment assignment, Standing standing, Act act) {
        if (!standing.worksFor(assignment.unit())) throw Refusal.role("只有承办单位的人能在本单位内流转。", "Only the unit's own people move it inside the unit.", List.of(assignment.role())).thrown();
        var viewer = standing.viewer();
        return switch (action) {
            case HAND_ON -> {
                allow(viewer.has(Duty.REGISTRY) || viewer.has(Duty.REVIEW) || viewer.has(Duty.SIGN), "转交由收发、科长或者负责人来做。");
                yield assignment.at(Stage.HANDLING, desk(standing, assignment, act));
            }
            case PASS_UP -> {
                allow(atDesk(standing, assignment), "这件事不在您的岗位上，不能由您送审。");
                var desk = desk(standing, assignment, act);
                var signs = standing.directory().post(desk).filter(p -> p.has(Duty.SIGN)).isPresent();
                yield assignment.at(signs ? Stage.SIGNING : Stage.REVIEWING, desk);
            }
            case HAND_BACK -> {
                allow(atDesk(standing, assignment) && act.word("reason") != null, "退回要写明理由，并由正在审核的岗位来做。");
                yield assignment.at(Stage.HANDLING, desk(standing, assignment, act));
            }
            case SIGN -> {
                allow(viewer.has(Duty.SIGN), "签发由单位负责人来做。");
                yield assignment.at(Stage.SIGNED, viewer.post());
            }
            default -> throw new IllegalArgumentException(action);
        };
    }

    private static boolean atDesk(Standing standing, Assignment assignment) {
        return assignment.desk() != null && assignment.desk() == standing.viewer().post();
    }

    private static int desk(Standing standing, Assignment assignment, Act act) {
        var post = act.post();
        if (post == null || standing.directory().post(post).filter(p -> standing.directory().within(p.unit(), assignment.unit())).isEmpty())
            throw Refusal.of("missing", "请选择本单位的一个岗位。", "Choose a post of this unit.").thrown();
        return post;
    }

    private static void allow(boolean may, String zh) {
        if (!may) throw Refusal.of("role", zh, "Your post does not take this step inside the unit.").thrown();
    }
}
