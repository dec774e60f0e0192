/** What came in by the hotline and what became of it, by month, category and area: for the desk with the rows behind each number, for everybody without; the same as open data. */
@NullMarked
package cn.duban.hotline.figures;

import org.jspecify.annotations.NullMarked;
