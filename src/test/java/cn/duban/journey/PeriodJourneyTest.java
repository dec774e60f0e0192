package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.workdays.Rhythm;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * Half a month's progress in a real browser: one clerk drafts and hands in, another copies what was reported last, and the supervisor
 * passes the one and returns the other, with a reason, on one page. And the bulletin that tells of a period, from the choice of the ledger to
 * what a citizen reads.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class PeriodJourneyTest {

    private static final String COPIED = "已约谈沿线企业负责人，逐户下达整改通知，整改方案正在报送审查。";

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired AYear year;

    private Journey journey;
    private City.Founded city;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void passesOneReportAndReturnsTheCopyOnOnePage() {
        city = cities.foundWithLogins();
        journey = new Journey(chromium, port, city);
        var town = new Town(cities, city, directories, ledger, files);
        var honest = reportedLast(town, "河道垃圾清理", "三处倾倒点已清理两处，第三处待与村委会协调。");
        var copied = reportedLast(town, "沿线企业排污整治", COPIED);

        signIn("eco.handle");
        draftAndHandIn(honest);
        signIn("eco.handle2");
        copy(copied);
        signIn("inspect");
        english();
        review();
        signIn("eco.handle2");
        seesTheReturn(copied);
        assertThat(journey.complaints()).as("axe-core, and what does not fit on a small screen").isEmpty();
    }

    @Test
    void tellsOfAPeriodOfALedger() {
        city = cities.foundWithLogins();
        journey = new Journey(chromium, port, city);
        var town = new Town(cities, city, directories, ledger, files);
        reportedLast(town, "河道垃圾清理", "三处倾倒点已清理两处。");
        overdue(town, "污水直排");
        signIn("inspect1");
        schedule();
        var bulletin = draft(town);
        signIn("inspect");
        publish(bulletin);
        assertThat(journey.complaints()).as("axe-core, and what does not fit on a small screen").isEmpty();
    }

    private void overdue(Town town, String title) {
        var began = at(town.today().minusDays(20));
        var id = began.open(town.measure(title), town.as("inspect"), null).id();
        began.act(id, town.assign().due(town.today().minusDays(3)), town.as("inspect"));
        began.act(id, Act.of("receive"), town.as("eco.registry"));
    }

    private void schedule() {
        go("/bulletins/schedules");
        page.locator("#what").selectOption("rectification");
        page.locator("form[action='/bulletins/schedules'] button.btn-primary").click();
        assertThat(page.locator(".due-reports")).containsText("每周的星期五");
        look("schedules");
        page.context().addCookies(List.of(new Cookie("language", "en").setUrl("http://localhost:" + port)));
        go("/bulletins/schedules");
        look("schedules-en");
        go("/bulletins/periods/new");
        look("period-new-en");
        page.context().addCookies(List.of(new Cookie("language", "zh").setUrl("http://localhost:" + port)));
    }

    private String draft(Town town) {
        go("/bulletins/issuer");
        page.locator("input[name=contact], textarea[name=contact]").fill("监督电话：0990-6620。");
        page.locator("form[action$='/issuer'] button.btn-primary").click();
        go("/bulletins/periods/new");
        page.locator("#what").selectOption("rectification/rectification-measure");
        page.locator("input[name=rhythm][value='']").check();
        page.locator("#from").fill(town.today().minusDays(10).toString());
        look("period-new");
        page.locator("form[action='/bulletins/periods'] button.btn-primary").click();
        assertThat(page.locator(".alert-danger")).containsText("起、止都要填");
        page.locator("#to").fill(town.today().toString());
        page.locator("form[action='/bulletins/periods'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/bulletins/[0-9a-f-]{20,}.*"));
        assertThat(page.locator("main")).containsText("期末在办");
        assertThat(page.locator("main")).containsText("污水直排");
        var here = page.url().replaceAll("[?#].*", "");
        page.locator("form[action$='/redactions'] [name=words]").first().fill("污水直排");
        page.locator("form[action$='/redactions'] [name=reason]").first().fill("正在执法调查");
        page.locator("form[action$='/redactions'] button").first().click();
        look("period-editor");
        page.locator("input[name=vouched]").check();
        page.locator("form[action$='/review'] button.btn-primary").click();
        return here;
    }

    private void publish(String bulletin) {
        page.navigate(bulletin);
        look("period-review");
        page.locator("form[action$='/approval'] button.btn-primary").click();
        page.locator("details.confirm").filter(new Locator.FilterOptions().setHas(page.locator("form[action$='/publication']"))).locator("summary").click();
        page.locator("form[action$='/publication'] button").last().click();
        assertThat(page.locator("main")).containsText("〔" + LocalDate.now().getYear() + "〕");
        look("period-published");
        paper(bulletin, "pdf");
        paper(bulletin, "docx");
        go("/public/bulletins");
        page.locator("main a[href^='/public/bulletins/" + city.tenant() + "-']").first().click();
        assertThat(page.locator("main")).containsText("期末在办");
        assertThat(page.locator("main")).containsText("▇▇〔略〕");
        assertThat(page.locator("main")).not().containsText("污水直排");
        look("period-public");
    }

    private void paper(String bulletin, String form) {
        var answer = page.request().get(bulletin + "/" + form);
        assertThat(answer.ok()).isTrue();
        assertThat(answer.body().length).isGreaterThan(2_000);
        if (System.getProperty("shots") != null) write(Path.of(System.getProperty("shots"), "period." + form), answer.body());
    }

    private static void write(Path file, byte[] bytes) {
        try {
            java.nio.file.Files.write(file, bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** At work since the round before this one, and reported for it. */
    private MatterId reportedLast(Town town, String title, String said) {
        var running = Rhythm.HALF_MONTH.startOf(town.today());
        var began = at(Rhythm.HALF_MONTH.startOf(running.minusDays(1)).plusDays(1));
        var id = began.open(town.measure(title), town.as("inspect"), null).id();
        began.act(id, town.assign(), town.as("inspect"));
        began.act(id, Act.of("receive"), town.as("eco.registry"));
        var entry = at(running.minusDays(2)).act(id, Act.of("report").saying("note", said), town.as("eco.handle")).entry();
        at(running.minusDays(1)).act(id, Act.of("pass-report").saying("entry", String.valueOf(entry)), town.as("inspect"));
        return id;
    }

    private Ledger at(LocalDate day) {
        return year.ledgerAt(Clock.fixed(day.atTime(10, 0).toInstant(ZoneOffset.ofHours(8)), ZoneOffset.UTC));
    }

    private void english() {
        page.context().addCookies(List.of(new Cookie("language", "en").setUrl("http://localhost:" + port)));
        go("/progress/review");
        assertThat(page.locator("h1")).hasText("Review of progress");
        look("progress-review-en");
        go("/progress/missing");
        look("progress-missing-en");
        page.context().addCookies(List.of(new Cookie("language", "zh").setUrl("http://localhost:" + port)));
    }

    private void signIn(String login) {
        page = journey.as(login);
    }

    private void go(String path) {
        journey.go(page, path);
    }

    private void look(String name) {
        journey.lookWideAndNarrow(page, name);
    }

    private void draftAndHandIn(MatterId matter) {
        go("/progress/" + matter);
        assertThat(page.locator("main")).containsText("第三处待与村委会协调");
        page.locator("#text").fill("写到一半");
        page.locator("button[value=draft]").click();
        assertThat(page.locator(".alert-success")).containsText("草稿已存，还没有报送");
        go("/progress");
        assertThat(page.locator(".due-reports")).containsText("有草稿");
        look("progress-mine");
        go("/progress/" + matter);
        assertThat(page.locator("#text")).hasValue("写到一半");
        page.locator("#text").fill("第三处倾倒点已于本月清理完毕，清运垃圾12吨，设立警示牌4块，下月初组织回头看。");
        page.locator("input[type=file]").first().setInputFiles(new FilePayload("清运照片说明.txt", "text/plain", "清运12吨".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("#evidence-received li")).hasCount(1);
        look("progress-report");
        page.locator("button[value=hand-in]").click();
        assertThat(page.locator(".alert-success")).containsText("进展已报送");
        assertThat(page.locator("main")).not().containsText("河道垃圾清理");
    }

    private void copy(MatterId matter) {
        go("/progress/" + matter);
        page.locator("#text").fill(COPIED.replace("正在", "正"));
        page.locator("button[value=hand-in]").click();
        assertThat(page.locator("main")).containsText("与以往进展相似");
        assertThat(page.locator("#sure-wrong")).isVisible();
        look("progress-repeats");
        page.locator("#sure").check();
        page.locator("button[value=hand-in]").click();
        assertThat(page.locator(".alert-success")).containsText("进展已报送");
    }

    private void review() {
        go("/progress/review");
        var rows = page.locator(".reviews > li");
        assertThat(rows).hasCount(2);
        var good = row("河道垃圾清理");
        var copy = row("沿线企业排污整治");
        assertThat(good).containsText("佐证 1 份");
        assertThat(good.locator(".two-reports mark").first()).isVisible();
        assertThat(copy).containsText("与以往几乎相同");
        look("progress-review");
        good.locator("input[value=pass]").check();
        copy.locator("input[value=return]").check();
        page.locator(".plan-bar button").click();
        assertThat(page.locator(".alert-danger")).containsText("退回要写明理由");
        assertThat(page.locator(".alert-success")).containsText("通过 1 份");
        assertThat(rows).hasCount(1);
        assertThat(copy.locator("input[value=return]")).isChecked();
        look("progress-review-fault");
        copy.locator("[name^=reason]").fill("与上期相同，没有写明方案审查结果");
        page.locator(".plan-bar button").click();
        assertThat(page.locator(".alert-success")).containsText("退回 1 份");
        assertThat(rows).hasCount(0);
        look("progress-review-done");
        go("/progress/missing");
        assertThat(page.locator("tfoot")).containsText("1/2");
        assertThat(page.locator(".due-reports")).containsText("沿线企业排污整治");
        look("progress-missing");
        page.locator("form[action$='/reminders'] button").click();
        assertThat(page.locator(".alert-success")).containsText("已催报 1 件");
    }

    private Locator row(String title) {
        return page.locator(".reviews > li").filter(new Locator.FilterOptions().setHasText(title));
    }

    private void seesTheReturn(MatterId matter) {
        go("/progress");
        assertThat(page.locator(".due-reports")).containsText("退回");
        go("/progress/" + matter);
        assertThat(page.locator("main")).containsText("没有写明方案审查结果");
        look("progress-returned");
        page.locator("#text").fill(COPIED);
        page.locator("#text").press("Tab");
        page.locator("button[value=hand-in]").click();
        page.locator("#sure").check();
        page.locator("button[value=hand-in]").click();
        assertThat(page.locator(".alert-danger")).containsText("已经被退回过");
        assertThat(page.locator("#text")).hasValue(COPIED);
    }
}
