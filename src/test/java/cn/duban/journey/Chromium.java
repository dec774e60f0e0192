package cn.duban.journey;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's own Chromium; tests that need one say so and skip where there is none. */
final class Chromium implements AutoCloseable {

    private static final List<String> LAYOUT = List.of("scrollable-region-focusable", "aria-hidden-focus", "button-name", "link-name", "summary-name", "select-name", "label", "image-alt",
            "empty-heading", "page-has-heading-one", "landmark-one-main", "region", "nested-interactive");

    private final Playwright playwright;
    final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(List.of(
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    static Chromium start() {
        var found = find();
        Assumptions.assumeTrue(found.isPresent(), "No Chromium was found: the browser journeys are skipped. Install the package chromium to run them.");
        return new Chromium(found.orElseThrow());
    }

    private static Optional<Path> find() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"))
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** What axe-core finds on a page: rule and the first place of each. */
    static List<String> complaints(Page page) {
        return found(page, violations(page));
    }

    /** What may be another at another width, on a page that was looked at already: names of what shows only there, and what scrolls, covers or crowds. */
    @SuppressWarnings("unchecked")
    static List<String> complaintsOfLayout(Page page) {
        return (List<String>) page.evaluate("""
                rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
                  .then(found => found.violations.map(v => location.href + ' ' + v.id + ' ×' + v.nodes.length + ' ' + v.nodes[0].html))""", LAYOUT);
    }

    /** What is well takes longer to tell than to look at. */
    private static AxeBuilder violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options);
    }

    private static List<String> found(Page page, AxeBuilder axe) {
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .map(v -> page.url() + " " + v.getId() + " ×" + v.getNodes().size() + " " + v.getNodes().getFirst().getHtml()).toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
