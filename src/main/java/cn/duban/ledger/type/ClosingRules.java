package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Action;
import java.util.LinkedHashSet;

/** Whoever did the work neither closes it nor may stand behind whoever does; and every close passes the gate. */
final class ClosingRules {

    private ClosingRules() {}

    static void check(MatterType type, Faults faults) {
        var independence = new Independence(type);
        var workers = independence.workers();
        for (var action : independence.closing()) {
            var at = "actions." + action.name();
            if (action.gate() == null) faults.at(at, "ungated",
                    "“%s”使事项办结，应当设前提（gate），如 children-settled。",
                    "“%s” settles the matter and must carry a gate, such as children-settled.", Named.of(action));
            byOthers(type, action, workers, at, faults);
            keepsOut(action, workers, at, faults);
        }
    }

    private static void byOthers(MatterType type, Action action, LinkedHashSet<String> workers, String at, Faults faults) {
        for (var role : action.by()) {
            if (workers.contains(role)) faults.at(at + ".by", "closing-by-worker",
                    "“%s”使事项办结，不能由办理该事项的“%s”自己来做。",
                    "“%s” settles the matter and is not open to “%s”, who did the work.", Named.of(action), Named.role(type, role));
            else if (action.except().contains(role)) faults.at(at + ".except", "closing-by-worker",
                    "“%s”既由“%s”来做又排除“%s”，自相矛盾。",
                    "“%s” is open to “%s” and yet bars “%s”.", Named.of(action), Named.role(type, role), Named.role(type, role));
        }
    }

    private static void keepsOut(Action action, LinkedHashSet<String> workers, String at, Faults faults) {
        var open = new LinkedHashSet<>(workers);
        open.removeAll(action.except());
        open.removeAll(action.by());
        if (!open.isEmpty()) faults.at(at, "closing-without-except",
                "“%s”使事项办结，应当用 except 排除办理过该事项的“%s”。",
                "“%s” settles the matter and must bar those who did the work: except %s.", Named.of(action), String.join(", ", open));
        else if (workers.isEmpty()) faults.at(at, "closing-by-worker",
                "“%s”使事项办结，但除办结者外无人办理，核查不独立：请设责任单位的角色。",
                "“%s” settles the matter, but nobody else works on it: the check is not independent; add a role for the responsible unit.", Named.of(action));
    }
}
