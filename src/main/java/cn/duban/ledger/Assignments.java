package cn.duban.ledger;

import cn.duban.ledger.Assignment.State;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each unit's own share of a matter. The lead's moves with the matter: given when it is handed out, received when the lead
 * takes it on, answered when the lead hands it in, returned or accepted by whoever judges it. The others live on their own.
 */
final class Assignments {

    private Assignments() {}

    static void follow(MatterType type, Change change, MatterType.State next, Act act, Viewer viewer) {
        var was = type.state(change.matter.state());
        if (was.equals(next)) {
            adjustAssisting(change, act);
            return;
        }
        var lead = change.assignments.values().stream().filter(a -> a.role().equals("lead") && a.live()).findFirst().orElse(null);
        var objects = change.act.equals(MatterType.OBJECT) && lead != null;
        if (Phase.of(type, next) == Phase.DRAFT) {
            // what the lead objected to stays, until the supervisor decides by handing the matter out anew
            for (var a : List.copyOf(change.assignments.values())) if (a.live()) change.put(objects && a.equals(lead) ? a.objected(act.word("reason")) : a.state() == State.OBJECTED && a.role().equals("lead") ? a : a.judged(State.WITHDRAWN, null, null));
            return;
        }
        if (objects) {
            change.put(lead.objected(act.word("reason")));
            return;
        }
        if (next.settled()) {
            if (lead != null) change.put(lead.judged(State.ACCEPTED, act.word("verdict"), null));
        } else if ("lead".equals(next.owes())) {
            toLead(type, change, was, act, lead, viewer);
            if (designates(type, change)) change.assignments.replaceAll((no, a) -> a.role().equals("lead") && a.live() ? a.decidedIn(change.entryNo()) : a);
        } else if ("lead".equals(was.owes()) && lead != null && byLead(type, change)) {
            change.put(lead.answered(change.now, act.word("note")));
        }
        adjustAssisting(change, act);
    }

    private static void toLead(MatterType type, Change change, MatterType.State was, Act act, @Nullable Assignment lead, Viewer viewer) {
        var leads = change.responsibilities.values().stream().filter(r -> r.current() && r.role().equals("lead")).findFirst();
        if (leads.isEmpty()) return;
        if (lead == null || lead.unit() != leads.get().unit()) {
            if (lead != null) change.put(lead.judged(State.WITHDRAWN, null, null));
            change.assign("lead", leads.get().unit(), act.due());
            if (lead != null && lead.state() == State.OBJECTED) change.assignments.replaceAll((no, a) -> a.role().equals("lead") && a.live() ? a.decidedIn(change.entryNo()) : a);
        } else if (lead.state() == State.OBJECTED) {
            change.put((Phase.of(type, was) == Phase.DRAFT ? lead.givenAgain(change.now, act.due()).decidedIn(change.entryNo()) : lead.upheld(change.entryNo(), act.word("reason"))));
        } else if (byLead(type, change)) {
            if (lead.state() == State.GIVEN) change.put(lead.received(change.now, viewer.person()));
        } else if (was.settled()) {
            change.put(lead.givenAgain(change.now, act.due()));
        } else if (lead.state() != State.GIVEN && !Ticking.CONTINUING.contains(change.act)) {
            change.put(lead.judged(State.RETURNED, act.word("reason"), act.due()));
        }
    }

    /** A person named for it says who is competent: a decision like that of a dispute, after which nothing is sent back. */
    private static boolean designates(MatterType type, Change change) {
        var supervisor = type.supervisor().map(MatterType.Role::name).orElse("");
        return type.action(change.act).filter(a -> a.needs().contains("lead") && a.by().stream().noneMatch(by -> by.equals("lead") || by.equals(supervisor))).isPresent();
    }

    private static boolean byLead(MatterType type, Change change) {
        return type.action(change.act).filter(a -> a.by().contains("lead")).isPresent();
    }

    /** Every assisting and every consulted unit has an assignment of its own; one no longer named is withdrawn. */
    private static void adjustAssisting(Change change, Act act) {
        MatterType.HELPING.forEach(role -> adjust(role, change, act));
    }

    private static void adjust(String role, Change change, Act act) {
        var helping = change.responsibilities.values().stream().filter(r -> r.current() && r.role().equals(role)).map(Responsibility::unit).toList();
        for (var a : List.copyOf(change.assignments.values()))
            if (a.role().equals(role) && a.live() && !helping.contains(a.unit())) change.put(a.judged(State.WITHDRAWN, null, null));
        if (change.matter.phase() == Phase.DRAFT && !act.roles().containsKey("lead") && change.assignments.isEmpty() && act.due() == null) return;
        for (var unit : helping)
            if (change.assignments.values().stream().noneMatch(a -> a.role().equals(role) && a.live() && a.unit() == unit))
                change.assign(role, unit, act.due() == null ? change.matter.dueOn() : act.due());
    }
}
