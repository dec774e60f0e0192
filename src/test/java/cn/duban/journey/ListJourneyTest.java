package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.units.Logins;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.YearMonth;
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
 * A supervisor's day at the list: several drafts are handed out at once, the list is kept as a view with columns of its own, a
 * matter is read beside the list, and the same matters are seen as a board, along the year and by due day. Without script too.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class ListJourneyTest {

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired Logins logins;

    private Town town;
    private Journey journey;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void handsOutManyAndKeepsTheList() {
        town = towns.another();
        logins.create(town.city.tenant(), town.city.logins(), town.city.password());
        for (var title : List.of("整治河道乱倒垃圾", "补齐排污口标识", "清理占道经营", "修复破损护栏")) ledger.open(town.measure(title), town.as("inspect"), null);
        town.aMeasureAtWork();
        var verified = town.aMeasureToVerify();
        ledger.act(verified, Act.of("close").saying("verdict", "现场核实"), town.as("inspect2"));
        journey = new Journey(chromium, port, town.city);
        page = journey.as("inspect");
        handOut();
        remind();
        keepAsView();
        chooseColumns();
        readBesideTheList();
        seeInOtherFaces();
        inEnglish();
        withoutScript(journey.as("inspect", Journey.PHONE, false));
        assertThat(journey.complaints()).as("axe-core, and what does not fit on a phone").isEmpty();
    }

    private void handOut() {
        journey.go(page, "/matters?type=rectification-measure");
        journey.lookWideAndNarrow(page, "list");
        for (int i = 0; i < 2; i++) page.locator("tr", new Page.LocatorOptions().setHasText("待交办")).nth(i).locator("input[name=matter]").check();
        page.locator("tr", new Page.LocatorOptions().setHasText("整改中")).locator("input[name=matter]").check();
        page.locator("button[name=act][value=assign]").click();
        assertThat(page.locator("#wants")).containsText("2 件");
        assertThat(page.locator("#not")).containsText("1 件");
        journey.lookWideAndNarrow(page, "bulk-empty");
        page.locator("select[name='give.lead']").selectOption("" + town.unit("市生态环境局"));
        page.locator("select[name='give.leader']").selectOption("" + town.post("vice1"));
        page.locator("input[name='give.due']").fill(town.today().plusDays(45).toString());
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("看看会怎样")).click();
        assertThat(page.locator("#will")).containsText("会交办的（2 件）");
        journey.lookWideAndNarrow(page, "bulk-looked");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("确认交办")).click();
        assertThat(page.locator(".alert-success")).containsText("已交办 2 件");
        journey.lookWideAndNarrow(page, "bulk-done");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("返回列表")).click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("待签收"))).hasCount(2);
    }

    private void remind() {
        page.locator("input[name=all]").check();
        page.locator("button[name=act][value=remind]").click();
        assertThat(page.locator("#will")).containsText("会催办的（3 件）");
        journey.lookWideAndNarrow(page, "bulk-remind");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("确认催办")).click();
        assertThat(page.locator(".alert-success")).containsText("已催办 3 件");
    }

    private void keepAsView() {
        journey.go(page, "/matters?type=rectification-measure&phase=open");
        page.locator(".keep-view > summary").click();
        page.locator(".keep-view input[name=name]").fill("在办措施");
        page.locator(".keep-view select[name=reach]").selectOption("unit");
        journey.look(page, "keep-view");
        page.locator(".keep-view button").click();
        assertThat(page.locator(".view-tabs a[aria-current]")).containsText("在办措施");
        assertThat(page.locator("nav.side")).containsText("在办措施");
        journey.go(page, "/matters/views");
        journey.lookWideAndNarrow(page, "views");
        page.locator("nav.side a", new Page.LocatorOptions().setHasText("在办措施")).click();
    }

    private void chooseColumns() {
        page.locator("a[href^='/matters/columns']").click();
        page.locator("input[name=show][value=assist]").check();
        page.locator("#up-assist").click();
        assertThat(page.locator("#columns")).isVisible();
        journey.lookWideAndNarrow(page, "columns");
        page.locator("#columns .btn-primary").click();
        assertThat(page.locator("table.matters thead")).containsText("配合单位");
        assertThat(page).hasURL(Pattern.compile(".*cols=.*view=.*"));
        journey.lookWideAndNarrow(page, "view");
    }

    private void readBesideTheList() {
        var title = page.locator("table.matters .what > a").first();
        title.click();
        assertThat(page.locator("#brief .brief h2")).isFocused();
        journey.lookWideAndNarrow(page, "brief");
        page.keyboard().press("Escape");
        assertThat(page.locator(".brief")).hasCount(0);
        assertThat(title).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator("table.matters .what > a").nth(1)).isFocused();
        page.locator("table.matters .no a").first().click();
        assertThat(page.locator(".matter-head")).isVisible();
    }

    private void seeInOtherFaces() {
        journey.go(page, "/matters/board?type=rectification-measure");
        assertThat(page.locator(".lane", new Page.LocatorOptions().setHasText("待签收")).locator(".card-line")).hasCount(2);
        journey.lookWideAndNarrow(page, "board");
        page.locator(".faces a", new Page.LocatorOptions().setHasText("时间轴")).click();
        assertThat(page.locator(".year-bar")).hasCount(6);
        journey.lookWideAndNarrow(page, "timeline");
        page.locator(".fold summary").click();
        journey.lookWideAndNarrow(page, "timeline-table");
        journey.go(page, "/matters/calendar?type=rectification-measure&month=" + YearMonth.from(town.today().plusDays(1)));
        journey.lookWideAndNarrow(page, "calendar");
        journey.go(page, "/matters/calendar?month=2026-10");
        journey.look(page, "calendar-october");
    }

    private void inEnglish() {
        journey.go(page, "/preferences?language=en&back=/matters");
        for (var face : List.of("", "/board", "/timeline", "/calendar", "/columns", "/views")) {
            journey.go(page, "/matters" + face + "?type=rectification-measure");
            journey.lookWideAndNarrow(page, "en" + face.replace('/', '-'));
        }
        journey.go(page, "/matters?type=rectification-measure");
        page.locator("input[name=all]").check();
        page.locator("button[name=act][value=extend]").click();
        journey.lookWideAndNarrow(page, "en-bulk");
    }

    private void withoutScript(Page plain) {
        journey.go(plain, "/matters?type=rectification-measure&state=drafted");
        plain.locator("input[name=matter]").first().press("Space");
        Journey.send(plain.locator("button[name=act][value=assign]"));
        assertThat(plain.locator("#wants")).containsText("1 件");
        journey.go(plain, "/matters/columns");
        Journey.send(plain.locator("#down-due"));
        assertThat(plain.locator("#columns")).isVisible();
        journey.go(plain, "/matters/board?type=rectification-measure");
        Journey.send(plain.locator(".card-title a").first());
        assertThat(plain.locator(".matter-head")).isVisible();
    }
}
