package cn.duban.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** How Spring MVC serves Duban: the viewer as an argument, the language by cookie, assets that never change their name. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver() {
        return new AbstractLocaleContextResolver() {
            /** Read once: every word of a page asks for it. */
            @Override
            public LocaleContext resolveLocaleContext(HttpServletRequest request) {
                return new SimpleLocaleContext(Preferences.of(request).language().equals("en") ? Locale.ENGLISH : Words.CHINESE);
            }

            @Override
            public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
                throw new UnsupportedOperationException("The language is chosen under /preferences.");
            }
        };
    }

    /** A route is looked for among all of them, each of which asks for the method and the path: through the wrappers of every filter, unless they are at hand. */
    @Bean
    WebMvcRegistrations routes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new RequestMappingHandlerMapping() {
                    @Override
                    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
                        return super.lookupHandlerMethod(path, new AtHand(request));
                    }
                };
            }
        };
    }

    private static final class AtHand extends HttpServletRequestWrapper {

        private final String method;
        private final Object path;

        AtHand(HttpServletRequest request) {
            super(request);
            method = request.getMethod();
            path = ServletRequestPathUtils.getParsedRequestPath(request);
        }

        @Override
        public String getMethod() {
            return method;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return name.equals(ServletRequestPathUtils.PATH_ATTRIBUTE) ? path : super.getAttribute(name);
        }
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatter(new Days());
        registry.addFormatterForFieldAnnotation(new Days());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NulRefusal());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var forever = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/assets/")
                .setCacheControl(forever)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(forever);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Viewer.class;
            }

            @Override
            public @Nullable Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer page,
                    NativeWebRequest web,
                    @Nullable WebDataBinderFactory binder) {
                var request = web.getNativeRequest(HttpServletRequest.class);
                var viewer = request == null ? null : Frames.viewer(request);
                if (viewer == null && !parameter.isOptional()) {
                    throw new AuthenticationCredentialsNotFoundException("Nobody is signed in.");
                }
                return viewer;
            }
        });
    }
}
