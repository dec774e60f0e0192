/**
 * Inspections as such (督查检查): declared, planned within a quota, manned by lot, carried out on the spot, concluded.
 *
 * <p>Words. A unit <em>declares</em> (申报) an inspection for the year's plan; approved, it becomes a matter of its own and is numbered.
 * The <em>quota</em> (总量控制) is dated data: how many inspections, of the government and of each unit. <em>Crowding</em> (重复督查) is what an
 * inspection comes too near to, before it is approved. A <em>draw</em> (抽取) names a team by lot; a <em>visit</em> (现场督查) is what was seen at
 * one unit at one time; each of its <em>findings</em> (督查问题) becomes a matter derived from the inspection. A <em>special report</em> (督查专报)
 * leaves only when each figure was confirmed by the unit it comes from; a <em>contact point</em> (联系点) is who may write to the supervisors directly.
 *
 * <p>A request walks: {@link cn.duban.inspection.PlanController} → {@link cn.duban.inspection.Plans} → one statement → {@link
 * cn.duban.inspection.Declaration} → template. An approval walks: {@link cn.duban.inspection.Deciding} → crowding → the
 * ledger's own opening and the row, in one transaction. A visit walks from a telephone: kept there, sent under an id made there, kept
 * once ({@code visit}).
 *
 * <p>Invariants. Whoever declared does not approve. Beyond the quota, or too soon after another, only with a reason on record; outside the plan only with
 * a decision on record. Who is to be inspected without notice reads nothing of it here before the conclusion is fed back. The room changes matters
 * through the ledger's door only.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "documents", "evidence", "crypto", "notices", "units", "web", "workdays"})
@NullMarked
package cn.duban.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
