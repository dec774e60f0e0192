/**
 * Search over everything that was written on matters, and look-alikes: open and recent matters that mean the same or say it in
 * the same words.
 *
 * <p>Words. A <em>passage</em> is one text of a matter (number and title, body, the words of one entry, the name of one
 * file), folded to one spelling; a <em>word</em> is what somebody looks for, at least two characters; a <em>spot</em> is a
 * matter in which every word stands; a <em>place</em> is where in it. A
 * <em>look-alike</em> is proposed by what it means ({@code similarity.meaning}), put in order and explained by its wording.
 *
 * <p>One search walks: {@link cn.duban.similarity.SearchController} → {@link cn.duban.similarity.Search} → {@link
 * cn.duban.similarity.Passages} (which matters, the newest month first, until a page is full and a thousand are counted) →
 * the ledger's rows and the places → template.
 *
 * <p>A look-alike walks: {@link cn.duban.similarity.AlikeController} → {@link cn.duban.similarity.LookAlikes} → the nearest
 * embeddings in memory → those of them that the viewer may see → {@link cn.duban.similarity.Comparison} → template.
 *
 * <p>Invariants. Passages are kept by triggers in the act's own transaction: what is committed is found, what was erased is
 * not. The pairs of characters in the index only propose; the text itself decides. The viewer's sight, the ledger's own
 * condition, stands in every statement, so nothing is found, counted or shown that its page would not show.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "units", "web"})
@NullMarked
package cn.duban.similarity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
