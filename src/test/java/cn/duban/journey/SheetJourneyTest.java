package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.sheets.UglyLedger;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
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

    private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
    }

    @Test
    void goesFromTheFileToTheListAndOutAgain() {
        var page = as("inspect", cities.foundWithLogins());
        page.navigate("http://localhost:" + port + "/sheets");
        look(page, "sheets");
        page.locator("input[name=file]").setInputFiles(new FilePayload("2026年整改台账.xlsx", XLSX, UglyLedger.workbook()));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("读一遍")).click();
        assertThat(page.locator("#examples")).containsText("第1项措施");
        assertThat(page.locator("select[name=column4]")).hasValue("role:lead");
        look(page, "mapping");

        page.navigate(page.url().replaceAll("[?#].*", "") + "/type");
        assertThat(page.locator(".alert-success")).containsText("可以采用");
        look(page, "new-ledger");
        page.goBack();

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("检查全部行")).click();
        assertThat(page.locator(".tallies")).containsText("有问题", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        look(page, "checked");
        page.locator(".tallies a").filter(new Locator.FilterOptions().setHasText("新增")).click();
        look(page, "checked-new");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^导入（新增"))).click();
        assertThat(page.locator(".alert-success")).containsText("导入完成", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        look(page, "done");

        page.locator(".alert-success a").click();
        assertThat(page.locator("table.matters tbody tr")).hasCount(50);
        look(page, "list");
        var file = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("导出列表")).click());
        assertThat(file.suggestedFilename()).endsWith(".xlsx");
        assertThat(file.failure()).isNull();

        page.setViewportSize(390, 844);
        page.navigate("http://localhost:" + port + "/sheets");
        look(page, "sheets-390");
        page.locator("table.list a").first().click();
        look(page, "done-390");
        page.locator(".tabs a").last().click();
        look(page, "mapping-390");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).isZero();
        assertThat(complaints).as("axe-core").isEmpty();
    }

    private Page as(String login, City.Founded city) {
        var page = chromium.browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1440, 900).setBypassCSP(true).setAcceptDownloads(true)).newPage();
        page.setDefaultTimeout(20_000);
        page.navigate("http://localhost:" + port + "/access/sign-in");
        if (page.locator("select[name=tenant]").count() > 0) page.locator("select[name=tenant]").selectOption("" + city.tenant());
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(city.password());
        page.locator("form[action='/access/sign-in'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/(?!access).*"));
        return page;
    }

    private void look(Page page, String name) {
        complaints.addAll(Chromium.complaints(page));
        if (System.getProperty("shots") != null) page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of(System.getProperty("shots"), name + ".png")));
    }
}
