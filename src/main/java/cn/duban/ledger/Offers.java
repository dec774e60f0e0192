package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which acts a viewer may take on a matter now, for pages and programs. Pure: what the kernel itself allows is asked of the
 * very decision that will be made, so that nothing is offered that would be refused for who asks.
 */
record Offers(Lifecycle lifecycle, Dossier dossier, Viewer viewer, Instant now) {

    private static final List<String> KERNEL = List.of("comment", LookBack.ACT, Reminding.ACT, PassingOn.ACT, "correct", "reassign", "classify", "link", "unlink", "merge", "unmerge", "void", Erasing.ACT);
    private static final List<String> ON_ASSIGNMENT = List.of("receive", "accept", "return", "uphold", "release", "hand-on", "pass-up", "hand-back", "sign");
    private static final Set<String> WANTING = Set.of("missing", "input");

    List<Offer> onMatter() {
        var matter = dossier.matter();
        var type = lifecycle.type();
        var offered = lifecycle.offered(dossier, viewer);
        var main = NextAct.of(type, matter.state(), matter.owes(), dossier.unsettledChildren().size());
        var offers = new ArrayList<Offer>();
        offered.stream().filter(a -> a.name().equals(main)).forEach(a -> offers.add(new Offer(a.name(), a.label(), null, Offer.Rank.MAIN)));
        offered.stream().filter(a -> !a.name().equals(main)).forEach(a -> offers.add(new Offer(a.name(), a.label(), null, Offer.Rank.USUAL)));
        KERNEL.stream().filter(this::sensible).filter(act -> allowed(filled(act), WANTING))
                .forEach(act -> offers.add(new Offer(act, NextAct.called(type, act), null, Offer.Rank.KERNEL)));
        type.actionsFrom(matter.state()).stream().filter(a -> !offered.contains(a) && !behalves(a).isEmpty())
                .forEach(a -> offers.add(new Offer(a.name(), a.label(), null, Offer.Rank.PROXY)));
        return offers;
    }

    /** Where no roles can change any more, or all can be put right at once, reassigning would only confuse. */
    private boolean sensible(String act) {
        return !act.equals("reassign") || dossier.matter().phase() == Phase.OPEN || dossier.matter().phase() == Phase.SETTLED;
    }

    List<Offer> on(Assignment assignment) {
        var type = lifecycle.type();
        var acts = new ArrayList<>(type.assignmentActionsIn(dossier.matter().state()).stream().map(Action::name).toList());
        acts.addAll(ON_ASSIGNMENT);
        return acts.stream().distinct()
                .filter(act -> !assignment.role().equals("lead") || dossier.matter().phase() == Phase.OPEN && "lead".equals(dossier.matter().owes()))
                .flatMap(act -> on(assignment, act).stream()).toList();
    }

    private Optional<Offer> on(Assignment assignment, String act) {
        var own = allowed(filled(act).on(assignment.no()), Set.of("missing"));
        if (!own && behalves(assignment, act).isEmpty()) return Optional.empty();
        return Optional.of(new Offer(act, NextAct.called(lifecycle.type(), act), assignment.no(), own ? Offer.Rank.USUAL : Offer.Rank.PROXY));
    }

    /** The unit whose assignment it is, where this viewer may enter the act for it (代录). */
    List<Integer> behalves(Assignment assignment, String act) {
        var entered = filled(act).on(assignment.no()).onBehalfOf(new Act.Behalf(assignment.unit(), "-"));
        return allowed(entered, Set.of("missing")) ? List.of(assignment.unit()) : List.of();
    }

    /** The units for which this viewer may enter an act of theirs (代录). */
    List<Integer> behalves(Action action) {
        if (dossier.matter().phase() == Phase.MERGED || dossier.matter().phase() == Phase.VOID) return List.of();
        var standing = new Standing(lifecycle.type(), dossier, viewer, lifecycle.directory());
        return dossier.responsibilities().stream().filter(r -> r.current() && action.by().contains(r.role())).map(Responsibility::unit).distinct().filter(unit -> {
            try {
                Proxy.check(lifecycle.type(), standing, action, new Act.Behalf(unit, ""));
                return true;
            } catch (Refusal.Refused refused) {
                return false;
            }
        }).toList();
    }

    private static Act filled(String act) {
        return Act.of(act).saying("note", "-").saying("reason", "-").saying("verdict", "-");
    }

    private boolean allowed(Act act, Set<String> wanting) {
        var acts = new KernelActs(lifecycle);
        try {
            if (act.assignment() != null) new ShareActs(lifecycle).onAssignment(dossier, act, viewer, now);
            else if (act.action().equals(Erasing.ACT)) new Erasing(lifecycle).decide(dossier, act, viewer, now, no -> Optional.empty());
            else acts.decide(dossier, act, viewer, now);
            return true;
        } catch (Refusal.Refused refused) {
            return wanting.contains(refused.refusal().rule());
        }
    }
}
