package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.Role;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Whoever does the work, the ledger's owner not excepted, neither names a new day for it nor stops and continues its clocks. */
final class DayRules {

    /** By these names the kernel stops a clock with what is left of it, and continues it. */
    private static final Set<String> SUSPENDING = Set.of("pause", "resume");

    private DayRules() {}

    static void check(MatterType type, Faults faults) {
        var owner = type.supervisor().map(Role::name);
        if (owner.isEmpty()) return;
        var workers = new Independence(type).workers();
        for (var action : type.actions().values()) {
            if (!action.by().contains(owner.get()) || !moves(type, action, workers)) continue;
            var open = new LinkedHashSet<>(workers);
            open.removeAll(action.except());
            open.removeAll(action.by());
            if (!open.isEmpty()) faults.at("actions." + action.name(), "day-without-except",
                    "“%s”改动期限或者中止、恢复计时，应当用 except 排除办理该事项的“%s”，否则主管单位自己承办时可以改自己的期限。",
                    "“%s” moves a deadline or stops a clock and must bar those who do the work: except %s.", Named.of(action), String.join(", ", open));
        }
    }

    /** The first day, named when the owner hands the matter out, moves nothing yet. */
    private static boolean moves(MatterType type, Action action, Set<String> workers) {
        if (action.onAssignment()) return false;
        if (SUSPENDING.contains(action.name())) return true;
        var docketing = action.to() != null && !workers.contains(Objects.toString(type.initial().owes())) && Set.of(type.initial().name()).equals(action.from());
        return action.needs().contains("due") && !docketing;
    }
}
