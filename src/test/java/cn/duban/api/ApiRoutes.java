package cn.duban.api;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address under {@code /api/v1/} that a controller of this house answers. */
final class ApiRoutes {

    private ApiRoutes() {}

    static Set<String> of(MockMvc mvc) {
        var context = Objects.requireNonNull(mvc.getDispatcherServlet().getWebApplicationContext());
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getValue().getBeanType().getName().startsWith("cn.duban."))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
