/**
 * 好差评: every service of the product can be rated, once a visit or once a matter, in five levels, without signing in.
 *
 * <p>Words. A <em>service</em> is what is rated: one visit to a window, or one matter handled once. A <em>rating</em> (评价) has a level from 5 to 1; 2 and 1
 * are <em>bad ratings</em> (差评). <em>Unrated</em> (未评价) is what nobody said anything about: counted apart, never satisfied. The <em>office</em> (评价管理单位)
 * looks after ratings; the <em>rated unit</em> (被评单位) served. A rating is <em>in doubt</em> (存疑) where its pattern speaks of the unit rating itself, or of many at
 * once; it counts and is shown apart. A bad rating whose appeal was allowed is <em>unfounded</em> (无效差评).
 *
 * <p>One rating walks: a signed link or its QR code ({@code citizen.RatingController}), a window's device ({@code device.DeviceApi}) or a room above → {@link
 * cn.duban.rating.Services} → row, doubts and, where it is bad, a matter {@code bad-rating} in one transaction. A room whose matter is done again by itself, as the
 * hotline's is, says so and no matter is opened. Figures walk: {@code board} controller → {@code Boards} → template; the condition that counts is the one that lists.
 *
 * <p>Invariants. A service is rated once. Nobody's silence is a rating. Of whoever rated there is a keyed digest of device and address; a telephone they left
 * is sealed under the matter ({@code ledger.Personal}) and shown to the office alone; the rated unit reads level and words, numbers masked. The rated unit decides neither the
 * appeal nor the close. How long there is, and what is doubtful, is dated data ({@code rating/rules.yaml}).
 */
@ApplicationModule(allowedDependencies = {"ledger", "ledger :: type", "figures", "crypto", "units", "web", "workdays"})
@NullMarked
package cn.duban.rating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
