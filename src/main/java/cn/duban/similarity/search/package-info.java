/**
 * Search over everything that was written on matters.
 *
 * <p>Words. A <em>passage</em> is one text of a matter (number and title, body, the words of one entry, the name of one
 * file), folded to one spelling; a <em>word</em> is what somebody looks for, at least two characters; a <em>spot</em> is a
 * matter in which every word stands; a <em>place</em> is where in it.
 *
 * <p>One search walks: {@link cn.duban.similarity.search.SearchController} → {@link cn.duban.similarity.search.Search} → {@link
 * cn.duban.similarity.search.Passages} (which matters, the newest month first, until a page is full and a thousand are counted) →
 * the ledger's rows and the places → template.
 *
 * <p>Invariants. Passages are kept by triggers in the act's own transaction: what is committed is found, what was erased is
 * not. The pairs of characters in the index only propose; the text itself decides.
 */
@NullMarked
package cn.duban.similarity.search;

import org.jspecify.annotations.NullMarked;
