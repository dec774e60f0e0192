package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.escalation.LaterDays;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.units.Logins;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A ladder is written and looked at; a chaser finds the unit on a telephone without script, which answers; the supervisor accepts, signs an order, and the unit appeals. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class EscalationJourneyTest {

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired Town towns;
    @Autowired Logins logins;
    @Autowired LaterDays later;
    @Autowired Postman postman;

    private Journey journey;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void pressesAUnitThatIsLateUntilItAnswersAndHearsItsAppeal() {
        var town = towns.another();
        logins.create(town.city.tenant(), town.city.logins(), town.city.password());
        journey = new Journey(chromium, port, town.city);
        var inspect = journey.as("inspect");
        var id = town.anAssignedMeasure();
        writes(inspect);
        later.pass(town.city.tenant(), 30);
        postman.deliver(id.tenant());

        var registry = journey.as("eco.registry", Journey.PHONE, false);
        journey.go(registry, "/");
        Journey.send(registry.locator("a[href^='/escalation/']", new Page.LocatorOptions().setHasText("回复")).first());
        assertThat(registry.locator("main")).containsText("催办〔");
        registry.locator("#reply-text").fill("今天签收，明天进场");
        Journey.send(registry.locator("form[action$='/reply'] button.btn-primary"));
        assertThat(registry.locator("main")).containsText("已回复待审");

        journey.go(inspect, "/escalation?state=replied");
        inspect.locator(".due-reports a[href^='/escalation/']").first().click();
        assertThat(inspect.locator("main")).containsText("今天签收，明天进场");
        journey.lookWideAndNarrow(inspect, "escalation-replied");
        inspect.locator("form[action$='/accept'] button.btn-primary").click();
        assertThat(inspect.locator("main")).containsText("回复已认可");

        journey.go(inspect, "/escalation?state=ready");
        inspect.locator(".due-reports a[href^='/escalation/']").first().click();
        inspect.locator("form[action$='/issue'] button").click();
        inspect.waitForURL(Pattern.compile(".*/escalation/[0-9a-f-]{36}$"));
        assertThat(inspect.locator("h1")).containsText("督办〔");
        journey.go(registry, inspect.url().replaceFirst("https?://[^/]+", ""));
        registry.locator("summary", new Page.LocatorOptions().setHasText("申诉")).click();
        registry.locator("#appeal-text").fill("设计变更由市里批准");
        registry.locator("form[action$='/appeal'] button").press("Enter");
        assertThat(registry.locator("main")).containsText("申诉待复核");
        assertThat(journey.complaints()).as("axe-core").isEmpty();
    }

    private void writes(Page inspect) {
        journey.go(inspect, "/escalation/ladders/new");
        inspect.locator("[name=name]").fill("131督办制");
        inspect.locator("button[value='preview']").click();
        assertThat(inspect.locator("#preview")).isVisible();
        journey.lookWideAndNarrow(inspect, "escalation-ladder");
        inspect.locator("[name=since]").fill("");
        inspect.locator("button[value='publish']").click();
        assertThat(inspect.locator(".alert-danger")).containsText("发布理由");
    }
}
