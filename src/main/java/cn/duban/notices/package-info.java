/**
 * Notices (通知): what somebody is told because of a post they hold, on the page, and by what they chose beside it.
 *
 * <p>Words. A <em>notice</em> names an act or a clock, its day, and the thing that it is about; a <em>subject</em> is a kind of
 * such things (matters, bulletins), whose room says who may see which and what they are called. An <em>inbox</em> belongs to
 * one person in one post.
 *
 * <p>Invariants. A notice never keeps the title of its thing; whenever it is shown, counted or sent, the reader's sight of that
 * moment decides. Nobody is told of what they did themselves, of what they may not see, or twice of one thing. Notices come
 * from committed entries and from clocks, never from inside an act, and enforce nothing.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "units", "web"})
@NullMarked
package cn.duban.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
