/**
 * The public pages of the hotline: report, follow with number or telephone and code, add to it, rate, raise again. Nobody signs in; a session knows
 * at most which one ticket it was shown the code of, for half an hour.
 */
@NullMarked
package cn.duban.hotline.citizen;

import org.jspecify.annotations.NullMarked;
