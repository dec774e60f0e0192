package cn.duban.progress;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.progress.DueReports.Handed;
import cn.duban.progress.DueReports.Key;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands a report in for the round that is owed: the ledger's own act and the row, in one transaction. A round is reported once, however often somebody clicks. */
@Component
class HandIn {

    private final Ledger ledger;
    private final Clocks clocks;
    private final DueReports due;
    private final Planning planning;
    private final TransactionTemplate transaction;

    HandIn(Ledger ledger, Clocks clocks, DueReports due, Planning planning, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.clocks = clocks;
        this.due = due;
        this.planning = planning;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param from first day of the round that the page showed; null where whatever is owed is meant @param behalf for whom it is entered (代报); null in one's own name */
    record Given(@Nullable LocalDate from, String text, List<Act.Attachment> files, Act.@Nullable Behalf behalf) {}

    /** @throws Refused when the kernel refuses the report, the text repeats, or the round was reported already */
    void report(MatterId matter, Given given, Viewer viewer) {
        Attempts.twice(() -> transaction.executeWithoutResult(status -> once(matter, given, viewer)));
    }

    private void once(MatterId matter, Given given, Viewer viewer) {
        var deadlines = planning.deadlines(matter.tenant());
        var waiting = clocks.of(matter, deadlines, LocaleContextHolder.getLocale()).orElseThrow(() -> Refused.conflict("progress.not-due", Words.say("progress.not-due"), Words.say("progress.not-due.next")));
        Instant now = planning.now();
        var today = LocalDate.ofInstant(now, deadlines.zone());
        // another round than the one that was looked at is not reported by a second click
        if (given.from() != null && !given.from().equals(waiting.answeredOn(today, deadlines).from())) throw Refused.conflict("progress.moved", Words.say("progress.moved"), Words.say("progress.moved.next"));
        var act = Act.of("report").saying("note", given.text()).with(given.files().toArray(Act.Attachment[]::new)).onBehalfOf(given.behalf());
        var done = ledger.act(matter, act, viewer);
        var after = clocks.of(matter, deadlines, LocaleContextHolder.getLocale()).orElse(waiting);
        var round = after.from().equals(waiting.from()) ? waiting.answeredOn(today, deadlines)
                : Round.holding(after.rhythm(), after.from().minusDays(1), deadlines);
        if (!due.handed(new Handed(new Key(matter, waiting.clock(), round.from()), round, waiting.unit(), done.entry(), now)))
            throw Refused.conflict("progress.reported", Words.say("progress.reported"), Words.say("progress.reported.next"));
    }

    /** Decided once more where somebody acted on the matter at the same moment. */
    static final class Attempts {

        private Attempts() {}

        static void twice(Runnable work) {
            try {
                work.run();
            } catch (Refusal.Refused refused) {
                if (!refused.refusal().rule().equals("conflict")) throw refused;
                work.run();
            }
        }
    }
}
