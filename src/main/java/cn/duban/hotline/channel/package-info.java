/**
 * What all channels share: an <em>arrival</em> is one message under the number that its channel gave it, so that it is taken once however often it is
 * brought; what is too much from one sender is <em>held</em> apart for the desk, never lost; an <em>answer</em> goes back by the way that the report came.
 */
@NullMarked
package cn.duban.hotline.channel;

import org.jspecify.annotations.NullMarked;
