package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.duban.ledger.Town;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Examples of ratings and of what the hotline publishes, knows and checks: made at the browser, as people would. */
final class RatingExamples {

    private static final String ID = "{id:[0-9a-f-]{36}}";
    private static final String MATTER = "{id:\\d+-[0-9a-f-]{36}}";
    private static final String OPEN = "{tenant:\\d{1,9}}-{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final Town town;
    private final Visitors visitors;
    private final List<Visit> visits = new ArrayList<>();

    private final String sampled;

    /** @param sampled the page of a ticket that was drawn */
    RatingExamples(Town town, Visitors visitors, String sampled) {
        this.sampled = sampled;
        this.town = town;
        this.visitors = visitors;
    }

    List<Visit> all() {
        ratings();
        answers();
        knowledge();
        desk();
        return visits;
    }

    private void see(String address, String login, String path) {
        visits.add(new Visit(address, login, path, 200, false));
    }

    private void ratings() {
        var month = YearMonth.from(town.today());
        see("/ratings", "hotline.registry", "/ratings?month=" + month.minusMonths(1));
        see("/ratings", "transport", "/ratings");
        for (var figure : List.of("served", "bad", "doubtful")) see("/ratings/rows", "hotline.registry", "/ratings/rows?figure=" + figure + "&month=" + month);
        see("/ratings/settings", "admin", "/ratings/settings");
        see("/ratings/visits/new", "transport.handle", "/ratings/visits/new");
        var clerk = visitors.as("transport.handle");
        clerk.open("/ratings/visits/new");
        clerk.page.locator("#item").fill("道路运输证换发");
        clerk.page.locator("main form button.btn-primary").click();
        clerk.page.waitForURL(Pattern.compile(".*/ratings/services/[0-9a-f-]{36}"));
        see("/ratings/services/" + ID, "transport.handle", clerk.path());
        see("/public/ratings/of/{token:[\\w-]{40,60}}", "", clerk.page.locator(".slip .hint").textContent().replaceFirst("https?://[^/]+", ""));
        var office = visitors.as("hotline.registry");
        office.open("/ratings/devices");
        office.page.locator("#name").fill("政务大厅3号窗口");
        office.page.locator("#unit").selectOption("" + town.unit("市交通运输局"));
        office.page.locator("main form[action='/ratings/devices'] button").click();
        assertThat(office.page.locator(".secret")).containsText("device_");
        see("/ratings/devices", "hotline.registry", "/ratings/devices");
        office.open("/ratings/rows?figure=bad&month=" + month);
        var bad = office.address("main a[href^='/matters/']");
        see("/matters/{id}", "hotline.registry", bad);
        see("/ratings/bad/" + MATTER + "/rater", "hotline.registry", bad.replace("/matters/", "/ratings/bad/") + "/rater");
        var inspect = visitors.as("inspect");
        inspect.open("/matters?type=pledge");
        var rated = inspect.address("main td a[href^='/matters/']");
        see("/ratings/matters/" + MATTER, "inspect", rated.replace("/matters/", "/ratings/matters/"));
        see("/public/ratings", "", "/public/ratings?line=" + town.city.tenant() + "&month=" + month.minusMonths(1));
    }

    private void answers() {
        var month = YearMonth.from(town.today());
        var desk = visitors.as("hotline.registry");
        see("/hotline/figures", "hotline.registry", "/hotline/figures");
        see("/hotline/figures/rows", "hotline.registry", "/hotline/figures/rows?figure=received&month=" + month);
        see("/public/hotline/figures", "", "/public/hotline/figures?line=" + town.city.tenant());
        desk.open("/hotline/figures/rows?figure=closed&month=" + month);
        var closed = desk.address("main a.due-title:has-text('路灯')").replace("/matters/", "/hotline/answers/of/");
        see("/hotline/answers/of/{ticket:\\d+-[0-9a-f-]{36}}", "hotline.registry", closed);
        visits.add(new Visit("/hotline/answers/of/{ticket:\\d+-[0-9a-f-]{36}}/panel", "hotline.registry", closed + "/panel", 200, true));
        desk.open(closed);
        desk.page.locator("#question").fill("路口的路灯坏了，多久能修好？");
        desk.page.locator("#answer").fill("报修后三日内修复，拨打12345即可。");
        desk.page.locator("main form button.btn-primary").click();
        assertThat(desk.page.locator(".alert-success")).containsText("已提交");
        var answer = desk.address("main a[href^='/hotline/answers/'].due-title");
        var other = visitors.as("hotline.handle");
        other.open(answer);
        other.page.locator("main form button.btn-primary").click();
        assertThat(other.page.locator(".alert-success")).containsText("已公开");
        see("/hotline/answers", "hotline.registry", "/hotline/answers");
        see("/hotline/answers/" + ID, "hotline.registry", answer);
        see("/public/hotline/answers", "", "/public/hotline/answers?line=" + town.city.tenant() + "&q=路灯");
        see("/public/hotline/answers", "", "/public/hotline/answers?line=" + town.city.tenant() + "&q=没有这样的");
        see("/public/hotline/answers/" + OPEN, "", answer.replace("/hotline/answers/", "/public/hotline/answers/" + town.city.tenant() + "-"));
    }

    private void knowledge() {
        var desk = visitors.as("hotline.registry");
        see("/hotline/knowledge/new", "hotline.registry", "/hotline/knowledge/new");
        desk.open("/hotline/knowledge/new");
        desk.page.locator("#title").fill("外地户口灵活就业怎么交社保");
        desk.page.locator("#body").fill("带身份证到任一街道便民服务中心办理，也可以网上办。");
        desk.page.locator("#sources").fill("明人社〔2026〕3号");
        desk.page.locator("#expires").fill(town.today().plusYears(1).toString());
        desk.page.locator("#unit").selectOption("" + town.unit("市人社局"));
        desk.page.locator("main form button.btn-primary").click();
        assertThat(desk.page.locator(".alert-success")).containsText("已保存");
        var entry = desk.path();
        var other = visitors.as("hotline.handle");
        other.open(entry);
        other.page.locator("main form[action$='/check'] button").click();
        assertThat(other.page.locator(".alert-success")).containsText("已核对");
        desk.page.locator("#words").fill("文号写错了");
        desk.page.locator("form[action$='/wrong'] button").click();
        assertThat(desk.page.locator(".alert-success")).containsText("三个工作日内");
        see("/hotline/knowledge", "hotline.registry", "/hotline/knowledge");
        see("/hotline/knowledge/{id:[0-9a-f]{8}-[0-9a-f-]{27}}", "hotline.registry", entry);
        see("/hotline/knowledge/{id:[0-9a-f]{8}-[0-9a-f-]{27}}", "transport.handle", entry);
        see("/public/hotline/knowledge/" + OPEN, "", entry.replace("/hotline/knowledge/", "/public/hotline/knowledge/" + town.city.tenant() + "-"));
    }

    private void desk() {
        see("/hotline/quality", "hotline.registry", "/hotline/quality?month=" + YearMonth.from(town.today()).minusMonths(1));
        see("/hotline/quality", "hotline.registry", "/hotline/quality");
        see("/hotline/quality/" + ID, "hotline.handle", sampled);
        see("/hotline/column", "hotline.registry", "/hotline/column");
    }
}
