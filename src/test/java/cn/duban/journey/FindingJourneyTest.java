package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * One finding from the document to the published bulletin, in a real browser, as different people: the supervisor reads,
 * plans and hands out; the registry receives; the handler reports and hands in; another supervisor verifies; the first
 * drafts nothing that the second approves alone; and a citizen reads. Every page on the way is held against axe-core.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class FindingJourneyTest {

    private static final String DOCUMENT = """
            明川市生态环境局党组关于巡察整改情况的通报
            发布日期:2026-09-30
            2026年6月15日,市委第二巡察组向市生态环境局党组反馈了巡察意见。
            二、整改落实情况
            (一)履行主体责任方面
            1.针对“河道乱倒垃圾反复出现”问题。一是组织沿河排查。整改情况:整改完毕
            责任单位:市生态环境局
            2.针对“信访件答复超期”问题。一是建立台账。整改情况:整改完毕
            责任单位:市生态环境局
            中共明川市生态环境局党组
            2026年9月30日
            """;

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;

    private Journey journey;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void goesFromTheDocumentToThePublishedBulletin() {
        journey = new Journey(chromium, port, cities.foundWithLogins());
        var measure = readPlanAndAssign(as("inspect"));
        receive(as("eco.registry"), measure);
        report(as("eco.handle"), measure);
        refuseOwnVerification(as("eco"), measure);
        verify(as("inspect2"), measure);
        var draft = compose(as("inspect1"));
        approveAndPublish(as("inspect"), draft);
        readAsACitizen();
        assertThat(journey.complaints()).as("axe-core").isEmpty();
    }

    private Page as(String login) {
        var page = journey.as(login);
        journey.look(page);
        return page;
    }

    private void look(Page page) {
        journey.look(page);
    }

    private String readPlanAndAssign(Page page) {
        journey.go(page, "/rectification/intakes");
        look(page);
        page.locator("input[name=file]").setInputFiles(new FilePayload("通报.txt", "text/plain", DOCUMENT.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("上传并识别")).click();
        assertThat(page.locator("#finding-0 summary").first()).containsText("河道乱倒垃圾反复出现");
        assertThat(page.locator("#finding-0 summary").first()).containsText("未核实");
        look(page);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("立项（2 条）")).click();
        assertThat(page.locator(".measure")).hasCount(2);
        look(page);

        var first = page.locator(".measure").first();
        if (first.locator("details").first().getAttribute("open") == null) first.locator("summary").first().click();
        first.locator("select[name$=leader]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
        first.locator("select[name$=mode]").selectOption("dated");
        first.locator("input[name$=due]").fill(LocalDate.now().plusDays(60).toString());
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("保存整改方案")).click();
        assertThat(page.locator(".plan-bar [role=status]")).containsText("已保存 1 条措施");
        look(page);
        page.locator(".measure").first().locator("input[name=measure]").check();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("交办勾选的措施")).click();
        assertThat(page.locator(".plan-bar [role=status]")).containsText("已交办 1 条");
        look(page);
        return page.locator(".measure").first().locator("a.nowrap").getAttribute("href");
    }

    private void act(Page page, String measure, String action) {
        journey.go(page, measure);
        look(page);
        journey.go(page, measure + "/actions/" + action);
        look(page);
    }

    private void send(Page page) {
        page.locator(".act-form .form-end button.btn-primary").click();
        page.waitForLoadState();
        assertThat(page.locator(".act-form .alert-danger").allInnerTexts()).isEmpty();
    }

    private void receive(Page page, String measure) {
        act(page, measure, "receive");
        send(page);
        assertThat(page.locator(".matter-head")).containsText("整改中");
    }

    private void report(Page page, String measure) {
        act(page, measure, "report");
        page.locator("textarea[name=note]").fill("沿河排查完成，发现倾倒点7处，已清理5处。");
        send(page);
        act(page, measure, "submit");
        page.locator("textarea[name=note]").fill("7处倾倒点全部清理，设立警示牌。");
        page.locator("input[type=file]").first().setInputFiles(new FilePayload("现场记录.txt", "text/plain", "10月9日现场核查：7处均已清理。".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("#evidence-received li")).hasCount(1);
        send(page);
        assertThat(page.locator(".matter-head")).containsText("待核查");
        look(page);
    }

    private void refuseOwnVerification(Page page, String measure) {
        journey.go(page, measure);
        assertThat(page.locator("a[href*='/actions/close']").count()).isZero();
    }

    private void verify(Page page, String measure) {
        act(page, measure, "close");
        page.locator("[name=verdict]").fill("10月12日沿河实地查看，7处均已清理，整改到位。");
        send(page);
        assertThat(page.locator(".matter-head")).containsText("已销号");
        look(page);
    }

    private String compose(Page page) {
        journey.go(page, "/bulletins/issuer");
        page.locator("input[name=contact], textarea[name=contact]").fill("监督电话：0990-6620。");
        page.locator("form[action$='/issuer'] button.btn-primary").click();
        journey.go(page, "/bulletins/new");
        look(page);
        page.locator("input[name=root]").first().check();
        page.locator("form[action='/bulletins'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/bulletins/[0-9a-f-]{20,}.*"));
        look(page);
        page.locator("input[name=vouched]").check();
        page.locator("form[action$='/review'] button.btn-primary").click();
        return page.url().replaceAll("[?#].*", "");
    }

    private void approveAndPublish(Page page, String bulletin) {
        page.navigate(bulletin);
        look(page);
        page.locator("form[action$='/approval'] button.btn-primary").click();
        page.locator("details.confirm").filter(new com.microsoft.playwright.Locator.FilterOptions().setHas(page.locator("form[action$='/publication']"))).locator("summary").click();
        page.locator("form[action$='/publication'] button").last().click();
        assertThat(page.locator("main")).containsText("〔" + LocalDate.now().getYear() + "〕");
        look(page);
    }

    private void readAsACitizen() {
        var page = journey.page(Journey.PHONE, true);
        journey.go(page, "/public/bulletins");
        look(page);
        page.locator("main a[href^='/public/bulletins/']").first().click();
        assertThat(page.locator("main")).containsText("河道乱倒垃圾反复出现");
        assertThat(page.locator("main")).containsText("已销号");
        look(page);
    }
}
