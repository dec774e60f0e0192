package cn.duban.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is left out on a page like one that was looked at hides no fault of its own. */
class ChromiumTest {

    private static final String FAINT = "style=\"color:#ddd\"";

    @AutoClose private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void findsFaintTextWhereverItIsNew() {
        assertThat(rules("", "")).isEmpty();
        assertThat(rules("", FAINT)).containsExactly("color-contrast");
        assertThat(rules(FAINT, "")).containsExactly("color-contrast");
        assertThat(rules("", "")).isEmpty();
    }

    @Test
    void findsWhatIsNamelessOnlyAtAnotherWidth() {
        var page = chromium.browser.newPage();
        page.setViewportSize(Journey.WIDE, 900);
        page.setContent(html("", "").replace("</main>", "<style>@media (max-width: 400px) { .word { display: none } }</style><button><span class='word'>在</span></button></main>"));
        assertThat(Chromium.complaints(page)).isEmpty();
        page.setViewportSize(Journey.PHONE, 900);
        assertThat(Chromium.complaints(page)).singleElement().asString().contains(" button-name ");
        page.evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<p style=\"color:#ddd\">浅得看不清的字</p>')");
        assertThat(Chromium.complaints(page)).as("no longer the page that was looked at").anyMatch(said -> said.contains(" color-contrast "));
    }

    private static List<String> rules(String around, String inside) {
        var page = chromium.browser.newPage();
        page.setContent(html(around, inside));
        var found = Chromium.complaints(page).stream().map(said -> said.split(" ")[1]).toList();
        page.close();
        return found;
    }

    private static String html(String around, String inside) {
        return "<!doctype html><html lang=\"zh\"><head><title>一页</title></head><body><header class=\"bar\"><p " + around + ">督办</p></header><main><h1>一页</h1><p " + inside + ">正文</p></main></body></html>";
    }
}
