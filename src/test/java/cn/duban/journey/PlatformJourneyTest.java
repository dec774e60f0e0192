package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.platform.PlatformFixture;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** An agent brings in what a platform above handed down as a sheet, hands the answers back as one, and does again what comes back: wide and narrow, every page held against axe-core. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class PlatformJourneyTest {

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired PlatformFixture platforms;

    private Journey journey;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterEach
    void closeAllWindows() {
        List.copyOf(chromium.browser.contexts()).forEach(BrowserContext::close);
    }

    @Test
    void takesOrdersAndHandsAnswersBack() {
        var city = cities.foundWithLogins();
        var town = new Town(cities, city, directories, ledger, files);
        hotline.opens(town);
        journey = new Journey(chromium, port, city);
        var agent = journey.as("hotline.registry");
        journey.go(agent, "/hotline/platforms");
        journey.lookWideAndNarrow(agent, "platform-none");
        platforms.joins(town);
        journey.go(agent, "/hotline/platforms");
        assertThat(agent.locator("h1")).hasText("省平台");
        bring(agent, PlatformFixture.orders(town));
        assertThat(agent.locator("main")).containsText("诉求人电话（密封保存）");
        assertThat(agent.locator("main")).not().containsText("钱一诺");
        journey.lookWideAndNarrow(agent, "platform-mapping");
        agent.locator("button[name=then][value=check]").click();
        assertThat(agent.locator(".tallies")).containsText("有问题");
        journey.lookWideAndNarrow(agent, "platform-checked");
        agent.locator("form[action$='/run'] button").click();
        assertThat(agent.locator(".alert-success")).containsText("导入完成");
        agent.locator(".tallies a[href$='show=new']").click();
        var ticket = MatterId.valueOf(agent.locator("table.outcome a").first().getAttribute("href").replace("/matters/", ""));

        journey.go(agent, "/hotline/tickets/" + ticket);
        assertThat(agent.locator("main")).containsText("137****22");
        journey.lookWideAndNarrow(agent, "platform-ticket");
        ledger.act(ticket, Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·排水内涝").field("grade", "usual").due(town.today().plusDays(2)), town.as("hotline.registry"));
        ledger.act(ticket, Act.of("receive"), town.as("housing.registry"));
        ledger.act(ticket, Act.of("draft").saying("note", "污水井已经疏通，井盖已更换。"), town.as("housing.handle1"));
        ledger.act(ticket, Act.of("reply"), town.as("housing"));
        journey.go(agent, "/hotline/platforms");
        agent.locator("input[name=matter]").check();
        journey.lookWideAndNarrow(agent, "platform-owed");
        agent.locator("form[action$='/hand-backs'] button").click();
        assertThat(agent.locator(".alert-success")).containsText("已记录");
        journey.lookWideAndNarrow(agent, "platform-hand-back");
        assertThat(agent.waitForDownload(() -> agent.locator("a[href$='.xlsx']").click()).suggestedFilename()).isEqualTo("省平台-答复-第1次.xlsx");
        journey.go(agent, "/hotline/platforms");
        assertThat(agent.locator("main")).containsText("没有要交回的答复");
        agent.locator("details.fold summary").click();
        journey.lookWideAndNarrow(agent, "platform");

        bring(agent, PlatformFixture.refused(town));
        agent.locator("button[name=then][value=check]").click();
        assertThat(agent.locator("main")).containsText("上级退回重办：没有说明今后如何防止再堵");
        agent.locator("form[action$='/run'] button").click();
        assertThat(agent.locator(".alert-success")).containsText("导入完成");
        journey.go(agent, "/hotline");
        assertThat(agent.locator("section[aria-labelledby=wait-reopened]")).containsText("污水井");
        journey.go(agent, "/matters/" + ticket);
        journey.lookWideAndNarrow(agent, "platform-sent-back");
        assertThat(journey.complaints()).isEmpty();
    }

    private static void bring(Page agent, byte[] sheet) {
        agent.locator("input[name=file]").setInputFiles(new FilePayload("交办单.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet));
        agent.locator("form[action='/sheets'] button.btn-primary").click();
        assertThat(agent.locator("h1")).hasText("各列对应什么");
    }
}
