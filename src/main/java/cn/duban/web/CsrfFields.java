package cn.duban.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes the CSRF token into every form that posts, so that no template can forget it. */
class CsrfFields implements HtmlInterceptor {

    @Override
    public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {
        if (!"post".equalsIgnoreCase(String.valueOf(attributes.get("method")))) return;
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && token(request.getRequest()) instanceof CsrfToken token) {
            output.writeContent("<input type=\"hidden\" name=\"" + token.getParameterName() + "\" value=\"" + token.getToken() + "\">");
        }
    }

    @Override
    public void onHtmlTagClosed(String name, TemplateOutput output) {}

    /** The token of this request; asking for its value opens a session, so ask only where a form needs it. */
    static @Nullable CsrfToken token(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
