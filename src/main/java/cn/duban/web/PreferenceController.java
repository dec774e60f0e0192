package cn.duban.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language, theme, text size and contrast: plain links, so that they work without script and before sign-in. */
@Controller
class PreferenceController {

    @GetMapping("/preferences")
    String choose(
            @RequestParam Map<String, String> chosen, HttpServletRequest request, HttpServletResponse response) {
        chosen.forEach((name, value) -> {
            if (!Preferences.CHOICES.getOrDefault(name, Set.of()).contains(value)) return;
            var cookie = ResponseCookie.from(name, value)
                    .path("/").maxAge(Duration.ofDays(400)).sameSite("Lax").httpOnly(true).secure(request.isSecure()).build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        });
        return "redirect:" + Paths.safe(chosen.get("back"));
    }
}
