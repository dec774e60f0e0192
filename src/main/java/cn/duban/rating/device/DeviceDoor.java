package cn.duban.rating.device;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/** The door of devices: no session and no person stands behind a request, but the device whose token it carries. */
@Configuration(proxyBeanMethods = false)
class DeviceDoor {

    @Bean
    @Order(0)
    SecurityFilterChain deviceDoors(HttpSecurity http, Devices devices) {
        return http.securityMatcher("/api/v1/devices/**").csrf(csrf -> csrf.disable()).sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache())).addFilterBefore(new Carried(devices), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, cause) -> {
                    response.setHeader("WWW-Authenticate", "Bearer");
                    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                }))
                .authorizeHttpRequests(doors -> doors.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll().anyRequest().authenticated()).build();
    }

    /** {@code Authorization: Bearer …} becomes the device that the token was given to; anything else stays nobody. */
    private static final class Carried extends OncePerRequestFilter {
        private static final String SCHEME = "Bearer ";
        private final Devices devices;

        Carried(Devices devices) {
            this.devices = devices;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws ServletException, IOException {
            var header = request.getHeader("Authorization");
            if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                devices.of(header.substring(SCHEME.length()).strip()).ifPresent(device -> SecurityContextHolder.setContext(new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(device, "", List.of()))));
            rest.doFilter(request, response);
        }
    }
}
