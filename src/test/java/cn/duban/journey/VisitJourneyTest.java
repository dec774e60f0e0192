package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.TestDatabase;
import cn.duban.evidence.Photograph;
import cn.duban.inspection.Deciding;
import cn.duban.inspection.Declaration;
import cn.duban.inspection.InspectionKind;
import cn.duban.inspection.InspectionMethod;
import cn.duban.inspection.Plans;
import cn.duban.inspection.Quota;
import cn.duban.inspection.Quotas;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.units.Logins;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * An inspection is declared, marked as a second one, approved and manned by lot; then somebody goes, on a telephone, and the network is cut:
 * what was written there is kept through a reload, a second window and a page that was killed, and arrives once.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class VisitJourneyTest {

    private static final String FORM = "/inspections/visits/new";
    /** The next try comes two seconds after one that failed, and not with the round of twenty. */
    private static final LocatorAssertions.HasCountOptions SOON = new LocatorAssertions.HasCountOptions().setTimeout(15_000);
    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired Town towns;
    @Autowired Plans plans;
    @Autowired Quotas quotas;
    @Autowired Deciding deciding;
    @Autowired Logins logins;

    private Journey journey;
    private Town town;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @BeforeEach
    void found() {
        town = towns.another();
        logins.create(town.city.tenant(), town.city.logins(), town.city.password());
        journey = new Journey(chromium, port, town.city);
    }

    @Test
    void plansDrawsAndGoesWithoutANetwork() {
        before();
        var first = journey.as("inspect1");
        var inspect = journey.as("inspect");
        var second = declare(first, "作风督查", 9);
        journey.go(inspect, "/inspections/calendar?year=" + town.today().getYear());
        assertThat(inspect.locator("main")).containsText("同一单位 30 天内已有 1 次");
        approve(inspect, second);
        draw(inspect, second);
        assertThat(journey.complaints()).as("axe-core").isEmpty();
        goes();
    }

    /** There is an inspection of the same unit already, and a quota. */
    private void before() {
        var by = town.as("inspect1");
        quotas.set(new Quota(Quota.Scope.EACH, 0, town.today(), null, null, null, 30, "明办发〔2026〕3号", by.person()), town.as("inspect"));
        var one = new Declaration(by.tenant(), Ledger.newId(), town.today().getYear(), "窗口服务督查", "市政府第12次常务会议", InspectionKind.SPECIAL, List.of(InspectionMethod.ON_SITE), "", town.today(), town.today().plusDays(3), 2, by.unit(), List.of(),
                List.of(town.unit("市财政局")), true, null, Declaration.State.DECLARED, null, null, null, 1, by.person(), by.unit(), by.personName(), Instant.now(), null, null);
        deciding.approve(plans.declare(one), 1, "", town.as("inspect"));
    }

    private String declare(Page page, String title, int ahead) {
        journey.go(page, "/inspections/new");
        page.locator("#title").fill(title);
        page.locator("#basis").fill("市政府第12次常务会议");
        page.locator("#kind").selectOption("special");
        page.locator("input[name=methods][value=on-site]").check();
        page.locator("input[name=unannounced]").check();
        page.locator("#objects summary").click();
        page.locator("#objects input[value='" + town.unit("市财政局") + "']").check();
        page.locator("#first").fill(town.today().plusDays(ahead).toString());
        page.locator("#last").fill(town.today().plusDays(ahead + 3).toString());
        page.locator("#days").fill("2");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".alert-success")).containsText("已申报");
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private void approve(Page page, String inspection) {
        journey.go(page, inspection);
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".alert-danger")).containsText("确需进行的，请写明理由");
        page.locator("#reason").fill("信访集中反映");
        page.locator("main form button.btn-primary").click();
        assertThat(page.locator(".alert-success")).containsText("已批准并编号");
    }

    private void draw(Page page, String inspection) {
        journey.go(page, inspection + "/draws/new");
        page.locator("#wanted").fill("1");
        page.locator("#units summary").click();
        for (var tick : page.locator("#units input[type=checkbox]").all()) tick.setChecked(String.valueOf(town.unit("市生态环境局")).equals(tick.getAttribute("value")));
        page.locator("main form button.btn-primary").click();
        for (int i = 0; i < 2; i++) {
            page.locator("input[name=name]").nth(i).fill(List.of("荀守拙", "骆怀瑾").get(i));
            page.locator("input[name=post]").nth(i).fill(List.of("市委巡察办主任", "秘书长").get(i));
            page.locator("input[name=words]").nth(i).fill(List.of("三十六", "风调雨顺").get(i));
        }
        journey.look(page, "inspection-draw-bound");
        page.locator("form[action$='/drawing'] button").click();
        assertThat(page.locator("main")).containsText("名单已抽出，封存");
        page.locator("details.confirm summary").click();
        page.locator("form[action$='/opening'] button").click();
        assertThat(page.locator("main")).containsText("结果一致");
    }

    /** Under the policy that a browser is given, on a screen of 390. */
    private BrowserContext telephone() {
        return chromium.window(new Browser.NewContextOptions().setTimezoneId("Asia/Shanghai").setViewportSize(390, 844).setHasTouch(true).setGeolocation(36.1, 120.36).setPermissions(List.of("geolocation")));
    }

    private void goes() {
        var heard = new ArrayList<String>();
        var telephone = telephone();
        var page = window(telephone, heard);
        page.navigate(site("/access/sign-in"));
        if (page.locator("select[name=tenant]").count() > 0) page.locator("select[name=tenant]").selectOption("" + town.city.tenant());
        page.locator("input[name=login]").fill("inspect2");
        page.locator("input[name=password]").fill(town.city.password());
        page.locator("form[action='/access/sign-in'] button.btn-primary").click();
        page.waitForURL(address -> !address.contains("/access/"));
        page.navigate(site(FORM));
        assertThat(page.locator("form[data-kept]")).isVisible();
        assertThat(page.locator("[data-holding]")).containsText("没有网络也能打开这一页");
        assertThat((int) page.evaluate("document.scrollingElement.scrollWidth")).as("wide on a telephone").isLessThanOrEqualTo(390);

        telephone.setOffline(true);
        write(page, "一楼3号窗口", "九点零五分到达，3号窗口无人");
        page.locator("#photos").setInputFiles(new FilePayload("窗口.jpg", "image/jpeg", Photograph.taken("2026:11:28 09:30:15", Color.GREEN)));
        assertThat(page.locator("[data-photos] li")).hasCount(1);
        page.locator("[data-locate]").click();
        assertThat(page.locator("[data-located]")).containsText("36.100000");
        assertThat(page.locator("form[data-draft]")).isVisible();

        page.close();
        var again = window(telephone, heard);
        again.navigate(site(FORM));
        assertThat(again.locator("#notes")).hasValue("九点零五分到达，3号窗口无人");
        assertThat(again.locator("[data-photos] li")).hasCount(1);
        again.locator("form[data-visit] button.btn-primary").click();
        assertThat(waiting(again)).hasCount(1);
        assertThat(waiting(again)).containsText("已存在本机，联网后发送");
        write(again, "二楼大厅", "排队三十人");
        again.locator("form[data-visit] button.btn-primary").click();
        assertThat(waiting(again)).hasCount(2);
        shot(again, "visit-waiting");
        again.reload();
        assertThat(again.locator("[data-visit-box]")).containsText("一楼3号窗口");
        var other = window(telephone, heard);
        other.navigate(site(FORM));
        assertThat(waiting(other)).hasCount(2);

        // the telephone says that it is online before anything goes through, in either window; and the server cannot take one of the two: the other goes all the same
        again.evaluate("localStorage.early = Date.now() + 3000, localStorage.trouble = '一楼3号窗口'");
        telephone.setOffline(false);
        for (var window : List.of(again, other)) assertThat(waiting(window)).hasCount(1, SOON);
        again.evaluate("localStorage.removeItem('trouble'), dispatchEvent(new Event('online'))");
        for (var window : List.of(again, other)) assertThat(waiting(window)).hasCount(0);
        var arrived = again.locator("[data-arrived] li").count() + other.locator("[data-arrived] li").count();
        assertThat(arrived).as("each sent by one of the windows").isEqualTo(2);
        other.navigate(site("/inspections/visits"));
        assertThat(other.locator("main tbody tr")).hasCount(2);
        other.locator("main tbody tr:has-text('一楼3号窗口') a").first().click();
        assertThat(other.locator("main")).containsText("照片自带时间 2026-11-28 09:30:15");
        assertThat(other.locator("main")).containsText("3号窗口脱岗");
        assertThat(other.locator("main")).containsText("36.100000, 120.360000");
        shot(other, "visit-arrived");
        other.locator("form[action$='/matters'] button").click();
        assertThat(other.locator(".alert-success")).containsText("已立项 1 件");
        again.close();
        withoutLocks(telephone, heard);
        leaves(telephone, other);
        assertThat(heard).as("what the browser complained about").isEmpty();
        telephone.close();
    }

    private static Locator waiting(Page page) {
        return page.locator("[data-visit-box] ul:not([data-arrived]) li");
    }

    /** As on a page that is not secure: two windows do not write one record, and what is not finished is found again. */
    private void withoutLocks(BrowserContext telephone, List<String> heard) {
        var one = plain(telephone, heard);
        assertThat(one.locator("[data-holding]")).containsText("没有网络时这一页打不开");
        write(one, "三楼档案室", "门锁着");
        assertThat(one.locator("form[data-draft]")).isVisible();
        var two = plain(telephone, heard);
        assertThat(two.locator("#notes")).hasValue("");
        assertThat(waiting(two)).containsText("没写完 三楼档案室");
        two.locator("[data-visit-box] button:has-text('接着写')").click();
        assertThat(two.locator("[data-said]")).containsText("正在另一个窗口里写");
        one.close();
        two.locator("[data-visit-box] button:has-text('接着写')").click();
        assertThat(two.locator("#notes")).hasValue("门锁着");
        assertThat(waiting(two)).hasCount(0);
        two.close();
    }

    private Page plain(BrowserContext telephone, List<String> heard) {
        var page = window(telephone, heard);
        page.addInitScript("delete Navigator.prototype.locks; delete Navigator.prototype.serviceWorker;");
        page.navigate(site(FORM));
        assertThat(page.locator("form[data-ready]")).isVisible();
        return page;
    }

    /** The page that was kept is its writer's: nobody reads it once they signed out. */
    private void leaves(BrowserContext telephone, Page page) {
        page.locator("details.menu:has(form[action='/access/sign-out']) summary").click();
        page.locator("form[action='/access/sign-out'] button").click();
        page.waitForURL(Pattern.compile(".*/access/sign-in.*"));
        telephone.setOffline(true);
        assertThatThrownBy(() -> page.navigate(site(FORM))).as("kept for nobody").isInstanceOf(PlaywrightException.class);
    }

    private Page window(BrowserContext telephone, List<String> heard) {
        var page = telephone.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE);
        page.addInitScript("const ask = window.fetch; window.fetch = (to, how) => String(to).endsWith('/outbox') && navigator.onLine && Date.now() < Number(localStorage.early) ? Promise.reject(new TypeError('early')) : how?.body instanceof FormData && how.body.get('place') === localStorage.trouble ? Promise.resolve(new Response('', {status: 503})) : ask(to, how);");
        page.onPageError(error -> heard.add(error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource") && !message.text().contains("net::ERR_INTERNET_DISCONNECTED")) heard.add(message.text());
        });
        return page;
    }

    private void write(Page page, String place, String notes) {
        page.locator("#target").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("#place").fill(place);
        page.locator("#notes").fill(notes);
        page.locator("#finding-0").fill("3号窗口脱岗");
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }

    private static void shot(Page page, String name) {
        var shots = System.getProperty("shots");
        if (shots != null) page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of(shots, name + ".png")));
    }
}
