/** How the cells of a ledger are understood: heads, days, units, people. Pure: no SQL, no Spring; sentences in Chinese and English. */
@NullMarked
package cn.duban.sheets.reading;

import org.jspecify.annotations.NullMarked;
