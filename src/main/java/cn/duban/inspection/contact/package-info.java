/** Contact points (双百联系点): who may write to the supervisors directly, what came of it, and who has not been heard of for long. */
@NullMarked
package cn.duban.inspection.contact;

import org.jspecify.annotations.NullMarked;
