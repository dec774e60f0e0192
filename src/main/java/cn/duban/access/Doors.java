package cn.duban.access;

import cn.duban.web.Paths;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Which doors are open without signing in; every other one is shut. */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** The whole list. A test walks every route of the application and holds it against this. */
    static final String[] OPEN = {
        "/access/sign-in", "/first-run", "/public/**", "/preferences", "/assets/**", "/webjars/**", "/error", "/actuator/health"
    };

    /** Doors of machines that show a key or a signature of their own instead of a person's token; the controller behind each looks at it. A test knocks at each without one. */
    static final String[] SIGNED = {"/api/open311/**", "/api/hotline/**"};

    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'self'";

    /** Every filter of every request told as an event of its own costs a twentieth of a short answer, and nobody asked for it. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programDoors(HttpSecurity http, Tokens tokens) {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
                .exceptionHandling(e -> e
                        .authenticationEntryPoint((request, response, cause) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                        })
                        .accessDeniedHandler((request, response, cause) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .authorizeHttpRequests(doors -> doors
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(SIGNED).permitAll()
                        .anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain peopleDoors(HttpSecurity http, Sessions sessions, FirstRun firstRun) {
        return http
                .securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(out -> out.logoutUrl("/access/sign-out").logoutSuccessUrl("/access/sign-in?out").deleteCookies("duban"))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(
                                ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new DetourFilter(firstRun), AuthorizationFilter.class)
                .exceptionHandling(e -> e
                        .authenticationEntryPoint(Doors::toSignIn)
                        .accessDeniedHandler((request, response, cause) -> {
                            request.setAttribute(Paths.CAUSE, cause);
                            response.sendError(HttpServletResponse.SC_FORBIDDEN);
                        }))
                .authorizeHttpRequests(doors -> doors
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(OPEN).permitAll()
                        .anyRequest().authenticated())
                .build();
    }

    /** There is no other user store; without this, Spring Boot would invent a user and print its password. */
    @Bean
    UserDetailsService nobodyElse() {
        return name -> {
            throw new UsernameNotFoundException("Accounts are kept by cn.duban.access.");
        };
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn(page(request.getHeader("HX-Current-URL"))));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.sendRedirect(signIn(HttpMethod.GET.matches(request.getMethod()) ? request.getRequestURI() + query : "/"));
    }

    /** The page that a browser says it shows; whatever is no address of a page counts as the front page. */
    private static String page(@Nullable String current) {
        try {
            var uri = new URI(current == null ? "/" : current);
            if (uri.getRawPath() == null || !uri.getRawPath().startsWith("/")) return "/";
            return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (URISyntaxException noAddress) {
            return "/";
        }
    }

    private static String signIn(String next) {
        return next.equals("/") ? "/access/sign-in" : "/access/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
