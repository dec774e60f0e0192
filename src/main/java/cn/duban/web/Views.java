package cn.duban.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Turns {@code "room/template"} into HTML: the template alone for htmx, inside a shell for everybody else. The whole
 * page is rendered before the first byte leaves, so a fault in a template still becomes an error page.
 */
@Component
class Views implements ViewResolver, Ordered {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frames frames;

    Views(Frames frames) {
        this.frames = frames;
        engine.setHtmlInterceptor(new CsrfFields());
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return engine.hasTemplate(name + ".jte") ? new Page(name) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** A fragment is wanted: htmx asks, and not to fill a whole page (a boosted link, a lost history entry). */
    static boolean forFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    static boolean forProgram(HttpServletRequest request) {
        return Paths.asked(request).startsWith("/api/");
    }

    private final class Page implements View {

        private final String name;

        Page(String name) {
            this.name = name;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var parameters = new HashMap<String, Object>(model == null ? Map.of() : model);
            var content = new StringOutput();
            engine.render(name + ".jte", parameters, content);
            var html = new Utf8ByteOutput();
            if (forFragment(request)) {
                html.writeContent(content.toString());
            } else {
                var frame = frames.of(name, parameters.get("page"), request);
                engine.render(
                        frame.open() ? "web/public.jte" : "web/shell.jte",
                        Map.of("frame", frame, "content", (gg.jte.Content) out -> out.writeContent(content.toString())),
                        html);
            }
            response.setContentType(getContentType());
            response.addHeader(HttpHeaders.VARY, "HX-Request");
            if (name.equals("web/alert")) {
                response.setHeader("HX-Retarget", "#alerts");
                response.setHeader("HX-Reswap", "innerHTML show:window:top");
                // whatever part of the page was asked for, the sentence is what comes
                response.setHeader("HX-Reselect", ".alert");
            }
            response.setContentLength(html.getContentLength());
            html.writeTo(response.getOutputStream());
        }
    }
}
