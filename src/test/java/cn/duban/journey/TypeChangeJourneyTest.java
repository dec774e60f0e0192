package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * An administrator changes a type in a real browser: copies the shipped one, errs, mends, compares, tries it out, publishes it,
 * and moves what runs. Every page on the way is held against axe-core and against a screen of 360 pixels.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class TypeChangeJourneyTest {

    private static final String MEASURE = "/types/rectification-measure";

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;

    private Journey journey;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void changesATypeAndMovesWhatRuns() {
        var city = cities.foundWithLogins();
        journey = new Journey(chromium, port, city);
        var running = new Town(cities, city, directories, ledger, files).aMeasureAtWork();
        page = journey.as("admin");
        copy();
        err();
        mend();
        compare();
        rehearse();
        publish();
        move();
        page = journey.as("inspect");
        go("/matters/" + running);
        assertThat(page.locator(".matter-head")).containsText("整改推进中");
        assertThat(journey.complaints()).as("axe-core, and what does not fit on a small screen").isEmpty();
    }

    private void go(String path) {
        journey.go(page, path);
        look();
    }

    /** On a desk and on the smallest phone. */
    private void look() {
        journey.look(page);
        page.setViewportSize(360, 740);
        var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (width > 360) journey.complaints().add(page.url() + " is " + width + " wide at 360");
        journey.look(page);
        page.setViewportSize(Journey.WIDE, 900);
    }

    private void copy() {
        go("/types");
        page.locator("a[href='" + MEASURE + "']").click();
        assertThat(page.locator("svg.states")).isVisible();
        look();
        page.locator("form[action$='/copy'] button").click();
        assertThat(page.locator("#said")).containsText("没有问题");
        look();
    }

    /** Typed, not sent: the fault appears at its line on its own, and a broken text is kept all the same. */
    private void err() {
        var text = page.locator("#yaml").inputValue();
        page.locator("#yaml").fill(text.replaceAll("\\bworking\\b", "mending").replace("整改中", "整改推进中").replaceAll("(receive: .*)to: mending", "$1to: nowhere"));
        var line = text.substring(0, text.indexOf("  receive:")).split("\n").length + 1;
        assertThat(page.locator(".fault-list")).containsText("第 " + line + " 行");
        assertThat(page.locator("#line-" + line)).hasClass(Pattern.compile("faulty"));
        look();
        page.reload();
        assertThat(page.locator("#yaml")).hasValue(Pattern.compile("to: nowhere"));
        page.locator(".fault-list a[data-line='" + line + "']").click();
        assertThat(page.evaluate("document.getSelection().toString() || document.querySelector('#yaml').value.slice(document.querySelector('#yaml').selectionStart, document.querySelector('#yaml').selectionEnd)").toString()).contains("nowhere");
    }

    private void mend() {
        page.locator("#yaml").fill(page.locator("#yaml").inputValue().replace("to: nowhere", "to: mending").replace("while: submitted, budget: 5wd", "while: submitted, budget: 3wd"));
        assertThat(page.locator("#said")).containsText("没有问题");
        assertThat(page.locator("#drawn svg")).containsText("整改推进中");
        assertThat(page.locator(".kept")).containsText("草稿已保存");
    }

    private void compare() {
        page.locator("a[href$='/1/difference']").click();
        assertThat(page.locator("main")).containsText("“核查时限”由5个工作日缩短为3个工作日");
        assertThat(page.locator(".line-added").first()).isVisible();
        look();
    }

    private void rehearse() {
        go(MEASURE + "/1/rehearsal");
        page.locator("button[value=assign]").click();
        assertThat(page.locator(".stage")).containsText("待签收");
        page.locator("button[value=receive]").click();
        assertThat(page.locator(".stage")).containsText("整改推进中");
        page.locator("select[name=as]").selectOption("lead");
        page.locator("button[value=extend]").click();
        assertThat(page.locator(".refused-step")).containsText("由督查单位来做");
        page.locator("a[href*=wait]").first().click();
        look();
    }

    private void publish() {
        go(MEASURE + "/draft/publication");
        page.locator("textarea[name=reason]").fill("核查要快，按本市督查办法第九条。");
        page.locator("form[action$='/publication'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*" + MEASURE + "$"));
        assertThat(page.locator(".page-head")).containsText("本级第 1 版 · 现行");
        assertThat(page.locator("main")).containsText("按本市督查办法第九条");
        look();
    }

    private void move() {
        page.locator("a[href$='/shipped-1/move']").click();
        assertThat(page.locator("select[name='state.working']")).hasValue("mending");
        look();
        page.locator("button[name=dry]").click();
        assertThat(page.locator("#dry-run")).containsText("能转 1 件，转不了 0 件");
        look();
        page.locator("textarea[name=reason]").fill("统一用新版本");
        page.locator("#dry-run button.btn-primary").click();
        assertThat(page.locator("#moving")).containsText("转换完成");
        assertThat(page.locator("#moving")).containsText("转过 1 件");
        page.waitForLoadState(LoadState.LOAD);
        look();
    }
}
