package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.State;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which state follows which, by the actions of a type and by the lapses that a law allows. */
final class StateGraph {

    private final MatterType type;
    private final Map<String, Set<String>> next = new LinkedHashMap<>();

    StateGraph(MatterType type) {
        this.type = type;
        type.states().keySet().forEach(state -> next.put(state, new LinkedHashSet<>()));
        for (var action : type.actions().values()) {
            for (var from : action.from()) link(from, action.to());
        }
        for (var clock : type.clocks().values()) {
            for (var from : clock.during()) link(from, clock.lapse() == null ? null : clock.lapse().to());
        }
    }

    private void link(String from, @Nullable String to) {
        if (to != null && next.containsKey(from) && next.containsKey(to)) next.get(from).add(to);
    }

    Set<String> after(String state) {
        return next.getOrDefault(state, Set.of());
    }

    /** A state and all that can follow it. */
    Set<String> reachableFrom(String start) {
        var seen = new LinkedHashSet<String>(Set.of(start));
        var waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            for (var state : after(waiting.remove())) if (seen.add(state)) waiting.add(state);
        }
        return seen;
    }

    Set<String> unreachable() {
        var missing = new LinkedHashSet<>(type.states().keySet());
        missing.removeAll(reachableFrom(type.initial().name()));
        return missing;
    }

    /** States from which no path leads to one that fulfils the wish. */
    Set<String> cutOffFrom(Predicate<State> wish) {
        var missing = new LinkedHashSet<String>();
        for (var state : type.states().keySet()) {
            if (reachableFrom(state).stream().map(type::state).noneMatch(wish)) missing.add(state);
        }
        return missing;
    }
}
