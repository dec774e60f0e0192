package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A leader's instruction from the scanned paper to the round in which its news is missing, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class SupervisionJourneyTest {

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;

    private Journey journey;
    private Town town;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void anInstructionIsFollowedToTheNewsThatIsMissing() {
        var city = cities.foundWithLogins();
        journey = new Journey(chromium, port, city);
        town = new Town(cities, city, directories, ledger, files);
        var page = journey.as("inspect1");
        journey.go(page, "/supervision");
        page.locator("a[href='/supervision/new/instruction']").click();
        var matter = entered(page);
        approved(matter);
        ledger.act(MatterId.valueOf(matter), Act.of("assign").role("lead", town.unit("市生态环境局")).due(town.today().plusDays(9)), town.as("inspect1"));
        ledger.act(MatterId.valueOf(matter), Act.of("receive"), town.as("eco.registry"));
        target(page, matter);
        dispatched(page, matter);
        assertThat(journey.complaints()).isEmpty();
    }

    private String entered(Page page) {
        page.locator("[name='leader.0.post']").selectOption("" + town.post("vice1"));
        page.locator("[name='leader.0.on']").fill(town.today().toString());
        page.locator("[name='leader.0.words']").fill("请生态环境局抓紧办理。");
        page.locator("button[value=more]").click();
        assertThat(page.locator("[name='leader.1.post']")).isVisible();
        page.locator("[name='leader.1.post']").selectOption("" + town.post("mayor"));
        page.locator("[name='leader.1.kind']").selectOption("circled");
        page.locator("[name='leader.1.on']").fill(town.today().toString());
        page.locator("button[value=open]:visible").last().click();
        assertThat(page.locator(".alert-danger")).containsText("请填写“事项名称”");
        journey.lookWideAndNarrow(page, "instruction");
        page.locator("#title").fill("青溪河排口异味");
        page.locator("[id='field.urgency']").selectOption("hasty");
        page.locator("input[name=evidenceFiles]").setInputFiles(new FilePayload("批示原件.txt", "text/plain", "请生态环境局抓紧办理。".getBytes(StandardCharsets.UTF_8)));
        page.locator("button[value=open]:visible").last().click();
        page.waitForURL(Pattern.compile(".*/matters/.*"));
        assertThat(page.locator("main")).containsText("圈阅");
        return page.url().replaceFirst(".*/matters/", "");
    }

    private void approved(String matter) {
        var head = journey.as("inspect");
        journey.go(head, "/matters/" + matter + "/actions/approve");
        head.locator("form.act-form button.btn-primary").click();
        assertThat(head.locator(".matter-head")).containsText("待交办");
        head.context().close();
    }

    private void target(Page page, String matter) {
        journey.go(page, "/supervision/matters/" + matter + "/targets");
        page.locator("summary", new Page.LocatorOptions().setHasText("添加指标")).click();
        page.locator("#name").fill("排口整治");
        page.locator("#goal").fill("12");
        page.locator("#unit").fill("处");
        page.locator("#from").fill(town.today().withDayOfYear(1).toString());
        page.locator("#to").fill(town.today().withDayOfYear(1).plusYears(1).toString());
        page.locator("form[action$='/targets'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/matters/.*"));
        journey.go(page, "/supervision/targets");
        page.locator("table a", new Page.LocatorOptions().setHasText("排口整治")).click();
        assertThat(page.locator("main")).containsText("不少于12处");
        journey.lookWideAndNarrow(page, "target");
    }

    private void dispatched(Page page, String matter) {
        journey.go(page, "/supervision/dispatches");
        page.locator("#name").fill("批示件周调度");
        page.locator("#what").selectOption("supervision/instruction");
        page.locator("form[action='/supervision/dispatches'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/dispatches/[0-9a-f-]{36}"));
        assertThat(page.locator("main")).containsText("未报：1项");
        assertThat(page.locator("a[href='/matters/" + matter + "']")).isVisible();
        journey.lookWideAndNarrow(page, "dispatch");
    }
}
