package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a progress report that was handed in for a period stands: passed, or returned with a reason, once, by the supervisor
 * and never by whoever worked on the matter, from whatever post; where nobody is left, the superior reviews. A returned report counts
 * as not handed in: the clock goes back to the round that it had answered, unless a later report answers for it. Pure.
 */
record ReportReview(Lifecycle lifecycle) {

    static final String PASS = "pass-report";
    static final String RETURN = "return-report";
    static final Set<String> ACTS = Set.of(PASS, RETURN);

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    Change decide(Dossier dossier, Act act, Viewer viewer, Instant now) {
        Lifecycle.throwIf(act.behalf() == null ? null : KernelActs.ownName());
        var phase = dossier.matter().phase();
        if (phase == Phase.MERGED || phase == Phase.VOID) throw Lifecycle.asleep(dossier.matter());
        Lifecycle.throwIf(lifecycle.refusedRole(new Standing(lifecycle.type(), dossier, viewer, lifecycle.directory()), action(act.action())));
        if (act.action().equals(RETURN) && act.word("reason") == null)
            throw new Refusal("missing", "退回进展要写明理由。", "Give the reason for returning the report.", List.of(), List.of("reason")).thrown();
        var report = report(dossier, act.word("entry"));
        var change = lifecycle.begin(act, dossier, now);
        change.words.remove("entry");
        change.words.put("reviewed", report.entry());
        new Ticking(lifecycle.type(), lifecycle.deadlines()).reviewed(change, report, act.action().equals(RETURN));
        return change;
    }

    /** The supervisor's, and barred to those who did the work, as verifying is. */
    private Action action(String name) {
        var type = lifecycle.type();
        var work = MatterType.WORKING.stream().filter(type.roles()::containsKey).toList();
        return new Action(name, NextAct.called(type, name), Set.of(), null, false, List.of(type.supervisor().orElseThrow().name()), work, List.of(), null, null, false, null, null);
    }

    static boolean returned(Dossier dossier, int entry) {
        return dossier.journal().stream().anyMatch(line -> line.kind() == ClockEntry.Kind.RETURN && line.reason().equals(Ticking.ENTRY + entry));
    }

    /** The line by which the report moved its clock on. */
    private static ClockEntry report(Dossier dossier, String asked) {
        var no = asked != null && NUMBER.matcher(asked).matches() ? Integer.parseInt(asked) : 0;
        var line = dossier.journal().stream().filter(e -> e.kind() == ClockEntry.Kind.RENEW && e.entry() == no).findFirst()
                .orElseThrow(() -> Refusal.of("input", "第" + asked + "条记录不是按期报送的进展，不能审核。", "Entry " + asked + " is no report of a period.").thrown());
        if (dossier.journal().stream().anyMatch(e -> Ticking.reviews(e, line)))
            throw Refusal.of("state", "第" + no + "条进展已经审核过了。", "The report of entry " + no + " was reviewed already.").thrown();
        return line;
    }
}
