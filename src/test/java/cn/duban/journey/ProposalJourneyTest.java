package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A suggestion from its registration to the reply on paper, in a real browser, wide and narrow; every page is held against axe-core. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class ProposalJourneyTest {

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void goesFromTheRegisterToTheReply() {
        var journey = new Journey(chromium, port, cities.foundWithLogins());
        var inspect = journey.as("inspect");
        journey.go(inspect, "/proposals");
        inspect.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("登记一件")).click();
        inspect.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登记")).last().click();
        assertThat(inspect.locator(".alert-danger")).containsText("请写明案由。");
        journey.lookWideAndNarrow(inspect, "proposal-new");
        inspect.locator("[name=title]").fill("关于整治城区内河的建议");
        inspect.locator("[name=body]").fill("城区内河汛期反味，请予整治。");
        inspect.locator("[name=field-session]").fill("十八届三次会议");
        inspect.locator("[name=field-serial]").fill("12");
        inspect.locator("[name=field-proposers]").fill("宁静");
        inspect.locator("[name=field-category]").selectOption("ecology");
        inspect.locator("[name=field-open]").selectOption("true");
        inspect.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登记")).last().click();
        inspect.waitForURL(Pattern.compile(".*/matters/.*"));
        var path = inspect.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
        journey.go(inspect, path + "/actions/assign");
        inspect.locator("[name='role.lead']").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("\u3000明川市生态环境局"));
        inspect.locator(".act-form button.btn-primary").click();
        assertThat(inspect.locator("main")).containsText("待签收");

        var registry = journey.as("eco.registry");
        journey.go(registry, path + "/actions/receive");
        registry.locator(".act-form button.btn-primary").click();
        var head = journey.as("eco");
        journey.go(head, path + "/actions/contact");
        head.locator("[name='field.contact-on']").fill("2026-11-20");
        head.locator("[name='field.contact-way']").selectOption("visit");
        head.locator("[name='field.contact-with']").fill("宁静代表");
        head.locator("[name=note]").fill("登门听取意见");
        head.locator(".act-form button.btn-primary").click();
        journey.go(head, path + "/actions/reply");
        journey.lookWideAndNarrow(head, "proposal-reply");
        head.locator("[name='field.class']").selectOption("a");
        head.locator("[name='field.finish']").selectOption("period");
        head.locator("[name='field.reply-number']").fill("明环函〔2026〕12号");
        head.locator("[name=note]").fill("排水口已经封堵。");
        head.locator(".act-form button.btn-primary").click();
        assertThat(head.locator("main")).containsText("已答复、待反馈");

        journey.go(inspect, "/proposals");
        journey.lookWideAndNarrow(inspect, "proposals");
        inspect.locator("a.figure-tile", new Page.LocatorOptions().setHasText("已答复")).first().click();
        assertThat(inspect.locator("tbody")).containsText("关于整治城区内河的建议");
        journey.lookWideAndNarrow(inspect, "proposal-rows");
        journey.go(inspect, path.replace("/matters/", "/proposals/"));
        assertThat(inspect.locator("main")).containsText("办理结果：A 类");
        journey.lookWideAndNarrow(inspect, "proposal-course");
        inspect.context().addCookies(List.of(new Cookie("language", "en").setUrl("http://localhost:" + port)));
        for (var there : List.of("/proposals", "/proposals/new", "/proposals/rows?of=all")) {
            journey.go(inspect, there);
            journey.lookWideAndNarrow(inspect, "english" + there.replaceAll("\\W", "-"));
        }
        assertThat(journey.complaints()).isEmpty();
    }
}
