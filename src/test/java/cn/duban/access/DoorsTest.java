package cn.duban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.duban.DubanTest;
import cn.duban.units.Directories;
import cn.duban.units.People;
import cn.duban.units.Posts;
import cn.duban.units.Tenants;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Walks every route of the application, whatever room or library it comes from, and tries the handle from outside. */
@DubanTest
class DoorsTest {

    @Autowired MockMvc mvc;
    @Autowired Collection<RequestMappingInfoHandlerMapping> mappings;
    @Autowired Tenants tenants;
    @Autowired Directories directories;
    @Autowired Posts posts;
    @Autowired People people;
    @Autowired Accounts accounts;

    private record Route(String method, String path) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            return toString().compareTo(other.toString());
        }
    }

    @Test
    void opensNothingButWhatIsListedHere() {
        assertThat(Doors.OPEN).containsExactly("/access/sign-in", "/first-run", "/public/**", "/preferences", "/assets/**",
                "/webjars/**", "/error", "/actuator/health");
        assertThat(Doors.SIGNED).containsExactly("/api/open311/**", "/api/hotline/**");
    }

    @Test
    void shutsEveryOtherRoute() throws Exception {
        AccessFixture.found(tenants, directories, posts, people, accounts);
        var ajar = new TreeSet<String>();
        var routes = routes();
        for (var route : routes) {
            if (open(route.path())) continue;
            var response = mvc.perform(request(HttpMethod.valueOf(route.method()), route.path()).with(csrf())).andReturn().getResponse();
            var shut = route.path().startsWith("/api/")
                    ? response.getStatus() == 401
                    : response.getStatus() == 302 && String.valueOf(response.getRedirectedUrl()).startsWith("/access/sign-in");
            if (!shut) ajar.add(route + " answers " + response.getStatus());
        }
        assertThat(routes).contains(new Route("GET", "/access/me"), new Route("POST", "/access/accounts/1/disable"));
        assertThat(ajar).isEmpty();
    }

    /** What asks for a key or a signature changes nothing for whoever has none. */
    @Test
    void turnsAwayMachinesWithoutAKeyOfTheirOwn() throws Exception {
        var signed = routes().stream().filter(route -> Arrays.stream(Doors.SIGNED).anyMatch(door -> route.path().startsWith(door.replace("**", "")))).filter(route -> route.method().equals("POST")).toList();
        assertThat(signed).isNotEmpty();
        for (var route : signed) assertThat(mvc.perform(request(HttpMethod.POST, route.path())).andReturn().getResponse().getStatus()).as(route.toString()).isIn(401, 403, 404);
    }

    @Test
    void leadsToSignInWhateverPageTheBrowserSaysItShows() throws Exception {
        AccessFixture.found(tenants, directories, posts, people, accounts);
        for (var said : Map.of("http://localhost/matters?q=a", "/access/sign-in?next=%2Fmatters%3Fq%3Da", "http://[", "/access/sign-in", "mailto:x", "/access/sign-in", "", "/access/sign-in").entrySet()) {
            var response = mvc.perform(request(HttpMethod.GET, "/matters").header("HX-Request", "true").header("HX-Current-URL", said.getKey())).andReturn().getResponse();
            assertThat(response.getStatus()).as(said.getKey()).isEqualTo(401);
            assertThat(response.getHeader("HX-Redirect")).isEqualTo(said.getValue());
        }
    }

    private Set<Route> routes() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> methods(info).stream().flatMap(method -> info.getPatternValues().stream()
                        .map(pattern -> new Route(method, pattern.replaceAll("\\{[^/]*}", "1").replace("/**", "/1").replace("*", "1")))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).collect(Collectors.toSet());
        return methods.isEmpty() ? Set.of("GET", "POST", "PUT", "DELETE") : methods;
    }

    private static boolean open(String path) {
        return Stream.of(Doors.OPEN, Doors.SIGNED).flatMap(Arrays::stream).anyMatch(pattern ->
                PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path)));
    }
}
