package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType;
import cn.duban.web.Viewer;
import java.util.stream.Stream;

/**
 * Entering on behalf (代录): a supervisor, or the registry of the unit or of one above it, as for a village that never signs in,
 * enters what somebody else did, and both are named.
 * Whoever enters for a unit has acted for it and may not verify its work afterwards.
 */
final class Proxy {

    private Proxy() {}

    static void check(MatterType type, Standing standing, Action action, Act.Behalf behalf) {
        var supervisor = type.supervisor().orElseThrow().name();
        if (action.by().contains(supervisor) || !action.except().isEmpty())
            throw Refusal.role("“" + action.label().zh() + "”要由本人办理，不能代录。", "\"" + action.label().en() + "\" cannot be entered on somebody's behalf.", action.by()).thrown();
        var bears = standing.dossier().responsibilities().stream()
                .anyMatch(r -> r.current() && action.by().contains(r.role()) && r.unit() == behalf.unit());
        if (!bears) throw Refusal.role("被代录的单位不承担“" + action.label().zh() + "”的责任。", "The unit named does not bear the role for \"" + action.label().en() + "\".", action.by()).thrown();
        var mayEnter = standing.roles().contains(supervisor)
                || standing.viewer().has(Viewer.Duty.REGISTRY) && (standing.worksFor(behalf.unit()) || standing.directory().within(behalf.unit(), standing.viewer().unit()));
        if (!mayEnter) throw Refusal.role("代录只能由督查人员，或者该单位、其上级单位的收发岗位来做。", "Only the supervisor, or the registry of the unit or of one above it, may enter on its behalf.", Stream.concat(action.by().stream(), Stream.of(supervisor)).distinct().toList()).thrown();
    }
}
