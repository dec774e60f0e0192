/** How callers are reached: masked, for those to whom it is owed, in full on the record. */
@NullMarked
package cn.duban.hotline.contact;

import org.jspecify.annotations.NullMarked;
