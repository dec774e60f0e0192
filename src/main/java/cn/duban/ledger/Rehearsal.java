package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.ledger.type.TypeWords;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.workdays.Deadlines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A matter played through a type on paper: an invented dossier and invented people, the very rules of the {@link Lifecycle}, a
 * calendar, and a clock that is moved on by hand. No database; nothing that is played leaves a trace.
 */
public final class Rehearsal {

    /** Moves that one rehearsal may have. */
    public static final int LONGEST = 60;

    /** The act by which only time passes. */
    public static final String WAIT = "wait";

    private static final List<String> ON_ASSIGNMENT = List.of("receive", "accept", "return");

    private static final List<String> DECIDING = List.of("uphold", "release");

    private final MatterType type;
    private final Cast cast;
    private final Lifecycle lifecycle;
    private final Sight sight = new Sight();
    private final List<Played> played = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final Opening opening;
    private Dossier dossier;
    private Instant now;

    /**
     * @param type sound: what the linter faults cannot be played
     * @param like the government whose region and time zone hold
     * @param deadlines on the calendar that counts
     */
    public Rehearsal(MatterType type, Directory like, Deadlines deadlines, Instant opened) {
        this.type = type;
        this.now = opened;
        var today = LocalDate.ofInstant(opened, like.zone());
        this.cast = Cast.of(type, like, today);
        this.lifecycle = new Lifecycle(type, cast.directory(), deadlines);
        this.opening = new Props(type, cast, like.zone()).opening(today);
        var supervisor = cast.actor(type.supervisor().orElseThrow().name()).viewer();
        var fresh = Matter.opened(opening, new MatterTypes.Version(0, type.name(), type.version()), type, Props.SAID, 0, today, opened);
        var change = lifecycle.open(opening, fresh, supervisor, opened, null);
        this.dossier = change.after(change.matter.sealed(change.entryNo(), Hex.ZERO), supervisor);
        path.add(dossier.matter().state());
    }

    /**
     * Somebody does something, or time passes.
     *
     * @param act an action of the type, an act on an assignment, {@code void}, or {@link #WAIT}
     * @param due the day that is named, where the act names one
     * @param without what is left out on purpose of what the act needs
     */
    public record Move(Instant at, String actor, String act, @Nullable Integer assignment, @Nullable LocalDate due, Set<String> without) {}

    /** What came of a move; {@code from} and {@code to} are states. */
    public record Played(Move move, Label actor, Label act, @Nullable Label unit, Label from, Label to, @Nullable Refusal refusal) {}

    public record Player(String id, Label name) {}

    /**
     * Something that might be done now.
     *
     * @param unit whose assignment it is about; null for the matter itself
     * @param refusal why this player may not; null where they may
     * @param others who else could
     */
    public record Choice(String act, @Nullable Integer assignment, Label label, @Nullable Label unit, @Nullable Refusal refusal, List<Label> others) {}

    /** Plays a move, or says why it is refused; a refused one changes nothing but the hour. */
    public Played play(Move move) {
        if (played.size() >= LONGEST) throw Refusal.of("input", "一次演练最多 " + LONGEST + " 步，请重新开始。", "A rehearsal has at most " + LONGEST + " moves; begin anew.").thrown();
        if (move.at().isBefore(now)) throw Refusal.of("input", "时间只能往后走：现在已经是 " + local(now) + "。", "Time goes on only: it is " + local(now) + " already.").thrown();
        now = move.at();
        var actor = cast.actor(move.actor());
        var from = state();
        Refusal refusal = null;
        if (!move.act().equals(WAIT)) {
            try {
                var change = judge(move, actor.viewer());
                dossier = change.after(change.matter.sealed(change.entryNo(), Hex.ZERO), actor.viewer());
                if (!path.getLast().equals(dossier.matter().state())) path.add(dossier.matter().state());
            } catch (Refusal.Refused refused) {
                refusal = refused.refusal();
            }
        }
        var done = new Played(move, actor.name(), called(move.act()), move.assignment() == null ? null : unitOf(move.assignment()), from, state(), refusal);
        played.add(done);
        return done;
    }

    private String local(Instant at) {
        return at.atZone(lifecycle.deadlines().zone()).toLocalDateTime().toString().replace('T', ' ');
    }

    private Label called(String act) {
        return act.equals(WAIT) ? new Label("时间过去", "Time passes") : NextAct.called(type, act);
    }

    public List<Played> played() {
        return List.copyOf(played);
    }

    public Instant now() {
        return now;
    }

    public Dossier dossier() {
        return dossier;
    }

    /** The states that were gone through, in order. */
    public List<String> path() {
        return List.copyOf(path);
    }

    public List<Player> players() {
        return cast.actors().stream().map(actor -> new Player(actor.id(), actor.name())).toList();
    }

    /** The player who bears the role that owes the next step; the supervisor where nobody does. */
    public String owing() {
        var owes = dossier.matter().owes();
        var supervisor = type.supervisor().orElseThrow().name();
        return owes == null ? supervisor : cast.actors().stream().map(Cast.Actor::id).filter(id -> id.equals(owes) || id.startsWith(owes + "-")).findFirst().orElse(supervisor);
    }

    /** Who owes what now, in words: the next step of the matter, and each assisting unit its own. */
    public List<Label> owed() {
        var owed = new ArrayList<Label>();
        var role = dossier.matter().owes();
        if (role != null) {
            var next = NextAct.of(type, dossier.matter().state(), role, 0);
            var named = TypeWords.named(type, role);
            owed.add(next == null ? named : new Label(named.zh() + "：" + NextAct.called(type, next).zh(), named.en() + ": " + NextAct.called(type, next).en()));
        }
        for (var share : dossier.assignments()) {
            if (share.role().equals("lead") || dossier.matter().phase() != Phase.OPEN || !share.open()) continue;
            var act = NextAct.called(type, NextAct.of(type, dossier.matter().state(), share.state()));
            var unit = unitOf(share.no());
            owed.add(new Label(unit.zh() + "：" + act.zh(), unit.en() + ": " + act.en()));
        }
        return owed;
    }

    /** The running clocks first, then those that stand; each with why it ends when it ends. */
    public List<ClockExplained> clocks(Locale language) {
        return dossier.clocks().stream().map(clock -> ClockExplained.of(clock, type, dossier.journal(), lifecycle.deadlines(), now, language))
                .sorted(Comparator.comparing((ClockExplained clock) -> clock.state() != Clock.State.RUNNING)).toList();
    }

    /** @param yellowUntil the end of the next working day */
    public @Nullable Lamp lamp(Instant yellowUntil) {
        var late = dossier.clocks().stream().filter(clock -> clock.running() && clock.breachedAt(now));
        var onlyReport = late.allMatch(clock -> type.clocks().containsKey(clock.name()) && type.clocks().get(clock.name()).every() != null);
        return dossier.matter().phase().done() && dossier.matter().phase() != Phase.SETTLED ? null : Lamp.of(dossier.matter().dueAt(), now, yellowUntil, onlyReport);
    }

    /** What the unit of an assignment is called. */
    public Label unitOf(int assignment) {
        var unit = dossier.assignment(assignment).map(Assignment::unit).orElse(0);
        return cast.actors().stream().filter(actor -> actor.viewer().unit() == unit).map(Cast.Actor::name).findFirst().orElse(new Label("", ""));
    }

    /** Everything that the type knows, and what of it this player may do now. */
    public List<Choice> choices(String player, Instant at, @Nullable LocalDate due, Set<String> without) {
        var choices = new ArrayList<Choice>();
        for (var action : type.actions().values()) if (!action.onAssignment()) choices.add(choice(new Move(at, player, action.name(), null, due, without)));
        choices.add(choice(new Move(at, player, "void", null, due, without)));
        for (var share : dossier.assignments()) {
            if (!share.live() || share.role().equals("lead")) continue;
            var acts = new ArrayList<>(share.state() == Assignment.State.OBJECTED ? DECIDING : ON_ASSIGNMENT);
            type.actions().values().stream().filter(Action::onAssignment).forEach(action -> acts.add(1, action.name()));
            acts.forEach(act -> choices.add(choice(new Move(at, player, act, share.no(), due, without))));
        }
        return choices;
    }

    private Choice choice(Move move) {
        var others = cast.actors().stream().filter(actor -> !actor.id().equals(move.actor()) && refused(move, actor.viewer()) == null).map(Cast.Actor::name).toList();
        return new Choice(move.act(), move.assignment(), NextAct.called(type, move.act()), move.assignment() == null ? null : unitOf(move.assignment()), refused(move, cast.actor(move.actor()).viewer()), others);
    }

    private @Nullable Refusal refused(Move move, Viewer viewer) {
        try {
            judge(move, viewer);
            return null;
        } catch (Refusal.Refused refused) {
            return refused.refusal();
        }
    }

    /** As the ledger does it: what somebody may not see is not there for them. */
    private Change judge(Move move, Viewer viewer) {
        if (!sight.sees(dossier, viewer, cast.directory())) throw Ledger.nothing();
        return lifecycle.judge(dossier, filled(move), viewer, move.at());
    }

    Opening opening() {
        return opening;
    }

    Act filled(Move move) {
        return new Props(type, cast, lifecycle.deadlines().zone()).filled(move);
    }

    /** Where the matter stands, in words. */
    public Label state() {
        return dossier.matter().phase() == Phase.VOID ? new Label("已作废", "Voided") : type.state(dossier.matter().state()).label();
    }
}
