package cn.duban.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/** Nobody types the character NUL, and PostgreSQL keeps no text with it: what carries one is refused at the door. */
final class NulRefusal implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var carried = request.getParameterMap().entrySet().stream()
                .anyMatch(parameter -> nul(parameter.getKey()) || Arrays.stream(parameter.getValue()).anyMatch(NulRefusal::nul));
        if (!carried) return true;
        throw new Refused(HttpStatus.BAD_REQUEST, "web.nul", Words.say("web.fault.nul"), Words.say("web.fault.nul.next"));
    }

    private static boolean nul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
