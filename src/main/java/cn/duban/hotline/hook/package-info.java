/**
 * Doors for machines outside: gateways of texts, messaging accounts, the telephone exchange, platforms above. Each is a {@code hook} with a secret, under
 * {@code /api/hotline/hooks/<government>-<number>}; what it sends is signed ({@link cn.duban.hotline.hook.Knocking}), numbered by the sender, and done once.
 * {@code docs/channels.md} describes each for whoever runs the other side.
 */
@NullMarked
package cn.duban.hotline.hook;

import org.jspecify.annotations.NullMarked;
