/** Special reports (督查专报): checked by others, each figure confirmed by the unit it comes from, then submitted and frozen. */
@NullMarked
package cn.duban.inspection.report;

import org.jspecify.annotations.NullMarked;
