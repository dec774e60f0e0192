package cn.duban.ledger.desk;

import static cn.duban.ledger.type.TypeWords.actionNamed;
import static cn.duban.ledger.type.TypeWords.named;
import static cn.duban.ledger.type.TypeWords.period;
import static cn.duban.ledger.type.TypeWords.rhythm;
import static cn.duban.ledger.type.TypeWords.stateNamed;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType.State;
import cn.duban.ledger.type.TypeWords;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a matter type says, in words of the office and the reader's language. An empty text means that it says nothing there. */
public record TypeReadout(String label, String number, String parent, String shown, List<Role> roles, List<Stage> stages, List<Step> steps, List<Limit> limits, List<Entry> entries) {

    public record Role(String label, String bearer) {}

    /** @param kind what sort of state, as {@link StateDiagram.Box#look} names it */
    public record Stage(String name, String label, String kind, String owes, List<String> limits) {}

    /** @param who who may take it @param to empty where the state stays @param most empty where it may be done at will */
    public record Step(String name, String label, String who, String from, String to, String needs, String except, String gate, String most) {}

    /** @param breach what follows when it ends unmet */
    public record Limit(String name, String label, String during, String budget, String breach) {}

    public record Entry(String label, String kind, String choices, boolean required) {}

    /** @param typeLabel what another type is called @param today for the example of a number */
    public static TypeReadout of(MatterType type, Locale language, Function<String, Label> typeLabel, LocalDate today) {
        return new Teller(type, language, typeLabel, today).tell();
    }

    private record Teller(MatterType type, Locale language, Function<String, Label> typeLabel, LocalDate today) {

        TypeReadout tell() {
            return new TypeReadout(type.label().in(language), type.number() == null ? "" : example(type.number()), type.parent() == null ? "" : typeLabel.apply(type.parent()).in(language),
                    list(type.shown(), name -> named(type, name)),
                    type.roles().values().stream().map(role -> new Role(role.label().in(language), TypeWords.bearer(role).in(language))).toList(),
                    type.states().values().stream().map(this::stage).toList(),
                    type.actions().values().stream().map(this::step).toList(),
                    type.clocks().values().stream().map(clock -> new Limit(clock.name(), clock.label().in(language), during(clock), budget(clock), consequences(clock))).toList(),
                    type.fields().values().stream().map(this::entry).toList());
        }

        /** A number as the first matter of this year gets it. */
        private String example(String pattern) {
            return pattern.replace("{year}", String.valueOf(today.getYear())).replace("{month}", "%02d".formatted(today.getMonthValue()))
                    .replace("{unit}", Words.in(language, "ledger.types.number.unit")).replace("{seq}", "1");
        }

        private Stage stage(State state) {
            return new Stage(state.name(), state.label().in(language), StateDiagram.look(type, state), state.owes() == null ? "" : named(type, state.owes()).in(language),
                    type.clocksDuring(state.name()).stream().map(clock -> Words.in(language, "ledger.types.limit", clock.label().in(language), budget(clock))).toList());
        }

        private Step step(Action action) {
            return new Step(action.name(), action.label().in(language), list(action.by(), role -> named(type, role)),
                    action.onAssignment() ? Words.in(language, "ledger.types.on-assignment") : list(action.from(), state -> stateNamed(type, state)),
                    action.to() == null ? "" : stateNamed(type, action.to()).in(language), list(action.needs(), need -> named(type, need)),
                    list(action.except(), role -> named(type, role)), text(action.gate(), TypeWords::gate), limits(action));
        }

        private String limits(Action action) {
            return Stream.of(action.most() == null ? "" : Words.in(language, action.anew() ? "ledger.types.most.anew" : "ledger.types.most", action.most()),
                    action.within() == null ? "" : Words.in(language, "ledger.types.within", period(action.within()).in(language)),
                    action.upTo() == null ? "" : Words.in(language, "ledger.types.up-to", period(action.upTo()).in(language))).filter(limit -> !limit.isEmpty()).collect(Collectors.joining(Words.in(language, "ledger.effect.and")));
        }

        private Entry entry(Field field) {
            return new Entry(field.label().in(language), TypeWords.kind(field.kind()).in(language), field.choices().isEmpty() ? "" : TypeWords.choices(field).in(language), field.required());
        }

        private String during(ClockRule clock) {
            return clock.onAssignment() ? Words.in(language, "ledger.types.on-assignment") : list(clock.during(), state -> stateNamed(type, state));
        }

        private String budget(ClockRule clock) {
            if (clock.every() != null) return Words.in(language, "ledger.types.every", rhythm(clock.every()).in(language), clock.until() == null ? "" : actionNamed(type, clock.until()).in(language));
            if (clock.after() != null) return Words.in(language, "ledger.types.after", period(clock.after()).in(language));
            return period(clock.budget()).in(language);
        }

        private String consequences(ClockRule clock) {
            if (clock.opens() != null) return Words.in(language, "ledger.types.opens", typeLabel.apply(clock.opens()).in(language));
            var lapse = clock.lapse();
            if (lapse != null) return Words.in(language, "ledger.types.lapse", lapse.act(), lapse.article(), stateNamed(type, lapse.to()).in(language));
            return clock.breach().isEmpty() ? "" : TypeWords.joined(clock.breach().stream().map(TypeWords::breach).toList()).in(language);
        }

        private String list(Collection<String> names, Function<String, Label> label) {
            return names.isEmpty() ? "" : TypeWords.names(names, label).in(language);
        }

        private String text(@Nullable String word, Function<String, Label> label) {
            return word == null ? "" : label.apply(word).in(language);
        }
    }
}
