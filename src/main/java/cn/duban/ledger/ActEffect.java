package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.ledger.type.TypeWords;
import cn.duban.units.Directory;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an act will do, for whoever is about to take it: of the kernel's own acts by their texts, of a type's by what its states and clocks say. Pure. */
record ActEffect(MatterType type, Dossier dossier, Directory directory) {

    @Nullable String of(String act, boolean onAssignment) {
        var kernel = "ledger.hint." + act + (onAssignment ? ".share" : "");
        if (type.action(act).isEmpty()) return Words.has(kernel) ? Words.say(kernel) : null;
        return type.action(act).filter(action -> action.to() != null && !onAssignment).map(this::moving).orElse(null);
    }

    private String moving(Action action) {
        var state = type.state(String.valueOf(action.to()));
        var sentences = new ArrayList<String>();
        sentences.add(Words.say("ledger.effect.state", state.label().in(language())));
        var pausing = action.name().equals("pause");
        say(sentences, pausing ? "ledger.effect.pause" : "ledger.effect.stop", rule -> runs(rule) && !rule.during().contains(state.name()));
        if (Ticking.CONTINUING.contains(action.name())) say(sentences, "ledger.effect.resume", rule -> rule.during().contains(state.name()) && latest(rule) == Clock.State.PAUSED);
        else startsWith(sentences, type.clocks().values().stream().filter(rule -> rule.during().contains(state.name()) && !runs(rule)).toList());
        if (Phase.of(type, state).done()) {
            silent(sentences, "ledger.effect.unreceived", share -> share.receivedAt() == null);
            silent(sentences, "ledger.effect.unanswered", share -> share.receivedAt() != null && share.answeredAt() == null);
        }
        return String.join(Words.say("ledger.effect.between"), sentences);
    }

    /** What others were asked for and never said is named before it is passed over: silence is no receipt and no answer. */
    private void silent(List<String> sentences, String key, Predicate<Assignment> which) {
        var units = dossier.assignments().stream().filter(share -> !share.role().equals("lead") && share.open()).filter(which).map(share -> directory.unitName(share.unit())).distinct().toList();
        if (!units.isEmpty()) sentences.add(Words.say(key, String.join(Words.say("ledger.effect.and"), units)));
    }

    private void say(List<String> sentences, String key, Predicate<ClockRule> which) {
        var clocks = type.clocks().values().stream().filter(rule -> !rule.onAssignment()).filter(which).map(ClockRule::label).toList();
        if (!clocks.isEmpty()) sentences.add(Words.say(key, TypeWords.joined(clocks).in(language())));
    }

    private static void startsWith(List<String> sentences, List<ClockRule> clocks) {
        if (clocks.isEmpty()) return;
        sentences.add(Words.say("ledger.effect.start", clocks.stream().map(rule -> Words.say("ledger.effect.clock", rule.label().in(language()), measure(rule).in(language())))
                .collect(Collectors.joining(Words.say("ledger.effect.and")))));
    }

    private static Label measure(ClockRule rule) {
        return rule.every() != null ? TypeWords.rhythm(rule.every()) : TypeWords.period(rule.budget() != null ? rule.budget() : rule.after());
    }

    private boolean runs(ClockRule rule) {
        return latest(rule) == Clock.State.RUNNING;
    }

    private Clock.@Nullable State latest(ClockRule rule) {
        return dossier.clocks().stream().filter(clock -> clock.assignment() == null && clock.name().equals(rule.name())).reduce((one, other) -> one.no() > other.no() ? one : other).map(Clock::state).orElse(null);
    }

    private static Locale language() {
        return TimelineWords.language();
    }
}
