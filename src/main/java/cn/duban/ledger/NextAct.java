package cn.duban.ledger;

import cn.duban.ledger.type.Gate;
import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which act comes next, for the one button of a to-do list, and what acts are called. Pure; it permits nothing. */
final class NextAct {

    private NextAct() {}

    /** Of the acts of who owes: the one that ends the matter, else the one that leads on, else the first; none that open children bar, and a way out of it last. */
    static @Nullable String of(MatterType type, String state, @Nullable String owes, int openChildren) {
        if (owes == null) return null;
        var order = new ArrayList<>(type.states().keySet());
        var here = order.indexOf(state);
        return type.actionsFrom(state).stream().filter(a -> a.by().contains(owes))
                .filter(a -> openChildren == 0 || a.gate() == null || Gate.named(a.gate()).filter(Gate::childless).isEmpty())
                .max(Comparator.comparingInt((Action a) -> type.leavesOff(a) ? -1 : rank(type, a, here, order)))
                .map(Action::name).orElse(null);
    }

    private static int rank(MatterType type, Action action, int here, ArrayList<String> order) {
        if (action.to() == null) return 1;
        if (type.state(action.to()).ended()) return 3;
        return order.indexOf(action.to()) > here ? 2 : 0;
    }

    /** The unit's own next step on its assignment. */
    static String of(MatterType type, String state, Assignment.State share) {
        if (share == Assignment.State.GIVEN) return "receive";
        if (share == Assignment.State.ANSWERED) return "accept";
        if (share == Assignment.State.OBJECTED) return "uphold";
        return type.assignmentActionsIn(state).stream().map(Action::name).filter(act -> !act.equals(MatterType.DECLINE)).findFirst().orElse("answer");
    }

    /** What the type calls an act, else what the kernel does. */
    static Label called(MatterType type, String act) {
        return type.action(act).map(Action::label)
                .orElseGet(() -> new Label(Words.in(Words.CHINESE, "ledger.act." + act), Words.in(Locale.ENGLISH, "ledger.act." + act)));
    }
}
