/** The agent's screen: what a caller says becomes a ticket. What is typed is kept sealed at every pause. */
@NullMarked
package cn.duban.hotline.call;

import org.jspecify.annotations.NullMarked;
