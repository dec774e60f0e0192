/**
 * Texts side by side, purely: which characters and stretches they share, which places, amounts, years and addresses both speak of,
 * and what an {@code Excerpt} of one shows of that. No database, no viewer.
 */
@NullMarked
package cn.duban.similarity.wording;

import org.jspecify.annotations.NullMarked;
