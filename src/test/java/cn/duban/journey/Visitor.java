package cn.duban.journey;

import cn.duban.demo.City;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser, under the policy that a browser is given, with what it complained about. */
final class Visitor {

    private final String site;
    private final BrowserContext context;
    final Page page;
    private final List<String> said = new ArrayList<>();

    Visitor(Chromium chromium, int port, City.Founded city, String login) {
        site = "http://localhost:" + port;
        context = chromium.window(new Browser.NewContextOptions().setViewportSize(1440, 900));
        page = context.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE);
        if (!login.isEmpty()) signIn(city, login);
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> said.add(page.url() + " " + error));
    }

    private void signIn(City.Founded city, String login) {
        page.navigate(site + "/access/sign-in");
        if (page.locator("select[name=tenant]").count() > 0) page.locator("select[name=tenant]").selectOption("" + city.tenant());
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(city.password());
        page.locator("form[action='/access/sign-in'] button.btn-primary").click();
        page.waitForURL(address -> !address.contains("/access/"));
    }

    private void hear(ConsoleMessage message) {
        // a page that answers with a refusal is a message too; whether it should is asked of the page
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) said.add(page.url() + " " + message.text());
    }

    /** Opens a path and says with which status it answered. */
    int open(String path) {
        return page.navigate(path.startsWith("http") ? path : site + path).status();
    }

    String address(String selector) {
        var href = page.locator(selector).first().getAttribute("href");
        if (href == null) throw new AssertionError(selector + " leads nowhere on " + page.url());
        return href.replaceFirst("#.*", "");
    }

    /** Where the visitor stands, without the site and what follows the path. */
    String path() {
        return page.url().substring(site.length()).replaceAll("[?#].*", "");
    }

    void reads(String language) {
        context.addCookies(List.of(new Cookie("language", language).setUrl(site)));
    }

    /** What the browser complained about since the last time. */
    List<String> complaints() {
        var since = List.copyOf(said);
        said.clear();
        return since;
    }

    void leave() {
        context.close();
    }
}
