package cn.duban.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads to the one page that must come first: the first run where no government exists, a new password where one is due. */
class DetourFilter extends OncePerRequestFilter {

    private static final List<String> ALWAYS = List.of("/assets/", "/webjars/", "/preferences", "/actuator/health", "/error");

    private final FirstRun firstRun;

    DetourFilter(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if (ALWAYS.stream().anyMatch(path::startsWith)) {
            rest.doFilter(request, response);
        } else if ((firstRun.isPreparing() || firstRun.isDue()) && !path.equals("/first-run")) {
            response.sendRedirect("/first-run");
        } else if (Sessions.mustChange(request) && !path.equals("/access/password") && !path.startsWith("/public/")) {
            response.sendRedirect("/access/password");
        } else {
            rest.doFilter(request, response);
        }
    }
}
