/**
 * One act on many matters (批量办理): handed out, reminded of, extended. Chosen on the list, looked at first, then done.
 *
 * <p>Nothing here decides. What would happen to each matter is what {@link cn.duban.ledger.Foresight} foresees, and each matter's
 * act goes through {@link cn.duban.ledger.Ledger#act} on its own, in the version that was looked at: what is refused stays beside
 * the others that went through.
 */
@NullMarked
package cn.duban.ledger.bulk;

import org.jspecify.annotations.NullMarked;
