/**
 * What is like what: search over everything that was written ({@code similarity.search}), look-alikes of a matter or a new text
 * with the reasons, reports of progress beside earlier ones,
 * and duplicates: before something is opened and over whole ledgers ({@code similarity.duplicates}). Texts are laid side by side in {@code similarity.wording}, what
 * they mean is computed and kept in {@code similarity.meaning}.
 *
 * <p>A look-alike walks: {@link cn.duban.similarity.AlikeController} → {@link cn.duban.similarity.LookAlikes} → the nearest
 * embeddings in memory → those of them that the viewer may see → {@link cn.duban.similarity.Comparison} → template.
 *
 * <p>Invariant. The viewer's sight, the ledger's own condition, stands in every statement, so nothing is found, counted or
 * shown that its page would not show.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "documents", "units", "timers", "web"})
@NullMarked
package cn.duban.similarity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
