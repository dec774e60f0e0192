/**
 * What texts mean, as figures: the model that computes them, the rows that keep them, and the index in memory that compares.
 *
 * <p>Words. An <em>embedding</em> is the 512 figures that the model gives for a text, a byte each; texts that mean the same
 * point the same way. A <em>sketch</em> is the signs of these figures, 64 bytes, by which far ones are left out at a glance.
 *
 * <p>Invariants. An embedding is computed after the act, by one thread that makes way for others; whatever has none, or one
 * of other words or of another model, is found by looking and made up for. The table is the truth; each node's index follows
 * it, and an index that is not there yet says so.
 */
@NamedInterface("meaning")
@NullMarked
package cn.duban.similarity.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
