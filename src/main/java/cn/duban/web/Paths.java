package cn.duban.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where a request wanted to go, and where it may safely be sent next. */
public final class Paths {

    /** Request attribute: what a filter refused, for the error page to put into words. */
    public static final String CAUSE = Paths.class.getName() + ".cause";

    private Paths() {}

    /** The path that was asked for, also while an error page is being written for it. */
    public static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path ? path : request.getRequestURI();
    }

    /** The same place if it is a page of ours, the front page otherwise: nobody is sent to another site. */
    public static String safe(@Nullable String path) {
        var ours = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
        return ours ? path : "/";
    }
}
