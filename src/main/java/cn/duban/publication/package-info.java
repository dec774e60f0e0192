/**
 * Bulletins (通报): reviews, redacts, freezes and publishes whatever a vertical composes.
 *
 * <p>Words. A {@link cn.duban.publication.Composer} of a vertical says what a bulletin on its matters says; a <em>part</em> is
 * one heading or paragraph; a <em>figure</em> is a number, rate, status, name or day bound to the ledger, written {@code {…}} in
 * a part and filled in when shown. The editor writes around figures and cannot type over them. A <em>redaction</em> (遮盖) is
 * a place that the public sees as {@code ▇▇〔略〕}. <em>Frozen</em> is what was published, byte for byte, with its SM3 digest and
 * the version and head of every matter counted.
 *
 * <p>A bulletin of a <em>period</em> ({@link cn.duban.publication.Scope}) tells of any ledger or type: {@link
 * cn.duban.publication.PeriodTally} counts, {@link cn.duban.publication.PeriodBulletin} writes. A <em>schedule</em> begins one by itself, as a
 * to-do of its author; it never goes further by itself.
 *
 * <p>Invariants. Figures are counted in one place, from the entries, never typed. Whoever wrote on a bulletin neither approves
 * nor publishes it. What is published is what was approved. Numbers have no gaps. What was published never changes; it can be
 * withdrawn, with a reason. No word under a redaction leaves the internal version. The room changes no matter; publication only leaves its
 * digest as a comment on the matter it is about, through the ledger's own door.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "documents", "notices", "web", "units", "crypto", "workdays", "timers"})
@NullMarked
package cn.duban.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
