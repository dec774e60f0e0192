/**
 * Platforms above that work with sheets: their orders come in by the room {@code sheets}, through the same door as their machines' messages, and the
 * answers are <em>handed back</em> (交回) in their own columns, each answer once, on the record.
 */
@NullMarked
package cn.duban.hotline.platform;

import org.jspecify.annotations.NullMarked;
