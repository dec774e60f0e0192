/**
 * What every page shares: the shell, JTE views, texts, error pages, and the {@link cn.duban.web.Viewer}.
 *
 * <p>A controller puts one public top-level record named {@code page} into the model and names a template
 * ({@code "hotline/call"} is {@code src/main/jte/hotline/call.jte}). A request of htmx gets the template alone, any
 * other gets it inside {@code web/shell.jte}, or inside {@code web/public.jte} when nobody is signed in or the path
 * is under {@code /public/}. The title is the text {@code hotline.call.title}, unless the record is {@link Titled}.
 *
 * <p>Words: texts live in {@code messages/<room>.properties} (Chinese) and {@code <room>_en.properties}; a template
 * imports {@code static cn.duban.web.Words.say}. Rooms contribute {@link Navigation}; {@code access} tells the top bar
 * about the viewer through {@link Desk}. What goes wrong is a {@link Refused} (or {@link NotFound}) and is answered as
 * a page, a fragment or, under {@code /api/}, as RFC 9457 problem details. Every form that posts gets its CSRF token
 * by itself. No inline script or style: the content security policy forbids them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.duban.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
