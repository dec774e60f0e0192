/**
 * Many calls, one problem: open tickets that tell of the same trouble by meaning, place and time, put together under one master by an agent; and what rises
 * before it is a crisis.
 *
 * <p>Words. The <em>master</em> is the ticket that goes on for others; a <em>joined</em> ticket (并案) is merged into it by the ledger and can part from it again. A
 * <em>group</em> is open tickets that are likely one trouble. A topic <em>rises</em> where a category in an area was told much more often than is usual there. A ticket is <em>driven</em> (督办) when
 * a dated rule opens a matter of supervision about it.
 *
 * <p>Invariants. Nothing is joined but by a person. Every caller of a joined ticket keeps number, code and rating, and is called back. What is reckoned in the
 * background says when it was. A rule opens one matter for one cause, with the reason in it.
 */
@NullMarked
package cn.duban.hotline.trouble;

import org.jspecify.annotations.NullMarked;
