/** Figures of ratings for staff and for everybody, the rows behind each number, the slips with their QR codes, and how a rater is reached. */
@NullMarked
package cn.duban.rating.board;

import org.jspecify.annotations.NullMarked;
