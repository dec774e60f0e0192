package cn.duban.journey;

import cn.duban.demo.City;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * People of one city at their browsers. Whatever page they look at is held against axe-core, and kept as a picture under
 * {@code -Dshots=<folder>}; what is wrong is gathered, to be asked for at the end.
 */
final class Journey {

    static final int WIDE = 1440;
    static final int PHONE = 360;

    private final Chromium chromium;
    private final int port;
    private final City.Founded city;
    private final List<String> complaints = new ArrayList<>();

    Journey(Chromium chromium, int port, City.Founded city) {
        this.chromium = chromium;
        this.port = port;
        this.city = city;
    }

    /** Signed in, at a desk, with script. */
    Page as(String login) {
        return as(login, WIDE, true);
    }

    Page as(String login, int width, boolean script) {
        var page = page(width, script);
        go(page, "/access/sign-in");
        if (page.locator("select[name=tenant]").count() > 0) page.locator("select[name=tenant]").selectOption("" + city.tenant());
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(city.password());
        send(page.locator("form[action='/access/sign-in'] button.btn-primary"));
        page.waitForURL(address -> !address.contains("/access/"));
        return page;
    }

    /** Not signed in. */
    Page page(int width, boolean script) {
        BrowserContext own = chromium.window(new Browser.NewContextOptions().setViewportSize(width, 900).setBypassCSP(true).setAcceptDownloads(true).setJavaScriptEnabled(script));
        var page = own.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE);
        return page;
    }

    /**
     * Presses a button or follows a link that leads to another page, as the keyboard does. A click waits until the page was drawn twice,
     * and one without script, on which nothing moves, may not be drawn again.
     */
    static void send(Locator button) {
        button.page().waitForNavigation(() -> button.press("Enter"));
    }

    void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    /** As it is, in whatever width. */
    void look(Page page) {
        complaints.addAll(Chromium.complaints(page));
    }

    void look(Page page, String name) {
        look(page);
        var shots = System.getProperty("shots");
        if (shots != null) page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(shots, name + ".png")));
    }

    /** At a desk and on a phone, on which nothing may stick out sideways. */
    void lookWideAndNarrow(Page page, String name) {
        var before = page.viewportSize();
        for (var width : List.of(WIDE, PHONE)) {
            page.setViewportSize(width, 900);
            look(page, name + "-" + width);
            var sideways = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (sideways > width) complaints.add(page.url() + " is " + sideways + " wide at " + width);
        }
        page.setViewportSize(before.width, before.height);
    }

    /** Rule, place and page of each fault. */
    List<String> complaints() {
        return complaints;
    }
}
