/**
 * Performance (考核): indicator trees with weights, scores that can be read back to the rows they came from, and their appeal.
 *
 * <p>Words. A <em>scheme</em> (考核方案) is versioned text: who is appraised, in which groups, by which indicators. It is drafted,
 * consulted on with the appraised, approved by somebody else, and in force from a day. A <em>round</em> (考核期) is one period under the
 * version in force at its end. A <em>score</em> is one indicator of one unit: <em>counted</em> by a {@link cn.duban.performance.Measure},
 * <em>assessed</em> in points, or <em>entered</em> as a value. A <em>card</em> is all of them of one unit with their arithmetic. A round is
 * being scored, then <em>shown</em> to each of the appraised (公示), then <em>final</em>.
 *
 * <p>A scheme walks: {@link cn.duban.performance.SchemeController} → {@link cn.duban.performance.SchemeReader} and
 * {@link cn.duban.performance.SchemeLinter} → {@link cn.duban.performance.Schemes}. A round walks: {@link
 * cn.duban.performance.RoundController} → {@link cn.duban.performance.Conducting}, {@link cn.duban.performance.Assessing} or {@link
 * cn.duban.performance.Appealing} → rows and a step, one transaction.
 *
 * <p>Invariants. Nobody scores their own unit, nor decides an appeal of their own unit or on their own score ({@link
 * cn.duban.performance.Rights}). What is owed has no points and no round is shown with it. Whatever a round says follows from its steps,
 * chained with SM3: proved with the ledger ({@link cn.duban.performance.RoundsProof}). A round stays with its version, and a scheme changed later rewrites no
 * round. An appeal is no matter of the kernel: whoever appeals may open none, and what is upheld corrects the score in the same transaction.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "figures", "progress", "escalation", "notices", "documents", "units", "web", "workdays", "crypto"})
@NullMarked
package cn.duban.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
