/**
 * Duplicates (查重): whether what is about to be opened stands on the ledger already, and what stands on it twice.
 *
 * <p>At opening: a door asks {@code ledger.Admission} → {@link cn.duban.similarity.duplicates.LikelyDuplicates} → the nearest embeddings in
 * memory → those of them that the viewer may see → {@link cn.duban.similarity.wording.Likeness} → hits with a level and reasons.
 *
 * <p>Whole ledgers: {@link cn.duban.similarity.duplicates.Pairing} (a timer) holds every matter once against those before it and keeps
 * the <em>pairs</em> that may be the same; {@link cn.duban.similarity.duplicates.Clusters} reads those of which the viewer sees both sides,
 * without those that somebody said are <em>apart</em>, and {@link cn.duban.similarity.duplicates.Clustering} puts them together.
 *
 * <p>Invariants. A pair only proposes; whether two are the same is decided by a person, and only the ledger's own acts change a matter.
 * What was said to be apart is kept with who said so and why, and can be taken back.
 */
@NullMarked
package cn.duban.similarity.duplicates;

import org.jspecify.annotations.NullMarked;
