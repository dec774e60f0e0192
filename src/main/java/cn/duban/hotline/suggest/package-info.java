/**
 * What a new ticket may be about, who would handle it, and which tickets tell of the same trouble: measured, with the reason and how sure it is. Pure: no database,
 * no viewer, no clock; whoever asks brings the texts and what they mean.
 *
 * <p>Words. A category is <em>described</em> by the words of the catalogue; a <em>closed</em> ticket teaches what it was taken for in the end and who really handled
 * it. What all of them teach is an <em>experience</em>: a <em>profile</em> of each category by meaning, its words, and how much each counts. The <em>share</em> of a
 * category is how often such a suggestion is right. Where it is small, or the text is like nothing that is known, the suggester <em>abstains</em>.
 *
 * <p>A suggestion walks: {@link cn.duban.hotline.suggest.Asked} → {@link cn.duban.hotline.suggest.Suggester} → {@link cn.duban.hotline.suggest.Suggestions}, each with
 * its reasons. Two tickets: {@link cn.duban.hotline.suggest.Told} → {@link cn.duban.hotline.suggest.SameTrouble}; many: {@link cn.duban.hotline.suggest.Clusters}.
 *
 * <p>Invariants. Nothing is decided here. A suggestion names what it rests on, and that can be opened. The figures are in the README beside this.
 */
@NullMarked
package cn.duban.hotline.suggest;

import org.jspecify.annotations.NullMarked;
