package cn.duban.hotline;

import static cn.duban.hotline.ShieldTest.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.hotline.channel.Incoming;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Every address of the house that anything is read at, so that whatever is added is looked through without anybody thinking of it: lists, clusters, joined tickets, quality, column, ratings,
 * what is held, exports, programs' addresses, search, notices, open data. A caller's telephone, name and address stand in none of them, nor in a drafted bulletin, nor in the log.
 */
@DubanTest
class ShieldEverywhereTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/{}]*(?:\\{[\\d,]+}[^/{}]*)*}");
    private static final Pattern TOKEN = Pattern.compile("duban_[A-Za-z0-9_-]+");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Incoming incoming;
    @Autowired Postman postman;

    private Town town;

    @Test
    void saysNowhereWhoCalled() throws Exception {
        town = new Town(cities, directories, ledger, files);
        hotline.opens(town);
        var log = ShieldTest.listen();
        var own = Map.of("phone", "137 8765 4321", "name", "尤灵均", "address", "石桥路九号二单元", "mail", "you.lingjun@citizens.example");
        var working = hotline.working(town, own);
        var closed = hotline.replied(town, own);
        ledger.act(closed, Act.of("satisfied").field("pleased", "very"), town.as("hotline.handle"));
        var master = hotline.replied(town, Map.of("phone", "13900000000"));
        var joined = hotline.reported(town, with(own, "body", "云栖路污水井又堵了，水漫到路上。")).id();
        ledger.act(joined, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("hotline.registry"));
        incoming.take(Message.of(town.city.tenant(), "sms", "held 1", "13787654321"), Map.of("channel", "sms", "title", "请打13787654321", "body", "", "phone", "13787654321", "name", "尤灵均"), null);
        postman.deliver(town.city.tenant());
        var routes = routes();
        assertThat(routes).as("the addresses that must be among them").contains("/hotline/clusters", "/hotline/clusters/tickets", "/hotline/callbacks", "/hotline/quality", "/hotline/column", "/ratings", "/ratings/rows", "/hotline/held", "/sheets/out/list.xlsx", "/search", "/notices", "/public/hotline/figures.csv",
                "/public/hotline/answers", "/public/ratings", "/bulletins", "/api/v1/matters", "/hotline/answers").hasSizeGreaterThan(200);
        var told = new ArrayList<String>();
        for (var login : List.of("", "hotline.registry", "housing.handle1", "eco.handle", "inspect", "admin")) {
            var token = login.isEmpty() ? "" : token(login);
            for (var route : routes)
                for (var id : route.contains("{") ? List.of(working, joined, master) : List.of(working)) look(filled(route, id), login, token, told);
        }
        assertThat(told).as("looked at, and there was something").hasSizeGreaterThan(300);
        drafted();
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage).toList()).as("the log").allSatisfy(line -> assertThat(line).doesNotContain(OWN));
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    private static Map<String, String> with(Map<String, String> own, String name, String value) {
        var more = new HashMap<>(own);
        more.put(name, value);
        return more;
    }

    private void look(String path, String login, String token, List<String> told) throws Exception {
        var asked = get(path).queryParam("line", "" + town.city.tenant()).queryParam("jurisdiction_id", "" + town.city.tenant()).queryParam("q", "8765").queryParam("type", "hotline-ticket").queryParam("figure", path.startsWith("/ratings") ? "served" : "received");
        var response = as(path.startsWith("/api/v1/") && !token.isEmpty() ? asked.header(HttpHeaders.AUTHORIZATION, "Bearer " + token) : asked, path.startsWith("/api/v1/") ? "" : login);
        assertThat(response.getStatus()).as(path + " for " + login).isLessThan(500);
        assertThat(text(response)).as(path + " for " + login).doesNotContain(OWN);
        if (response.getStatus() == 200) told.add(login + " " + path);
    }

    private MockHttpServletResponse as(MockHttpServletRequestBuilder asked, String login) throws Exception {
        return http.perform((login.isEmpty() ? asked : asked.with(SignedIn.as(town.as(login)))).with(csrf())).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        var bytes = response.getContentAsByteArray();
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K' ? ShieldTest.unzipped(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    /** All that something is read at and does not stream. */
    private TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        var house = Objects.requireNonNull(http.getDispatcherServlet().getWebApplicationContext());
        house.getBeansOfType(RequestMappingHandlerMapping.class).values().stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getValue().getBeanType().getName().startsWith("cn.duban.") && route.getValue().getReturnType().getParameterType() != SseEmitter.class)
                .filter(route -> route.getKey().getMethodsCondition().getMethods().isEmpty() || route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .forEach(route -> routes.addAll(route.getKey().getPatternValues()));
        return routes;
    }

    /** What is read at the address of a matter is read of this one; anything else with a name in its address is not there, which is an answer as well. */
    private static String filled(String route, MatterId id) {
        var matter = route.startsWith("/matters/") || route.startsWith("/api/v1/matters/") || route.contains("\\d+-") || route.startsWith("/ratings/matters");
        return VARIABLE.matcher(route).replaceAll(matter ? id.toString() : id.id().toString());
    }

    /** A bulletin about the tickets of the month. */
    private void drafted() throws Exception {
        var begun = as(post("/bulletins/periods").param("what", "hotline").param("rhythm", "").param("from", town.today().withDayOfMonth(1).toString()).param("to", town.today().toString()), "hotline.registry");
        assertThat(begun.getStatus()).as(text(begun)).isEqualTo(302);
        var page = as(get(Objects.requireNonNull(begun.getRedirectedUrl())), "hotline.registry");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(text(page)).doesNotContain(OWN);
    }

    private String token(String login) throws Exception {
        var page = text(as(post("/access/tokens").param("name", "对接").param("expiresOn", town.today().plusDays(30).toString()), login));
        var found = TOKEN.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }
}
