/**
 * Suggestions of deputies and proposals of the CPPCC (建议提案): registered, assigned to a lead unit and its co-handlers, talked over, replied to,
 * judged by who made them, done again where they are dissatisfied; and what was promised across years, until it is kept.
 *
 * <p>Words. A <em>course</em> is what was done to one suggestion so far, in one row: its last reply, what was thought of it, how often it
 * was done again; a <em>figure</em> is one number of the page, counted by the very condition that lists its rows; a <em>promise</em> is a
 * matter of its own under the suggestion, and the <em>promise ledger</em> (承诺台账) is all of them.
 *
 * <p>One figure walks: {@link cn.duban.proposal.ProposalsController} → {@link cn.duban.proposal.Proposals} (one statement over the ledger's
 * published rows, with the viewer's sight) → template. The course of a matter stands beside it, by {@link cn.duban.proposal.ProposalBeside}.
 *
 * <p>Invariants. The room has no table: every number is counted from the ledger's own entries, so an erased or corrected one is gone here
 * too. Silence is no satisfaction: what nobody answered stands in no numerator, and closes nothing. The public reads what is classified as
 * public and marked to be published, without the words that are held back. The room changes matters through the kernel's door only.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "documents", "evidence", "units", "web", "workdays"})
@NullMarked
package cn.duban.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
