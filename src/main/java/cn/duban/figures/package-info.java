/**
 * Figures: how many matters stand where, with whom, how late, on any day; what was opened, settled on time, sent back and
 * done again; how long matters stay in a state.
 *
 * <p>Words. A <em>standing</em> is how a matter stands for whoever counts; a <em>stretch</em> is the time in which nothing of
 * it changed, written once when it ends; a <em>turn</em> is what counts as having happened to it; a <em>tally</em> is the figures
 * of one group of matters; a <em>cell</em> is one number of a board, and the address of the rows behind it; a <em>lot</em> is what is
 * alike in all that a board groups by and seen alike by supervisors, for which there are <em>sums</em> by <em>spans</em> of days.
 *
 * <p>One act walks: the ledger's outbox → {@link cn.duban.figures.Counting} → {@link cn.duban.figures.Standings} (one read, two
 * writes for a whole batch) → {@link cn.duban.figures.Delta} (what changes in the sums, purely) → {@link cn.duban.figures.Summing}. One
 * board walks: {@link cn.duban.figures.BoardController} → {@link cn.duban.figures.Boards} → {@link cn.duban.figures.Sums} for what the
 * viewer sees as a whole, {@link cn.duban.figures.Counts} for the rest → template.
 *
 * <p>What a room told everybody of a month is kept by {@link cn.duban.figures.PublishedMonths}: it stays as it was, and a correction is a version of its own.
 *
 * <p>Invariants. Every number is counted from stretches, and every stretch is what the entries say: counted again from them,
 * it is the same. A stretch never changes, so that a rule or a calendar changed later rewrites no past day. The condition that
 * counts a cell is the one that lists its rows. The sums are what the stretches add up to, in the same transaction. Whoever counts sees what they may see today. The room changes no matter.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "documents", "crypto", "units", "web", "workdays"})
@NullMarked
package cn.duban.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
