/** What was seen on the spot: recorded on a telephone with or without a network, kept once, and its findings made matters. */
@NamedInterface("visit")
@NullMarked
package cn.duban.inspection.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
