/**
 * Supervision that rises by rule (督办升级), for every ledger: what is late is chased, ordered, listed, talked about and named, step by step, each
 * step a numbered document with a reply of its own.
 *
 * <p>Words. A <em>ladder</em> (督办阶梯) is dated data: {@link cn.duban.escalation.Step steps} in order, each with its moment, its kind of
 * document, to whom, the days for a reply, the points it costs and its basis. A <em>breach</em> is one run of one clock, of a rhythm one round. A
 * step is <em>reached</em> when its moment comes; it is then <em>issued</em> at once, or lies <em>ready</em> (待签发) until a supervisor signs
 * or declines it: silence does neither. An issued document waits for a <em>reply</em> (回复), which is accepted or returned. The unit may
 * <em>appeal</em> (申诉) within its days; upheld, the document is <em>revoked</em> (撤销): its number stays, its points fall away.
 *
 * <p>The rule walks: {@link cn.duban.escalation.Firing} (a timer) → {@link cn.duban.escalation.Breaches}, a page of running clocks with what was
 * made for them → {@link cn.duban.escalation.Climb}, pure → {@link cn.duban.escalation.Issuing}: number, row and the line in the matter's
 * chain ({@link cn.duban.ledger.Escalating}) in one transaction. A person walks: {@link cn.duban.escalation.DocumentController} →
 * {@link cn.duban.escalation.Handling} → the row and the line, one transaction.
 *
 * <p>Invariants. A step is made once for each breach of each matter, on however many nodes: the matter is held while it is decided, and a key
 * of the table is the second lock. A breach is judged by the ladder of its day, all the way up; a ladder published later rewrites nothing. Numbers
 * of a kind and year have no gaps. Only what is late now climbs: what was settled meanwhile is left alone. Nobody decides an appeal against
 * what they issued, nor one of their own. Replies and reasons stand in the chain alone; why something was not issued is shown there to those only who supervise it.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "notices", "documents", "evidence", "units", "web", "workdays", "timers", "crypto"})
@NullMarked
package cn.duban.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
