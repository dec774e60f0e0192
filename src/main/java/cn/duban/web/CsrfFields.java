package cn.duban.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes the CSRF token into every form that posts, so that no template can forget it. JTE tells of an opening tag before
 * its {@code >} is written, so the field goes to the end of the form; forms do not nest, hence one mark is enough.
 */
class CsrfFields implements HtmlInterceptor {

    private static final String POSTING = CsrfFields.class.getName();

    @Override
    public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {
        var request = request();
        if (request != null) request.setAttribute(POSTING, "post".equalsIgnoreCase(String.valueOf(attributes.get("method"))));
    }

    @Override
    public void onHtmlTagClosed(String name, TemplateOutput output) {
        var request = request();
        if (request != null && Boolean.TRUE.equals(request.getAttribute(POSTING)) && token(request) instanceof CsrfToken token) {
            output.writeContent("<input type=\"hidden\" name=\"" + token.getParameterName() + "\" value=\"" + token.getToken() + "\">");
        }
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes ? attributes.getRequest() : null;
    }

    /** The token of this request; asking for its value opens a session, so ask only where a form needs it. */
    static @Nullable CsrfToken token(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
