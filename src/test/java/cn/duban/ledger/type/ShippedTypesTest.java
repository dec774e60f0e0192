package cn.duban.ledger.type;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedTypesTest {

    static List<MatterType> types() {
        return List.copyOf(ShippedTypes.load().values());
    }

    @Test
    void listsEveryFileOfTheFolder() throws IOException {
        var ledgers = Path.of("src/main/resources/ledgers");
        try (var files = Files.walk(ledgers)) {
            assertThat(files.filter(Files::isRegularFile).map(f -> ledgers.relativize(f).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(ShippedTypes.FILES.stream().map(f -> f + ".yaml").toList());
        }
    }

    @Test
    void areCleanAndNamedAsTheirFiles() {
        ShippedTypes.texts().forEach((name, text) -> {
            var reading = TypeLinter.check(text, name, ShippedTypes.names());
            assertThat(reading.faults()).isEmpty();
            assertThat(reading.type()).extracting(MatterType::name).isEqualTo(name);
        });
    }

    /** If everybody does no more than what they owe, the matter still comes to a settled state. */
    @ParameterizedTest
    @MethodSource("types")
    void settleIfEverybodyDoesWhatTheyOwe(MatterType type) {
        var seen = new HashSet<String>();
        var waiting = new ArrayList<>(List.of(type.initial()));
        while (!waiting.isEmpty()) {
            var state = waiting.removeLast();
            if (state.ended() || !seen.add(state.name())) continue;
            type.actionsFrom(state.name()).stream().filter(a -> a.by().contains(state.owes()) && a.to() != null).forEach(a -> waiting.add(type.state(a.to())));
        }
        assertThat(seen).anyMatch(name -> type.actionsFrom(name).stream().anyMatch(a -> a.to() != null && type.state(a.to()).settled()));
    }

    /** Random walks: wherever a matter gets to, it is somebody's and under a clock, or nothing is owed. */
    @ParameterizedTest
    @MethodSource("types")
    void holdTheirInvariantsOnEveryWalk(MatterType type) {
        var workers = new Independence(type).workers();
        var visited = new HashSet<String>();
        for (var seed = 0; seed < 200; seed++) {
            // small seeds of Random begin alike, so that of two actions every walk took the same one
            var chance = new SplittableRandom(seed);
            var state = type.initial();
            for (var step = 0; step < 50; step++) {
                visited.add(state.name());
                assertThat(whole(type, state)).as("%s in %s", type.name(), state.name()).isTrue();
                var choices = type.actionsFrom(state.name());
                var action = choices.get(chance.nextInt(choices.size()));
                if (action.to() == null) continue;
                if (state.ended()) assertThat(action.name()).isEqualTo("redo");
                state = type.state(action.to());
                if (state.settled()) {
                    assertThat(action.by()).doesNotContainAnyElementsOf(workers);
                    assertThat(action.except()).containsAll(workers);
                    assertThat(action.gate()).isNotNull();
                }
            }
        }
        assertThat(visited).isEqualTo(type.states().keySet());
    }

    private static boolean whole(MatterType type, State state) {
        if (state.ended()) return state.owes() == null;
        return type.actionsFrom(state.name()).stream().anyMatch(a -> a.by().contains(state.owes())) && !type.clocksDuring(state.name()).isEmpty();
    }

    /** Whatever single support is knocked out of a shipped type, the linter notices. */
    @ParameterizedTest
    @MethodSource("types")
    void cannotLoseASupportUnnoticed(MatterType type) {
        for (var state : type.states().values()) {
            if (state.open()) assertThat(codes(type, new State(state.name(), state.label(), null, state.settled(), false))).containsExactly("nobody-owes");
            assertThat(codes(type, new State(state.name(), new Label(state.label().zh(), ""), state.owes(), state.settled(), state.ended()))).containsExactly("label");
            if (state.open()) {
                var clocks = new LinkedHashMap<String, ClockRule>(type.clocks());
                clocks.values().removeIf(c -> c.during().contains(state.name()));
                assertThat(codes(with(type, type.states(), type.actions(), clocks))).contains("no-clock");
            }
        }
        for (var action : new Independence(type).closing()) {
            assertThat(codes(type, action, action.by(), action.except(), null)).containsExactly("ungated");
            assertThat(codes(type, action, action.by(), List.of(), action.gate())).contains("closing-without-except");
            assertThat(codes(type, action, List.of("lead"), List.of(), action.gate())).contains("closing-by-worker");
        }
    }

    private static List<String> codes(MatterType type, State is) {
        var states = new LinkedHashMap<>(type.states());
        states.put(is.name(), is);
        return codes(with(type, states, type.actions(), type.clocks()));
    }

    private static List<String> codes(MatterType type, Action a, List<String> by, List<String> except, @Nullable String gate) {
        var actions = new LinkedHashMap<>(type.actions());
        actions.put(a.name(), new Action(a.name(), a.label(), a.from(), a.to(), a.onAssignment(), by, except, a.needs(), gate, a.most(), a.anew(), a.within(), a.upTo()));
        return codes(with(type, type.states(), actions, type.clocks()));
    }

    private static MatterType with(MatterType t, Map<String, State> states, Map<String, Action> actions, Map<String, ClockRule> clocks) {
        return new MatterType(t.name(), t.version(), t.label(), t.number(), t.parent(), t.roles(), t.fields(), states, actions, clocks, t.shown());
    }

    private static List<String> codes(MatterType type) {
        return TypeLinter.lint(type).stream().map(Fault::code).toList();
    }
}
