/** The dispatch desk: the one queue, where each ticket goes, whom the desk calls back, and the catalogue of who is competent. */
@NullMarked
package cn.duban.hotline.desk;

import org.jspecify.annotations.NullMarked;
