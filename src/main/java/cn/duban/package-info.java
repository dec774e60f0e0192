/**
 * Duban 督办: one ledger, followed to the end (一本台账，一督到底).
 *
 * <p>Every promise an office makes is a <em>matter</em> with somebody answerable, a clock that can be explained,
 * evidence, an independent check, a close-out and a look-back. One room (package) per feature; {@code docs/house.md}
 * draws them.
 */
@NullMarked
package cn.duban;

import org.jspecify.annotations.NullMarked;
