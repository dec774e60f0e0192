/** Who goes is drawn by lot, so that anybody can draw it again from the record: pool and secret are bound before the witnesses speak. */
@NamedInterface("draw")
@NullMarked
package cn.duban.inspection.draw;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
