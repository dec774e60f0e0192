package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.sheets.UglyLedger;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** An ugly ledger from the file to the list and out again, in a real browser, wide and narrow; every page is held against axe-core. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class SheetJourneyTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void goesFromTheFileToTheListAndOutAgain() {
        var journey = new Journey(chromium, port, cities.foundWithLogins());
        var page = journey.as("inspect");
        journey.go(page, "/sheets");
        journey.look(page, "sheets");
        page.locator("input[name=file]").setInputFiles(new FilePayload("2026年整改台账.xlsx", XLSX, UglyLedger.workbook()));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("上传并识别")).click();
        assertThat(page.locator("#examples")).containsText("第1项措施");
        assertThat(page.locator("select[name=column4]")).hasValue("role:lead");
        journey.look(page, "mapping");

        page.navigate(page.url().replaceAll("[?#].*", "") + "/type");
        assertThat(page.locator(".alert-success")).containsText("可以采用");
        journey.look(page, "new-ledger");
        page.goBack();

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("检查全部行")).click();
        assertThat(page.locator(".tallies")).containsText("有问题");
        journey.look(page, "checked");
        page.locator(".tallies a").filter(new Locator.FilterOptions().setHasText("新增")).click();
        journey.look(page, "checked-new");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^导入（新增"))).click();
        assertThat(page.locator(".alert-success")).containsText("导入完成", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        journey.look(page, "done");

        page.locator(".alert-success a").click();
        assertThat(page.locator("table.matters tbody tr")).hasCount(50);
        journey.look(page, "list");
        var file = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("导出列表")).click());
        assertThat(file.suggestedFilename()).endsWith(".xlsx");
        assertThat(file.failure()).isNull();

        page.setViewportSize(Journey.PHONE, 800);
        journey.go(page, "/sheets");
        journey.look(page, "sheets-phone");
        page.locator("table.list a").first().click();
        journey.look(page, "done-phone");
        page.locator(".tabs a").last().click();
        journey.look(page, "mapping-phone");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).isZero();
        assertThat(journey.complaints()).as("axe-core").isEmpty();
    }
}
