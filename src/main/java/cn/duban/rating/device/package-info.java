/** Devices at windows: each with a token of its own, which records visits of its unit and what was said about them, and does nothing else. */
@NullMarked
package cn.duban.rating.device;

import org.jspecify.annotations.NullMarked;
