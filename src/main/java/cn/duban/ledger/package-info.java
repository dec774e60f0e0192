/**
 * The kernel: every promise is one <em>matter</em> with somebody answerable, a clock that can be explained, evidence, an
 * independent check, a close-out and a look-back.
 *
 * <p>Words. A <em>matter type</em> (事项类型) is data: roles, fields, states, actions and clocks, read by {@link
 * cn.duban.ledger.type.TypeReader} and refused by {@link cn.duban.ledger.type.TypeLinter} where it would let a matter vanish. A
 * <em>matter</em> is one case of a type and stays pinned to the type's version. The <em>lifecycle</em> decides whether an
 * act may happen. A <em>clock</em> is a budget and a journal; overdue is derived, never stored. An <em>entry</em> is one
 * line of the append-only timeline: history and audit in one.
 *
 * <p>Invariants. Only this room changes a matter. In every open state somebody owes the next step, and a clock runs.
 * Nobody closes what they worked on, nor moves its day. No settled matter has an open child, whoever of two is faster. Time alone changes no state: silence is never consent, save where a named article of
 * law says so. A deadline moves only with a line that says why. What data cannot say is a named rule, statically listed
 * ({@link cn.duban.ledger.type.Gate}).
 */
@ApplicationModule(allowedDependencies = {"web", "units", "crypto", "workdays", "evidence", "timers"})
@NullMarked
package cn.duban.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
