/**
 * The media column (热点回音): a month of the hotline for a newspaper or a broadcast, drafted from the data. The desk writes the words around figures, which it cannot
 * type, and chooses among the answers that two people looked at already; so nothing of anybody's own comes in.
 * A month whose figures were published becomes a bulletin of {@code publication}: reviewed, covered, published and proved there.
 */
@NullMarked
package cn.duban.hotline.column;

import org.jspecify.annotations.NullMarked;
