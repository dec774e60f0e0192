/**
 * What all channels share: an <em>arrival</em> is one message under the number that its channel gave it, so that it is taken once however often it is
 * brought; what is too much or may not be entered as it came is <em>held</em> apart for the desk, whole; an <em>answer</em> goes back by the way that the report came, and one that
 * can be written back to <em>asks</em> for a rating.
 */
@NullMarked
package cn.duban.hotline.channel;

import org.jspecify.annotations.NullMarked;
