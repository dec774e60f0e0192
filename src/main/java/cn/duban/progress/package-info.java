/**
 * Progress reported by the period: what is due, who has not reported, and one page on which a supervisor passes or returns what was
 * handed in.
 *
 * <p>Words. A <em>due report</em> (应报进展) is one round of a matter's rhythm clock for the unit that leads it, planned when the round
 * begins. It is <em>owed</em>, then <em>submitted</em> (已报待审), <em>passed</em> (通过) or <em>returned</em> (退回); when its end goes by
 * without a report it is closed as <em>missed</em> (未报) and the next round shows it. A <em>draft</em> is the unit's own.
 *
 * <p>A report walks: {@link cn.duban.progress.HandInController} → {@link cn.duban.progress.HandIn} → the ledger's own {@code report} and
 * the row, in one transaction. A review walks: {@link cn.duban.progress.ReviewController} → {@link cn.duban.progress.Reviewing} →
 * the ledger's own {@code pass-report} or {@code return-report} and the row, one transaction for each report.
 *
 * <p>Invariants. Silence is never a report: only an entry makes one. What was said stands in the entry alone. The same text is no
 * report a third time, nor once more after it was returned ({@link cn.duban.progress.Repeats}). The kernel says who may review; the
 * room changes no matter but through its door.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "similarity", "notices", "units", "web", "workdays", "evidence", "timers"})
@NullMarked
package cn.duban.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
