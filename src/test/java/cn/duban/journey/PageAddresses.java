package cn.duban.journey;

import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Every address of this house at which somebody reads a page: what files, programs and streams are given at is left out. */
final class PageAddresses {

    private PageAddresses() {}

    static SortedSet<String> of(ApplicationContext house) {
        return house.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> read(route.getKey()) && page(route.getValue()))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean read(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean page(HandlerMethod handler) {
        var type = handler.getBeanType();
        return type.getName().startsWith("cn.duban.") && !AnnotatedElementUtils.hasAnnotation(type, ResponseBody.class)
                && !handler.hasMethodAnnotation(ResponseBody.class) && !Set.of(ResponseEntity.class, SseEmitter.class, void.class).contains(Objects.requireNonNull(handler.getReturnType().getParameterType()));
    }
}
