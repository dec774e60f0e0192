package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.units.Directories;
import cn.duban.workdays.Rhythm;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A scheme written with its faults told in their lines, agreed on, scored from the keyboard, shown, appealed and put right. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class AppraisalJourneyTest {

    private static final String TEXT = """
            方案: 作风考核
            周期: 季度
            对象: { 部门: [市生态环境局] }
            指标:
              办结: { 分值: 50, 数据: 逾期未办结, 每件: 2 }
              质量: { 分值: 50, 评分: 考核单位 }
            """;

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;
    @Autowired Directories directories;

    private Journey journey;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void runsFromTheDraftToTheAppeal() {
        var city = cities.foundWithLogins();
        journey = new Journey(chromium, port, city);
        var today = directories.of(city.tenant()).today();
        var last = Rhythm.QUARTERLY.startOf(Rhythm.QUARTERLY.startOf(today).minusDays(1)).toString();
        var office = journey.as("inspect1");
        var scheme = written(office);
        office.locator("#until").fill(today.plusDays(3).toString());
        press(office, "form[action$='/consultation']");
        var eco = journey.as("eco");
        eco.navigate(scheme);
        eco.locator("input[name=agrees][value=yes]").check();
        press(eco, "form[action$='/opinions']");
        var head = journey.as("inspect");
        head.navigate(scheme);
        head.locator("#since").fill(last);
        press(head, "form[action$='/approval']");
        office.navigate(scheme);
        office.locator("#period").selectOption(last);
        press(office, "form[action$='/rounds']");
        office.waitForURL(Pattern.compile(".*/performance/rounds/.*"));
        var round = office.url();
        assertThat(office.locator("main")).containsText("还有 1 项待评，暂无总分");
        score(office, round);
        office.navigate(round);
        office.locator("details.confirm summary").click();
        press(office, "form[action$='/showing']");
        appeal(eco, round);
        var secretary = journey.as("secretary");
        journey.go(secretary, "/");
        secretary.locator("a[href*='#appeal-1']").first().click();
        secretary.locator("input[value=uphold]").check();
        secretary.locator("[name=points]").fill("50");
        secretary.locator("[name=decision]").fill("补报的核查记录属实");
        journey.lookWideAndNarrow(secretary, "appraisal-decision");
        press(secretary, "form[action$='/appeals/1']");
        eco.reload();
        assertThat(eco.locator("main")).containsText("办结 50 + 质量 50 = 100");
        assertThat(journey.complaints()).as("axe-core, and what does not fit on a small screen").isEmpty();
    }

    private String written(Page office) {
        journey.go(office, "/performance/schemes");
        office.locator("a[href$='from=supervision']").click();
        journey.lookWideAndNarrow(office, "appraisal-sample");
        office.locator("#text").fill(TEXT.replace("质量: { 分值: 50", "质量: { 分值: 45"));
        assertThat(office.locator(".fault-list")).containsText("比应有的 100 分少了 5 分");
        office.locator("#text").fill(TEXT);
        assertThat(office.locator("#said")).containsText("没有问题");
        office.locator("button[name=keep]").click();
        office.waitForURL(Pattern.compile(".*/performance/schemes/[0-9a-f-]{30,}"));
        return office.url();
    }

    private void score(Page office, String round) {
        office.navigate(round + "/sheet");
        office.locator("input.score").fill("45");
        press(office, "main form[action$='/sheet']");
        assertThat(office.locator(".alert-danger")).containsText("请写明扣分理由和依据");
        journey.lookWideAndNarrow(office, "appraisal-sheet");
        office.locator("input.score").focus();
        office.keyboard().press("Tab");
        office.keyboard().type("一次以文件落实文件");
        office.keyboard().press("Tab");
        office.keyboard().type("督查记录第9号");
        office.keyboard().press("Enter");
        assertThat(office.locator(".alert-success")).containsText("已记下 1 个单位的评分");
    }

    private void appeal(Page eco, String round) {
        eco.navigate(round);
        eco.locator("a[href*='/units/']").first().click();
        assertThat(eco.locator("main")).containsText("一次以文件落实文件");
        var form = eco.locator("details", new Page.LocatorOptions().setHas(eco.locator("form[action$='/appeals']")));
        form.locator("summary").click();
        form.locator("[name=reason]").fill("已补报实地核查记录");
        form.locator("button.btn-primary").click();
        assertThat(eco.locator("#appeal-1")).containsText("待答复");
    }

    private static void press(Page page, String form) {
        page.locator(form).locator("button").last().click();
        page.waitForLoadState();
    }
}
