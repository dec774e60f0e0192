package cn.duban.ledger;

import cn.duban.ledger.Assignment.State;
import cn.duban.ledger.type.MatterType;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * On one unit's share of a matter: receive, answer, send back within the limit; accept, return, and the one decision on who is competent;
 * and the steps inside the unit.
 */
record ShareActs(Lifecycle lifecycle) {

    /** What somebody else than the share's unit does. */
    private static final Set<String> JUDGING = Set.of("accept", "return", "uphold", "release");

    /** An act on one unit's assignment. The lead's own moves with the matter and is refused here, its inner steps excepted. */
    Change onAssignment(Dossier dossier, Act act, Viewer viewer, Instant now) {
        var assignment = dossier.assignment(act.assignment()).filter(Assignment::live)
                .orElseThrow(() -> Refusal.of("input", "没有这个单位的任务，或者已经撤回。", "There is no such assignment, or it was withdrawn.").thrown());
        var change = lifecycle.begin(act, dossier, now);
        kernel().alive(change);
        var standing = new Standing(lifecycle.type(), dossier, viewer, lifecycle.directory());
        change.words.put("assignment", assignment.no());
        var judging = JUDGING.contains(act.action());
        Lifecycle.throwIf(act.behalf() != null && (judging || InnerStages.names(act.action())) ? KernelActs.ownName() : null);
        change.put(InnerStages.names(act.action())
                ? InnerStages.move(act.action(), assignment, standing, act)
                : outward(assignment, act, standing, change));
        kernel().turn(change);
        return change;
    }

    private Assignment outward(Assignment assignment, Act act, Standing standing, Change change) {
        if (assignment.role().equals("lead"))
            throw Refusal.of("input", "牵头单位的任务随事项办理，请用事项上的动作。", "The lead's assignment moves with the matter; use the matter's own actions.").thrown();
        var ofType = lifecycle.type().action(act.action()).filter(MatterType.Action::onAssignment);
        if (ofType.isPresent()) {
            Lifecycle.throwIf(Needs.missing(lifecycle.type(), change.before, ofType.get(), act));
            own(standing, assignment, act);
            Lifecycle.throwIf(InnerStages.unsigned(standing, assignment));
            if (act.action().equals(MatterType.DECLINE)) {
                expect(assignment.state() == State.GIVEN || assignment.state() == State.RECEIVED, "已经答复的任务不能再退回。");
                Lifecycle.throwIf(lifecycle.barredFromObjecting(ofType.get(), assignment, change.now));
                return assignment.objected(act.word("reason"));
            }
            expect(assignment.state() == State.RECEIVED || assignment.state() == State.RETURNED, "签收之后才能答复，答复之后等待认可。");
            return assignment.answered(change.now, act.word("note"));
        }
        return switch (act.action()) {
            case "receive" -> {
                own(standing, assignment, act);
                expect(assignment.state() == State.GIVEN, "这项任务已经签收。");
                yield assignment.received(change.now, standing.viewer().person());
            }
            case "accept" -> {
                judge(standing, assignment);
                expect(assignment.state() == State.ANSWERED, "答复之后才能认可。");
                yield assignment.judged(State.ACCEPTED, act.word("verdict"), null);
            }
            case "return" -> {
                judge(standing, assignment);
                expect(assignment.state() == State.ANSWERED && act.word("reason") != null, "答复之后才能退回，并要写明理由。");
                ShareDay.check(act.due(), change, lifecycle.deadlines().zone());
                yield assignment.judged(State.RETURNED, act.word("reason"), act.due());
            }
            case "uphold" -> {
                kernel().supervised(standing, act);
                expect(assignment.state() == State.OBJECTED, "该单位没有提出退回，不用裁定。");
                yield assignment.upheld(change.entryNo(), act.word("reason"));
            }
            case "release" -> {
                kernel().supervised(standing, act);
                expect(assignment.state() == State.OBJECTED, "该单位没有提出退回，不用裁定。");
                change.responsibilities.replaceAll((no, r) -> r.current() && r.role().equals(assignment.role()) && r.unit() == assignment.unit() ? r.ended(change.now) : r);
                yield assignment.judged(State.WITHDRAWN, act.word("reason"), null);
            }
            default -> throw lifecycle.unknown(act.action());
        };
    }

    private static void own(Standing standing, Assignment assignment, Act act) {
        var behalf = act.behalf();
        var enters = behalf != null && behalf.unit() == assignment.unit() && standing.viewer().has(Viewer.Duty.SUPERVISE)
                && standing.roles().contains(standing.type().supervisor().orElseThrow().name());
        Lifecycle.throwIf(behalf == null || enters || behalf.unit() == assignment.unit() && standing.viewer().has(Viewer.Duty.REGISTRY) ? null : KernelActs.ownName());
        if (!enters && !standing.worksFor(assignment.unit())) throw Refusal.role("这项任务由承担它的单位来办。", "This is for the unit that was given it.", List.of(assignment.role())).thrown();
    }

    /** The lead or the supervisor judges an assisting unit's answer, never that unit itself. */
    private static void judge(Standing standing, Assignment assignment) {
        var roles = standing.roles();
        var may = roles.contains("lead") || roles.contains(standing.type().supervisor().orElseThrow().name());
        if (!may || standing.workedFor(assignment.unit())) throw new Refusal("own-work", "配合单位的答复由牵头单位或者督查单位认可。", "The answer is judged by the lead or the supervisor, not by the unit itself.",
                List.of("lead", standing.type().supervisor().orElseThrow().name()), List.of()).thrown();
    }

    private KernelActs kernel() {
        return new KernelActs(lifecycle);
    }

    private static void expect(boolean holds, String zh) {
        if (!holds) throw Refusal.of("state", zh, "The assignment is not at that step.").thrown();
    }
}
