package cn.duban.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.web.util.WebUtils;

/**
 * How somebody wants to read, kept in cookies so that it holds before sign-in too.
 *
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param text {@code normal} or {@code large} (适老化)
 * @param contrast {@code normal} or {@code high}
 */
public record Preferences(String language, String theme, String text, String contrast) {

    /** The choices there are; anything else a cookie says is ignored. */
    static final Map<String, Set<String>> CHOICES = Map.of(
            "language", Set.of("zh", "en"),
            "theme", Set.of("auto", "light", "dark"),
            "text", Set.of("normal", "large"),
            "contrast", Set.of("normal", "high"));

    static Preferences of(HttpServletRequest request) {
        return new Preferences(
                choice(request, "language", "zh"),
                choice(request, "theme", "auto"),
                choice(request, "text", "normal"),
                choice(request, "contrast", "normal"));
    }

    private static String choice(HttpServletRequest request, String name, String fallback) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie != null && CHOICES.getOrDefault(name, Set.of()).contains(cookie.getValue()) ? cookie.getValue() : fallback;
    }
}
