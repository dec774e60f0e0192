package cn.duban.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody had written into a form that was refused as a whole, given back to be copied: nothing typed is lost, whichever
 * room refused it. Numbers, days and choices are quickly made again and stay out; what is typed at sign-in is never shown.
 *
 * @param back the page that the form stood on; null when nobody said
 */
public record Typed(List<String> texts, @Nullable String back) {

    private static final Pattern CHOSEN = Pattern.compile("[\\w.:+/=@-]*");

    static Typed in(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || Paths.asked(request).startsWith("/access")) return new Typed(List.of(), null);
        var texts = request.getParameterMap().entrySet().stream().filter(field -> !field.getKey().startsWith("_") && !field.getKey().toLowerCase(java.util.Locale.ROOT).contains("password"))
                .flatMap(field -> Arrays.stream(field.getValue())).map(String::strip).filter(text -> !CHOSEN.matcher(text).matches()).distinct().toList();
        return new Typed(texts, back(request.getHeader("Referer"), request.getServerName()));
    }

    /** Only a page of this same site. */
    private static @Nullable String back(@Nullable String referer, String host) {
        if (referer == null) return null;
        try {
            var from = URI.create(referer);
            var path = from.getRawPath();
            if (!host.equals(from.getHost()) || path == null || !path.startsWith("/") || path.startsWith("//")) return null;
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
