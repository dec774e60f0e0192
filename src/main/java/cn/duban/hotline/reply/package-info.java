/**
 * What stands against a reply before it is sent: that it copies another, only promises, or says of itself that nothing is done yet. Whoever drafts is told, and whoever
 * approves; it is sent all the same where they say why, and that stands in the entry.
 *
 * <p>Invariants. The check is words and rules that a person can read, never a judgement; figures are in the README beside this. It holds for every way in (page, bulk,
 * program), since the ledger asks ({@link cn.duban.ledger.Objection}).
 */
@NullMarked
package cn.duban.hotline.reply;

import org.jspecify.annotations.NullMarked;
