package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.State;

/** In every state a matter can be reached, is somebody's, is under a clock, and can be brought to an end. */
final class StateRules {

    private StateRules() {}

    static void check(MatterType type, Faults faults) {
        var graph = new StateGraph(type);
        for (var state : graph.unreachable()) faults.at("states." + state, "unreachable",
                "从初始状态“%s”到不了状态“%s”。",
                "State “%2$s” cannot be reached from the initial state “%1$s”.", Named.state(type, type.initial().name()), Named.state(type, state));
        for (var state : graph.cutOffFrom(State::settled)) faults.at("states." + state, "dead-end",
                "从状态“%s”出发到不了任何办结状态，事项会悬在这里。",
                "From state “%s” no settled state can be reached: a matter would hang here.", Named.state(type, state));
        for (var state : type.states().values()) {
            if (state.ended()) ended(type, state, faults);
            else open(type, state, faults);
        }
        for (var action : type.actions().values()) {
            for (var from : action.from()) {
                var left = type.states().get(from);
                if (left != null && left.ended() && action.to() != null && !action.name().equals("redo")) {
                    faults.at("actions." + action.name() + ".from", "final-left",
                            "终结状态“%s”只能由 redo（重新办理）离开，不能由“%s”离开。",
                            "Final state “%s” is left by redo only, not by “%s”.", Named.state(type, from), Named.of(action));
                }
            }
        }
    }

    private static void ended(MatterType type, State state, Faults faults) {
        var called = Named.state(type, state.name());
        var at = "states." + state.name();
        if (!state.settled()) faults.at(at, "final-unsettled",
                "终结状态“%s”应当同时是办结状态（settled: true）。",
                "Final state “%s” must be settled too.", called);
        if (state.owes() != null) faults.at(at + ".owes", "final-owes",
                "终结状态“%s”不再欠任何事，请删去 owes。",
                "In the final state “%s” nothing is owed; remove “owes”.", called);
    }

    private static void open(MatterType type, State state, Faults faults) {
        var at = "states." + state.name();
        var owes = state.owes();
        var called = Named.state(type, state.name());
        if (owes == null) faults.at(at, "nobody-owes",
                "状态“%s”没有写明下一步由谁负责（owes）。",
                "State “%s” does not say who owes the next step (owes).", called);
        else if (!type.roles().containsKey(owes)) faults.at(at + ".owes", "unknown-role", "没有名为“%s”的角色。", "There is no role “%s”.", owes);
        else if (type.actionsFrom(state.name()).stream().noneMatch(a -> a.by().contains(owes))) faults.at(at + ".owes", "owes-no-action",
                "状态“%s”由“%s”负责下一步，但其在此没有可办的动作。",
                "In state “%s” the next step is owed by “%s”, who has no action there.", called, Named.role(type, owes));

        var clocks = type.clocksDuring(state.name());
        if (state.settled() && clocks.stream().noneMatch(c -> c.every() != null)) {
            faults.at(at, "no-clock",
                    "长期坚持一类的状态“%s”没有定期时限（every），日久无人过问。",
                    "The standing state “%s” has no rhythm (every): nobody would ask again.", called);
        } else if (clocks.stream().noneMatch(c -> c.budget() != null || c.every() != null || c.after() != null)) {
            faults.at(at, "no-clock",
                    "状态“%s”没有任何时限，事项可以无限期停在这里。",
                    "No clock runs in state “%s”: a matter could stay for ever.", called);
        }
    }
}
