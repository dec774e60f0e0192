package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.ledger.type.MatterType.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who does the work of a type, who closes it, and that they are not the same.
 *
 * <p>A role does the work if it owes an open state in which it cannot close, if it acts on an assignment, or if it asks
 * for the close: moves the matter into a state from which it is closed. The ledger's owner does not work by owing a state
 * (it docks, pauses and verifies), only by asking for a close out of a state that it owes. Where all this finds nobody, as
 * in a type whose work is done in its children, every unit but the ledger's owner counts. A way out of the matter, such as a withdrawal, that
 * is open from the first state on judges no work: whoever could take it has none the less worked.
 */
final class Independence {

    /** Steps that put a matter back where it was: whoever takes them does not ask for the close. */
    private static final Set<String> BACKWARD = Set.of("resume", "return", "object", "redo");

    private final MatterType type;
    private final List<Action> closing;
    private final Set<String> verifying = new LinkedHashSet<>();
    private final Set<String> judging = new LinkedHashSet<>();

    Independence(MatterType type) {
        this.type = type;
        this.closing = type.actions().values().stream().filter(this::closes).toList();
        for (var action : closing) {
            for (var from : action.from()) {
                if (!type.states().containsKey(from) || type.state(from).settled()) continue;
                verifying.add(from);
                if (!type.leavesOff(action)) judging.add(from);
            }
        }
    }

    /** Actions into a settled state. */
    List<Action> closing() {
        return closing;
    }

    LinkedHashSet<String> workers() {
        var workers = new LinkedHashSet<String>();
        for (var state : type.states().values()) {
            if (state.open() && state.owes() != null && !isOwner(state.owes()) && !closesFrom(state, state.owes()) && !onlyOpens(state, state.owes())) workers.add(state.owes());
        }
        for (var action : type.actions().values()) {
            if (action.onAssignment()) action.by().stream().filter(role -> !isOwner(role)).forEach(workers::add);
            if (asksForTheClose(action, judging)) action.by().stream().filter(role -> !isOwner(role)).forEach(workers::add);
            if (asksForTheClose(action, verifying)) action.by().stream().filter(role -> isOwner(role) && owesWorkBefore(action, role)).forEach(workers::add);
        }
        if (workers.isEmpty()) {
            type.roles().values().stream().filter(r -> r.bearer() == Bearer.UNIT && !r.ledgerOwner()).map(Role::name).forEach(workers::add);
        }
        workers.retainAll(type.roles().keySet());
        return workers;
    }

    /** Whoever owes the first state alone and hands it on to be worked on has done no work: so the one who approves an opening may verify what came of it. */
    private boolean onlyOpens(State state, String role) {
        var known = type.roles().get(role);
        return state.equals(type.initial()) && known != null && known.bearer() == Bearer.POST
                && type.states().values().stream().allMatch(other -> other.equals(state) || !role.equals(other.owes()))
                && type.actions().values().stream().filter(action -> action.by().contains(role)).allMatch(action -> action.to() == null || !verifying.contains(action.to()) && !closes(action));
    }

    private boolean closes(Action action) {
        var to = action.to();
        return to != null && type.states().containsKey(to) && type.state(to).settled();
    }

    private boolean closesFrom(State state, String role) {
        return closing.stream().anyMatch(a -> !type.leavesOff(a) && a.from().contains(state.name()) && a.by().contains(role));
    }

    private boolean asksForTheClose(Action action, Set<String> closable) {
        return action.to() != null && closable.contains(action.to()) && !BACKWARD.contains(action.name())
                && action.from().stream().anyMatch(from -> isWorkBefore(action, from, closable));
    }

    private boolean owesWorkBefore(Action action, String role) {
        return action.from().stream().filter(type.states()::containsKey).map(type::state)
                .anyMatch(from -> isWorkBefore(action, from.name(), verifying) && role.equals(from.owes()));
    }

    /** Leaving the initial state is docketing, not work, unless evidence of work comes with it. */
    private boolean isWorkBefore(Action action, String from, Set<String> closable) {
        return !closable.contains(from) && (!from.equals(type.initial().name()) || action.needs().contains("evidence"));
    }

    private boolean isOwner(String role) {
        var known = type.roles().get(role);
        return known != null && known.ledgerOwner();
    }
}
