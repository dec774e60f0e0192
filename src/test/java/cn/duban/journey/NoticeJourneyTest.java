package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.duban.TestDatabase;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.units.Logins;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * A registry is told of an assignment while it looks at a page, follows the notice, and chooses how to be told; an
 * administrator sets up a way. On a telephone too, without script too, and every page held against axe-core.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class NoticeJourneyTest {

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired Logins logins;
    @Autowired Postman postman;

    private Journey journey;
    private Town town;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void tellsTheRegistryWhileItLooksAtAPage() {
        town = towns.another();
        logins.create(town.city.tenant(), town.city.logins(), town.city.password());
        journey = new Journey(chromium, port, town.city);
        var page = journey.as("eco.registry");
        assertThat(page.locator(".bell-count")).hasText("");
        var id = town.anAssignedMeasure();
        assertThat(page.locator(".bell-count")).hasText("1");
        assertThat(page.locator(".bell")).hasAttribute("aria-label", "通知：1 条未读");
        page.locator(".bell").click();
        assertThat(page.locator(".notice")).hasCount(1);
        assertThat(page.locator(".notice")).containsText("交办");
        look(page);
        page.locator(".notice-title a").click();
        page.waitForURL(Pattern.compile(".*/matters/" + id + ".*"));
        assertThat(page.locator(".bell-count")).hasText("");
        choose(page);
        setUp(journey.as("admin"));
        ledger.act(id, Act.of("comment").saying("note", "请抓紧签收"), town.as("inspect"));
        postman.deliver(id.tenant());
        onATelephoneWithoutScript(journey.as("eco.registry", Journey.PHONE, false));
        assertThat(journey.complaints()).as("axe-core").isEmpty();
    }

    private void choose(Page page) {
        open(page, "/notices/choices");
        page.locator("input[name=mail]").fill("xia@mc.example");
        page.locator("input[name=phone]").fill("12");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".alert-danger")).containsText("手机号码不对");
        look(page);
        page.locator("input[name=phone]").fill("13812345678");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".alert-success")).containsText("已保存");
        assertThat(page.locator("main")).containsText("138****5678");
        look(page);
    }

    private void setUp(Page page) {
        open(page, "/notices/gateways");
        look(page);
        for (var kind : List.of("MAIL", "WECOM", "DINGTALK", "SMS")) {
            open(page, "/notices/gateways/new?kind=" + kind);
            look(page);
        }
        page.locator("input[name=name]").fill("短信平台");
        page.locator("input[name=url]").fill("http://127.0.0.1:9/sms");
        page.locator("input[name=secret]").fill("between us");
        page.locator("main form button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/notices/gateways/1$"));
        page.locator("input[name=to]").fill("13812345678");
        page.locator("form[action$='/test'] button").click();
        assertThat(page.locator(".alert-danger")).containsText("测试消息没有发出去");
        look(page);
        open(page, "/notices/deliveries");
        look(page);
    }

    private void onATelephoneWithoutScript(Page page) {
        // how many wait is counted every few seconds; a page without script says what was known when it was asked for
        await().atMost(Duration.ofMillis(Chromium.PATIENCE)).until(() -> {
            page.reload();
            return page.locator(".bell-count").textContent().equals("1");
        });
        for (var path : List.of("/notices", "/notices?unread=true&kind=merged", "/notices/choices")) {
            open(page, path);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(Journey.PHONE);
        }
        open(page, "/notices");
        Journey.send(page.locator("form[action='/notices/read'] button"));
        assertThat(page.locator(".bell-count")).hasText("");
        assertThat(page.locator(".notice-unread")).hasCount(0);
    }

    private void open(Page page, String path) {
        journey.go(page, path);
    }

    private void look(Page page) {
        journey.look(page);
    }
}
