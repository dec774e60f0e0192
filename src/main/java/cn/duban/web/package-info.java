/**
 * What every page shares: the layout, JTE views, error pages, and the {@link cn.duban.web.Viewer}.
 *
 * <p>Knows no ledger and no vertical: rooms contribute their own navigation and badges. A request that carries {@code
 * HX-Request} gets the template alone, any other the template inside the shell.
 */
@NullMarked
package cn.duban.web;

import org.jspecify.annotations.NullMarked;
