package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.dispatch.Advisor;
import cn.duban.hotline.trouble.ClustersFixture;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.similarity.meaning.EmbeddingFixture;
import cn.duban.units.Directories;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A citizen on a telephone reports, is answered, is not satisfied, and is in the end; five people of the staff take part, wide and narrow, every page held against axe-core. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class HotlineJourneyTest {

    private static final List<Integer> WIDTHS = List.of(1440, 390);

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired EmbeddingFixture embeddings;
    @Autowired Advisor advisor;
    @Autowired ClustersFixture clusters;

    private Journey journey;
    private String matter;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    /** Windows that stay open take frames from the next one. */
    @AfterEach
    void closeAllWindows() {
        List.copyOf(chromium.browser.contexts()).forEach(BrowserContext::close);
    }

    @Test
    void goesFromTheReportToTheSatisfiedCaller() {
        var city = cities.foundWithLogins();
        var town = new Town(cities, city, directories, ledger, files);
        hotline.opens(town);
        journey = new Journey(chromium, port, city);

        var citizen = journey.page(390, true);
        journey.go(citizen, "/public/hotline");
        look(citizen, "front");
        journey.go(citizen, "/public/hotline/report?line=" + city.tenant());
        citizen.locator("#kind").selectOption("complaint");
        citizen.locator("#body").fill("云栖路门前污水井堵了，请打13912345678。");
        citizen.locator("#phone").fill("13812345678");
        citizen.locator("main form button.btn-primary").click();
        assertThat(citizen.locator(".alert-danger")).containsText("139********");
        look(citizen, "report");
        citizen.locator("main form button.btn-primary").click();
        assertThat(citizen.locator("h1")).hasText("已经收到");
        look(citizen, "reported");
        var number = citizen.locator(".codes .secret").first().textContent();
        var code = citizen.locator(".codes .secret").last().textContent();

        var agent = journey.as("hotline.registry");
        journey.go(agent, "/hotline");
        look(agent, "desk");
        agent.locator("a.due-title").first().click();
        matter = path(agent).replace("/hotline/tickets/", "/matters/");
        agent.locator("#category").selectOption("市政设施·排水内涝");
        agent.locator("#grade").selectOption("usual");
        agent.locator("#lead").selectOption("" + town.unit("市住建局"));
        assertThat(agent.locator("main")).containsText("138****78");
        look(agent, "dispatch");
        agent.locator("button[name=do][value=send]").click();
        assertThat(agent.locator(".alert-success")).containsText(number);

        act(journey.as("housing.registry"), "receive", "");
        var handler = journey.as("housing.handle1");
        var head = journey.as("housing");
        reply(handler, head, "污水井已经疏通。");

        follow(citizen, city.tenant(), number, code);
        assertThat(citizen.locator("main")).containsText("污水井已经疏通。");
        look(citizen, "followed");
        rate(citizen, "dissatisfied", "昨天又堵了。");
        assertThat(citizen.locator(".standing")).hasText("正在重新办理");

        reply(handler, head, "已更换管道，两天内没有再堵。");
        var caller = journey.as("hotline.handle");
        journey.go(caller, "/hotline/callbacks");
        caller.locator("a.due-title").first().click();
        assertThat(caller.locator("main")).containsText("已更换管道");
        look(caller, "callback");
        caller.locator("form[action$='/rating-code'] button").click();
        journey.go(citizen, URI.create(caller.locator(".secret").first().textContent()).getRawPath());
        look(citizen, "rating");
        rate(citizen, "very-satisfied", "");
        assertThat(citizen.locator(".alert-success")).containsText("谢谢您的评价");
        journey.go(citizen, "/public/hotline/ticket");
        assertThat(citizen.locator(".standing")).hasText("已经办结");
        look(citizen, "closed");
        journey.go(caller, matter);
        assertThat(caller.locator(".timeline")).containsText("诉求人");
        assertThat(journey.complaints()).isEmpty();
    }

    /** Told of one trouble twice: the second ticket is joined to the first, answered with it, and its caller asked as well. */
    @Test
    void joinsTheSecondCallToTheFirst() {
        var city = cities.foundWithLogins();
        var town = new Town(cities, city, directories, ledger, files);
        hotline.opens(town);
        journey = new Journey(chromium, port, city);
        var first = hotline.reported(town, Map.of());
        var second = hotline.reported(town, Map.of("body", "云栖路12号门口的污水井堵了，污水漫到马路上三天没人管。", "phone", "13900000000", "category", ""));
        embeddings.settle(town);
        advisor.learnNow(city.tenant());
        var agent = journey.as("hotline.registry");
        journey.go(agent, "/hotline/tickets/" + second.id());
        agent.locator("input[name=master]").first().check();
        look(agent, "same");
        agent.locator("form[action$='/join'] button").click();
        assertThat(agent.locator("h1")).containsText(first.number());
        journey.go(agent, "/hotline/tickets/" + second.id());
        assertThat(agent.locator("main")).containsText("已并入这一件一起办");
        journey.go(agent, "/hotline");
        assertThat(agent.locator("main")).containsText("2 人诉求");
        look(agent, "people");
        ledger.act(first.id(), Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·排水内涝").field("grade", "usual").due(town.today().plusDays(7)), town.as("hotline.registry"));
        ledger.act(first.id(), Act.of("receive"), town.as("housing.registry"));
        ledger.act(first.id(), Act.of("draft").saying("note", "我局将尽快疏通。").saying("reason", "配件未到"), town.as("housing.handle1"));
        var head = journey.as("housing");
        journey.go(head, "/matters/" + first.id());
        head.locator("[hx-get$='/reply-check']").scrollIntoViewIfNeeded();
        assertThat(head.locator("main")).containsText("只有打算");
        look(head, "reply-check");
        ledger.act(first.id(), Act.of("reply").saying("reason", "先行告知"), town.as("housing"));
        journey.go(agent, "/hotline/tickets/" + second.id());
        look(agent, "under");
        for (int i = 0; i < 5; i++) hotline.reported(town, Map.of("body", "石桥街" + i + "号门口路灯不亮，晚上看不见。", "place", "石桥街", "area", "石桥街道", "category", "市政设施·路灯", "phone", "1370000000" + i));
        clusters.reckon(city.tenant());
        journey.go(agent, "/hotline/clusters");
        look(agent, "clusters");
        journey.go(agent, "/hotline/suggestions");
        look(agent, "suggestions");
        assertThat(journey.complaints()).isEmpty();
    }

    /** Without script, since a caller may have an old telephone. */
    @Test
    void reportsAndFollowsWithoutScript() {
        var city = cities.foundWithLogins();
        hotline.opens(new Town(cities, city, directories, ledger, files));
        journey = new Journey(chromium, port, city);
        var citizen = journey.page(390, false);
        journey.go(citizen, "/public/hotline/report?line=" + city.tenant());
        citizen.locator("#kind").selectOption("enquiry");
        citizen.locator("#body").fill("社保怎么交？");
        Journey.send(citizen.locator("main form button.btn-primary"));
        var number = citizen.locator(".codes .secret").first().textContent();
        follow(citizen, city.tenant(), number, citizen.locator(".codes .secret").last().textContent());
        assertThat(citizen.locator("h1")).containsText(number);
        var agent = journey.as("hotline.registry", 1440, false);
        journey.go(agent, "/hotline");
        Journey.send(agent.locator("main .actions a.btn-primary"));
        agent.locator("#body").fill("刚说到一半");
        Journey.send(agent.locator("button[formaction$='/draft']"));
        assertThat(agent.locator("#body")).hasValue("刚说到一半");
        agent.locator("#kind").selectOption("request");
        Journey.send(agent.locator("main form[action^='/hotline/calls'] .form-end button.btn-primary"));
        assertThat(agent.locator("h1")).hasText("工单已生成");
    }

    private void look(Page page, String name) {
        var before = page.viewportSize();
        for (var width : WIDTHS) {
            page.setViewportSize(width, 900);
            journey.look(page, "hotline-" + name + "-" + width);
            var sideways = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (sideways > width) journey.complaints().add(page.url() + " is " + sideways + " wide at " + width);
        }
        page.setViewportSize(before.width, before.height);
    }

    private void act(Page page, String action, String note) {
        journey.go(page, matter + "/actions/" + action);
        if (!note.isEmpty()) page.locator("[name=note]").fill(note);
        page.locator(".act-form button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/matters/[^/]+$"));
    }

    private void reply(Page handler, Page head, String text) {
        act(handler, "draft", text);
        act(head, "reply", "");
    }

    private void follow(Page citizen, int tenant, String number, String code) {
        journey.go(citizen, "/public/hotline/follow");
        Locator line = citizen.locator("#line");
        if (line.count() > 0) line.selectOption("" + tenant);
        citizen.locator("#who").fill(number);
        citizen.locator("#code").fill(code);
        Journey.send(citizen.locator("main form button.btn-primary"));
    }

    private static void rate(Page citizen, String level, String words) {
        citizen.locator("input[name=level][value=" + level + "]").check();
        if (!words.isEmpty()) citizen.locator("#opinion").fill(words);
        citizen.locator("main form button.btn-primary").first().click();
    }

    private static String path(Page page) {
        return page.url().replaceFirst("^https?://[^/]+", "").replaceAll("[?#].*", "");
    }
}
