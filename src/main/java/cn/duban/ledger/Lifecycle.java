package cn.duban.ledger;

import cn.duban.ledger.type.Gate;
import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType.State;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one type: whether an act may happen and what it makes of the matter. Pure: no SQL, no clock of its own, so
 * that pages ask it what they may offer and tests walk it at random.
 */
record Lifecycle(MatterType type, Directory directory, Deadlines deadlines) {

    /** An action of the type that this viewer may take now, for pages and API. */
    List<Action> offered(Dossier dossier, Viewer viewer) {
        var standing = new Standing(type, dossier, viewer, directory);
        if (dossier.matter().phase() == Phase.MERGED || dossier.matter().phase() == Phase.VOID) return List.of();
        return type.actionsFrom(dossier.matter().state()).stream()
                .filter(action -> refusedRole(standing, action) == null && exhausted(dossier, action) == null && decided(dossier, action) == null)
                .toList();
    }

    /** Decides whatever act it is: on one unit's assignment, of the kernel, or of the type. */
    Change judge(Dossier dossier, Act act, Viewer viewer, Instant now) {
        if (act.assignment() != null) return new ShareActs(this).onAssignment(dossier, act, viewer, now);
        if (ReportReview.ACTS.contains(act.action())) return new ReportReview(this).decide(dossier, act, viewer, now);
        return KernelActs.names(act.action()) ? new KernelActs(this).decide(dossier, act, viewer, now) : decide(dossier, act, viewer, now);
    }

    /** Decides an action of the type on the matter itself. */
    Change decide(Dossier dossier, Act act, Viewer viewer, Instant now) {
        var matter = dossier.matter();
        var action = type.action(act.action()).filter(a -> !a.onAssignment()).orElseThrow(() -> unknown(act.action()));
        if (matter.phase() == Phase.MERGED || matter.phase() == Phase.VOID) throw asleep(matter);
        if (!action.appliesIn(type.state(matter.state()))) throw wrongState(dossier, action);
        var standing = new Standing(type, dossier, viewer, directory);
        if (act.behalf() == null) throwIf(refusedRole(standing, action));
        else Proxy.check(type, standing, action, act.behalf());
        throwIf(exhausted(dossier, action));
        throwIf(objecting(dossier, action, now));
        throwIf(InnerStages.unsigned(standing, dossier, action, type, act.behalf() != null));
        throwIf(Needs.missing(type, dossier, action, act));
        throwIf(Needs.unasked(standing, action, act));
        throwIf(Needs.ownLaterDay(standing, act.due()));
        var today = now.atZone(deadlines.zone()).toLocalDate();
        throwIf(Needs.wrongDay(action, act, dossier, today, now, type));
        throwIf(new Prolonging(type, dossier, deadlines, now).refused(action, act.due()));

        var change = begin(act, dossier, now);
        applyRoles(change, act);
        Needs.write(change, type, act);
        var next = action.to() == null ? type.state(matter.state()) : type.state(action.to());
        throwIf(gate(action, dossier, now));
        change.childless = action.gate() != null && Gate.named(action.gate()).filter(Gate::childless).isPresent();
        if (act.due() != null && !action.extension()) change.matter = change.matter.due(act.due());
        Assignments.follow(type, change, next, act, viewer);
        change.matter = change.matter.in(next, Phase.of(type, next), now);
        if (change.opens()) underOpen(dossier);
        new Ticking(type, deadlines).turn(change, act.due(), action.extension());
        return change;
    }

    /** Opens a matter; the initial state owes the first step. Imported history starts no clocks. */
    Change open(Opening opening, Matter fresh, Viewer viewer, Instant now, @Nullable Phase parentPhase) {
        underOpen(parentPhase);
        var change = new Change("open", fresh, now);
        var supervisor = type.supervisor().orElseThrow();
        change.bear(supervisor.name(), viewer.unit(), null);
        applyRoles(change, Act.of("open").roles(opening.roles()));
        new Docketing(type, directory).name(change, viewer);
        if (opening.note() != null) change.words.put("note", opening.note());
        if (opening.derivedFrom() != null) change.relate(Relation.Kind.DERIVED_FROM, fresh.tenant(), opening.derivedFrom());
        if (!opening.imported()) new Ticking(type, deadlines).turn(change, opening.due(), false);
        return change;
    }

    /** The same for a matter opened again, and for those that were merged into it. */
    static void underOpen(Dossier dossier) {
        underOpen(dossier.parentPhase());
        dossier.merged().stream().filter(m -> m.parentPhase() != null && m.parentPhase().done()).findFirst().ifPresent(m -> {
            throw Refusal.of("gate", "“" + m.number() + "”已并入这件事，而它的上级事项已经办结；请先重新启动那件上级事项。",
                    m.number() + " merged into this matter, and its parent is settled; open that parent again first.").thrown();
        });
    }

    /** Nothing is open under a parent that counts as done. */
    static void underOpen(@Nullable Phase parent) {
        if (parent != null && parent.done())
            throw Refusal.of("gate", "上级事项已经办结，下面不能再有未办结的事项；请先重新启动上级事项。", "The parent is settled and can have no open matter under it; open the parent again first.").thrown();
    }

    Change begin(Act act, Dossier dossier, Instant now) {
        if (act.version() != null && act.version() != dossier.matter().version())
            throw Refusal.of("conflict", "您打开页面之后，有人已经办理了这件事（现在是第" + dossier.matter().version() + "步）。请看过新的进展再决定，您填写的内容还在。",
                    "Somebody acted on this matter after you opened the page (it is at step " + dossier.matter().version() + " now). Look at what changed before you decide; what you typed is kept.").thrown();
        var change = new Change(act.action(), dossier, now);
        change.behalf = act.behalf();
        change.words.putAll(act.words());
        act.evidence().forEach(file -> change.attach(file, act.assignment()));
        return change;
    }

    void applyRoles(Change change, Act act) {
        act.roles().forEach((name, bearers) -> {
            var role = type.roles().get(name);
            if (role == null || role.ledgerOwner())
                throw Refusal.of("input", "这类事项没有可以指定的“" + name + "”。", "This type has no role " + name + " to be named.").thrown();
            new Bearers(directory, role).replace(change, bearers);
        });
    }

    @Nullable Refusal refusedRole(Standing standing, Action action) {
        var held = standing.roles();
        if (action.by().stream().anyMatch(held::contains)) {
            if (!standing.barredBy(action.except())) return null;
            return new Refusal("own-work", "“" + action.label().zh() + "”不能由承办的单位自己来做：您或您所在的单位办理过这件事，须由其他人核查。",
                    "\"" + action.label().en() + "\" is not for those who did the work: you or your unit worked on this matter, somebody else must verify it.", action.by(), List.of());
        }
        if (standing.superiorOf(action.by(), action.except()) && !standing.barredBy(action.except())) return null;
        return new Refusal("role", "“" + action.label().zh() + "”由" + names(action.by()) + "来做，您当前的岗位不是。",
                "\"" + action.label().en() + "\" is for another role than the one your post has here.", action.by(), List.of());
    }

    private String names(List<String> roles) {
        return String.join("、", roles.stream().map(r -> type.roles().get(r).label().zh()).toList());
    }

    private @Nullable Refusal exhausted(Dossier dossier, Action action) {
        if (action.most() == null || times(dossier, action) < action.most()) return null;
        return Refusal.of("most", "“" + action.label().zh() + "”最多" + action.most() + "次，已经用完。",
                "\"" + action.label().en() + "\" is allowed " + action.most() + " time(s) and was used.");
    }

    private int times(Dossier dossier, Action action) {
        if (!action.anew()) return dossier.timesDone(action.name());
        var into = type.actions().values().stream().filter(other -> other.to() != null && action.from().contains(other.to())).map(Action::name).collect(Collectors.toSet());
        return dossier.timesDoneSince(action.name(), into);
    }

    private @Nullable Refusal objecting(Dossier dossier, Action action, Instant now) {
        if (!action.name().equals(MatterType.OBJECT)) return null;
        return dossier.leadAssignment().map(lead -> barredFromObjecting(action, lead, now)).orElse(null);
    }

    private static @Nullable Refusal decided(Dossier dossier, Action action) {
        return action.name().equals(MatterType.OBJECT) ? dossier.leadAssignment().map(Lifecycle::decided).orElse(null) : null;
    }

    private static @Nullable Refusal decided(Assignment share) {
        if (share.decided() == null) return null;
        return Refusal.of("decided", "由谁承办已在第" + share.decided() + "条记录中裁定，不能再退回；请办理，另有情况的请留言说明。",
                "Who is competent was decided in entry " + share.decided() + "; it cannot be sent back again. Work on it, and comment if there is more to say.");
    }

    /** After the decision of a dispute, or after the time to object, nothing is sent back any more. */
    @Nullable Refusal barredFromObjecting(Action action, Assignment share, Instant now) {
        if (share.decided() != null) return decided(share);
        if (action.within() == null) return null;
        var last = deadlines.due(share.givenAt(), Period.parse(action.within()));
        if (now.isBefore(last.dueAt())) return null;
        return Refusal.of("objection-late", "提出异议的期限已于" + last.lastDay() + "届满，不能再退回，更不能不声不响地退；请办理，确有困难的请留言向督查单位说明。",
                "The time to object ran out on " + last.lastDay() + "; it cannot be sent back any more. Work on it, and comment if there are difficulties.");
    }

    private @Nullable Refusal gate(Action action, Dossier dossier, Instant now) {
        if (action.gate() == null) return null;
        var gate = Gate.named(action.gate()).orElseThrow();
        if (gate == Gate.CHILDREN_ENTERED && !entered(dossier))
            return Refusal.of("gate", "下面还没有立项，先把要跟踪的事项列进去，再“" + action.label().zh() + "”。", "Nothing stands under it yet; enter what is to be followed first.");
        if (gate == Gate.OBJECTIONS_OVER) {
            var early = early(action, dossier, now);
            if (early != null) return early;
        }
        var open = switch (gate) {
            case CHILDREN_ENTERED -> List.<String>of();
            case CHILDREN_SETTLED, OBJECTIONS_OVER -> dossier.unsettledChildren().stream().map(Dossier.Child::number).toList();
            case ASSIGNMENTS_ANSWERED -> dossier.assignments().stream()
                    .filter(a -> a.live() && !a.role().equals("lead") && a.state() != Assignment.State.ACCEPTED)
                    .map(a -> "assignment " + a.no()).toList();
        };
        if (open.isEmpty()) return null;
        return new Refusal("gate", "还有" + open.size() + "项没有办结：" + String.join("、", open) + "。全部办结之后才能“" + action.label().zh() + "”。",
                open.size() + " still open: " + String.join(", ", open) + ".", List.of(), open);
    }

    /** Whoever may object has until the last day to do so, unless all of them said that they agree with what was fed back; of what was fed back again only the day counts. */
    private @Nullable Refusal early(Action action, Dossier dossier, Instant now) {
        var clock = dossier.clocks().stream().filter(c -> c.name().equals(MatterType.OBJECTION) && c.running()).findFirst();
        if (clock.isEmpty() || clock.get().breachedAt(now)) return null;
        var once = type.actions().values().stream().filter(a -> dossier.matter().state().equals(a.to())).mapToInt(a -> dossier.timesDone(a.name())).sum() == 1;
        var silent = type.action(MatterType.AGREE).stream().flatMap(agree -> agree.by().stream()).flatMap(dossier::bearing).map(Responsibility::unit).distinct()
                .filter(unit -> !once || dossier.deeds().stream().noneMatch(deed -> deed.own() && deed.act().equals(MatterType.AGREE) && directory.within(deed.unit(), unit))).map(directory::unitName).toList();
        if (silent.isEmpty()) return null;
        var units = String.join("、", silent);
        return new Refusal("gate", "提出异议的期限到" + clock.get().lastDay() + "为止，" + units + "还没有表示无异议；没有表示不等于同意。期限届满，或者都表示无异议之后，才能“" + action.label().zh() + "”。",
                "The time to object ends on " + clock.get().lastDay() + " and " + units + " did not say that they agree; silence is no consent. \"" + action.label().en() + "\" is possible once it is over, or once all of them agreed.", List.of(), silent);
    }

    /** By whoever supervises the matter itself: what a bearing unit broke down is not what was promised. */
    private static boolean entered(Dossier dossier) {
        var supervising = dossier.bearing(MatterType.SUPERVISOR).map(Responsibility::unit).toList();
        return dossier.children().stream().anyMatch(child -> child.phase() != Phase.VOID) && dossier.childShares().stream().anyMatch(share -> share.role().equals(MatterType.SUPERVISOR) && supervising.contains(share.unit()));
    }

    private Refusal.Refused wrongState(Dossier dossier, Action action) {
        var state = type.state(dossier.matter().state());
        var from = new ArrayList<String>();
        action.from().forEach(s -> from.add(type.state(s).label().zh()));
        return new Refusal("state", "这件事现在是“" + state.label().zh() + "”，“" + action.label().zh() + "”只能在“" + String.join("、", from) + "”时进行。",
                "The matter is \"" + state.label().en() + "\"; \"" + action.label().en() + "\" is not possible from there.", action.by(), List.of()).thrown();
    }

    static Refusal.Refused asleep(Matter matter) {
        var merged = matter.phase() == Phase.MERGED;
        return Refusal.of("state", merged ? "这件事已并入另一件事，请到主办的那件事上办理。" : "这件事已作废，不再办理。",
                merged ? "This matter was merged into another; act on that one." : "This matter was voided.").thrown();
    }

    static Refusal.Refused ended(State state) {
        return Refusal.of("state", "这件事已经是“" + state.label().zh() + "”，不再变动；确需变动的，请先重新启动它。",
                "The matter is \"" + state.label().en() + "\" and stays as it is; open it again first.").thrown();
    }

    Refusal.Refused unknown(String action) {
        return Refusal.of("input", "“" + type.label().zh() + "”没有“" + action + "”这个动作。", "There is no action " + action + " on a " + type.label().en() + ".").thrown();
    }

    static void throwIf(@Nullable Refusal refusal) {
        if (refusal != null) throw refusal.thrown();
    }
}
