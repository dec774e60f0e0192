/**
 * Notices (通知): what somebody is told because of a post they hold, on the page, and by what they chose beside it.
 *
 * <p>Words. A <em>notice</em> names an act or a clock, its day, and the thing that it is about; a <em>subject</em> is a kind of
 * such things (matters, bulletins), whose room says who may see which and what they are called. An <em>inbox</em> belongs to
 * one person in one post. A <em>delivery</em> is one notice on its way by one channel (mail, SMS, the robot of a unit's group), or
 * the day's digest; a <em>gateway</em> is through what it leaves; a <em>manner</em> is how one person wants to be told.
 *
 * <p>Invariants. A notice never keeps the title of its thing; whenever it is shown, counted or sent, the reader's sight of that
 * moment decides. Nobody is told of what they did themselves, of what they may not see, or twice of one thing. Notices come
 * from committed entries and from clocks, never from inside an act, and enforce nothing. A delivery stands in the outbox from
 * the transaction that writes its notice on, waits for the end of quiet hours, and is sent by whichever node claims it. What it
 * says is put together when it is sent. A message sent again bears the number it had; robots, which know no numbers, are not
 * written to twice where nobody knows whether the first arrived. Titles leave up to the level that the gateway allows, those of
 * work secrets never. Addresses, telephones and secrets are sealed, masked on pages and kept out of logs.
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "units", "workdays", "crypto", "web", "timers"})
@NullMarked
package cn.duban.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
