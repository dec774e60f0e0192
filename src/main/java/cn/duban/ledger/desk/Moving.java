package cn.duban.ledger.desk;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.Migration.Fate;
import cn.duban.ledger.Migration.Plan;
import cn.duban.ledger.Migration;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.TypeDesk;
import cn.duban.ledger.TypeMoves;
import cn.duban.ledger.desk.MovePage.Outcome;
import cn.duban.ledger.desk.MovePage.Row;
import cn.duban.ledger.desk.MovePage.Staying;
import cn.duban.ledger.desk.NewTypePage.Choice;
import cn.duban.ledger.type.MatterType.State;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.TypeDifference;
import cn.duban.ledger.type.TypeWords;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes which state becomes which, tries it on paper, and orders the move. */
@Component
class Moving {

    private static final int NUMBERS = 20;

    private final TypePages pages;
    private final Migration migration;
    private final TypeMoves moves;
    private final TypeDesk desk;

    Moving(TypePages pages, Migration migration, TypeMoves moves, TypeDesk desk) {
        this.pages = pages;
        this.migration = migration;
        this.moves = moves;
        this.desk = desk;
    }

    /** What was chosen: the version to move to, old state → new state, and why. */
    record Chosen(@Nullable String to, Map<String, String> states, String reason) {}

    MovePage form(Viewer viewer, Version from, Chosen chosen, boolean dryRun, Complaints complaints) {
        if (!desk.may(viewer)) viewer.require(Viewer.Duty.ADMINISTER);
        var rows = pages.rows(viewer, from.name());
        var shown = rows.stream().filter(row -> row.item().version().equals(from)).findFirst().orElseThrow(NotFound::new);
        var targets = rows.stream().filter(row -> row != shown && (row.standing().equals("valid") || row.standing().equals("coming") || row.standing().equals("past"))).toList();
        var to = targets.stream().filter(row -> row.item().version().word().equals(chosen.to())).findFirst()
                .or(() -> targets.stream().filter(row -> row.standing().equals("valid")).findFirst()).orElse(null);
        var old = pages.type(viewer, from);
        var next = to == null ? null : pages.type(viewer, to.item().version());
        if (old == null) throw new NotFound();
        var states = migration.perState(viewer.tenant(), from).entrySet().stream()
                .map(one -> new Row(one.getKey(), TypeWords.stateNamed(old, one.getKey()).in(TypePages.language()), one.getValue(), chosen.states().getOrDefault(one.getKey(), next == null ? "" : proposed(old, next, one.getKey())))).toList();
        var plan = to == null ? null : new Plan(from, to.item().version(), chosen.states());
        return new MovePage(from.name(), old.label().in(TypePages.language()), shown, to, targets.stream().map(row -> new Choice(row.item().version().word(), row.called())).toList(), states,
                next == null ? List.of() : next.states().values().stream().map(state -> new Choice(state.name(), state.label().in(TypePages.language()))).toList(),
                next == null ? null : TypeDifference.between(old, next).changes(), plan == null || !dryRun ? null : outcome(migration.dryRun(viewer, plan), old, next), chosen.reason(), complaints);
    }

    /** The state of the same name, else of the same word, else the only one of its sort that the same role owes; empty where none fits. */
    static String proposed(MatterType old, MatterType next, String name) {
        var was = old.state(name);
        var fits = next.states().values().stream().filter(state -> state.settled() == was.settled() && state.ended() == was.ended()).toList();
        return fits.stream().filter(state -> state.name().equals(name)).findFirst()
                .or(() -> fits.stream().filter(state -> state.label().zh().equals(was.label().zh())).findFirst())
                .or(() -> {
                    var free = fits.stream().filter(state -> !old.states().containsKey(state.name()) && java.util.Objects.equals(state.owes(), was.owes())).toList();
                    return free.size() == 1 ? java.util.Optional.of(free.getFirst()) : java.util.Optional.empty();
                }).map(State::name).orElse("");
    }

    private static Outcome outcome(List<Fate> fates, MatterType old, @Nullable MatterType next) {
        record Way(String from, String to) {}
        var ways = new LinkedHashMap<Way, Integer>();
        var stays = new LinkedHashMap<Way, List<String>>();
        for (var fate : fates) {
            var from = TypeWords.stateNamed(old, fate.state()).in(TypePages.language());
            if (fate.refusal() != null) stays.computeIfAbsent(new Way(from, fate.refusal().text()), way -> new java.util.ArrayList<>()).add(fate.number());
            else ways.merge(new Way(from, TypeWords.stateNamed(next == null ? old : next, String.valueOf(fate.becomes())).in(TypePages.language())), 1, Integer::sum);
        }
        return new Outcome(ways.values().stream().mapToInt(Integer::intValue).sum(), ways.entrySet().stream().map(way -> new MovePage.Moving(way.getKey().from(), way.getKey().to(), way.getValue())).toList(),
                stays.entrySet().stream().map(stay -> new Staying(stay.getKey().from(), stay.getKey().to(), stay.getValue().size(), stay.getValue().stream().limit(NUMBERS).toList())).toList());
    }

    /** @return the number of the move; null with complaints where it was not ordered */
    @Nullable Long order(Viewer viewer, Version from, Chosen chosen, Complaints complaints) {
        var to = chosen.to() == null ? null : Version.of(viewer.tenant(), from.name(), chosen.to()).orElse(null);
        complaints.addIf(to == null, "to", "ledger.types.move.to.wrong");
        complaints.addIf(chosen.reason().isBlank(), "reason", "ledger.types.publication.reason.wrong");
        if (to == null || !complaints.isEmpty()) return null;
        try {
            return moves.order(viewer, new Plan(from, to, chosen.states()), chosen.reason());
        } catch (Refusal.Refused refused) {
            if (refused.refusal().rule().equals("role")) throw refused;
            complaints.add(refused.refusal().rule().equals("input") ? "reason" : "to", refused.refusal().text());
            return null;
        }
    }

    MovingPage progress(Viewer viewer, String name, long no) {
        var progress = moves.progress(viewer, name, no).orElseThrow(NotFound::new);
        var old = pages.type(viewer, progress.plan().from());
        var rows = pages.rows(viewer, name);
        return new MovingPage(name, old == null ? name : old.label().in(TypePages.language()), called(rows, progress.plan().from()), called(rows, progress.plan().to()), progress,
                progress.stays().stream().map(stay -> new MovingPage.Stay(stay.number(), old == null ? stay.state() : TypeWords.stateNamed(old, stay.state()).in(TypePages.language()), cn.duban.web.Words.english() ? stay.en() : stay.zh())).toList());
    }

    private static String called(List<VersionRow> rows, Version version) {
        return rows.stream().filter(row -> row.item().version().equals(version)).findFirst().map(VersionRow::called).orElse(version.word());
    }

    /** The states that a form chose: those that stay as they are say nothing. */
    static Map<String, String> states(Map<String, String> asked) {
        return asked.entrySet().stream().filter(one -> one.getKey().startsWith("state.") && !one.getValue().isBlank())
                .collect(Collectors.toMap(one -> one.getKey().substring(6), Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}
