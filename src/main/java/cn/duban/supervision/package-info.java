/**
 * 督查督办: every source of promises in one ledger, from the leader's instruction to the lead of an outer platform.
 *
 * <p>Words. A <em>source</em> (来源) is a kind of matter that comes in on its own page; the page is made of the fields of its type, and
 * {@code supervision/sources.yaml} says only what fields cannot. <em>Docketing</em> (立项) is proposed by one person and approved by
 * another, the head of the supervising unit. A <em>default period</em> (默认期限) is what an instruction has that names no day: by its
 * urgency, dated.
 *
 * A <em>target</em> (指标) is a number that a matter promises; its <em>values</em> are reported by the period and confirmed by somebody else.
 * A <em>dispatch</em> (调度) asks for news of a kind of matters by a rhythm; each <em>round</em> plans whom it asks as it begins, and leaves a sheet.
 *
 * <p>A matter comes in: {@link cn.duban.supervision.SourceController} → {@link cn.duban.supervision.SourceForm} (pure) → {@link
 * cn.duban.supervision.Docket} → the ledger's own {@code open}, the scanned original with it, in one transaction.
 *
 * <p>A value walks: {@link cn.duban.supervision.TargetController} → {@link cn.duban.supervision.TargetKeeping} → a line in the matter's chain
 * and the row, in one transaction; {@link cn.duban.supervision.Track} (pure) says where the target stands. Rounds begin, warn and close by {@link
 * cn.duban.supervision.Dispatching} (a timer).
 *
 * <p>Invariants. The room changes no matter but through the ledger's door. The day that an instruction names wins over any period. One
 * number of an outer platform is one matter. What could not be read waits for a person. Only confirmed values count, and a missing one is not zero.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "rectification", "documents", "notices", "units", "web", "workdays", "evidence", "timers"})
@NullMarked
package cn.duban.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
