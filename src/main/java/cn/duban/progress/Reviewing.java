package cn.duban.progress;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Passes or returns one report: the kernel's act with its line on the chain, and the row, in one transaction. The kernel says who may. */
@Component
class Reviewing {

    private final Ledger ledger;
    private final DueReports due;
    private final Duties duties;
    private final Planning planning;
    private final TransactionTemplate transaction;

    Reviewing(Ledger ledger, DueReports due, Duties duties, Planning planning, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.due = due;
        this.duties = duties;
        this.planning = planning;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param entry the report that the reviewer had before them
     * @param reason why it is returned; null where it passes
     */
    record Decision(DueReports.Key key, int entry, @Nullable String reason) {

        boolean passes() {
            return reason == null;
        }
    }

    /** Sent again it changes nothing. @throws Refused with the sentence for the row */
    void review(Decision decision, Viewer viewer) {
        try {
            HandIn.Attempts.twice(() -> transaction.executeWithoutResult(status -> once(decision, viewer)));
        } catch (Refused refused) {
            // clicked twice at once: the other click did it
            if (duties.standing(decision.key()).filter(row -> decided(decision, row)).isEmpty()) throw refused;
        }
    }

    private void once(Decision decision, Viewer viewer) {
        MatterId matter = decision.key().matter();
        var row = duties.standing(decision.key()).orElseThrow(() -> Refused.conflict("progress.gone", Words.say("progress.gone"), ""));
        if (decided(decision, row)) return;
        if (!row.state().equals(DueReports.SUBMITTED) || row.entry() == null || row.entry() != decision.entry()) throw Refused.conflict("progress.reviewed", Words.say("progress.reviewed"), "");
        var act = Act.of(decision.passes() ? "pass-report" : "return-report").saying("entry", String.valueOf(decision.entry()));
        if (decision.reason() != null) act = act.saying("reason", decision.reason());
        var done = ledger.act(matter, act, viewer);
        // the matter is held first, then the row, as by whoever hands in
        if (!due.reviewed(matter, decision.entry(), decision.passes(), done.entry(), planning.now())) throw Refused.conflict("progress.reviewed", Words.say("progress.reviewed"), "");
    }

    private static boolean decided(Decision decision, Duties.Standing row) {
        return row.entry() != null && row.entry() == decision.entry() && row.state().equals(decision.passes() ? DueReports.PASSED : DueReports.RETURNED);
    }
}
