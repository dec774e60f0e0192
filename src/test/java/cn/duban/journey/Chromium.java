package cn.duban.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's own Chromium, one for all tests of a JVM; tests that need one say so and skip where there is none. Its headless shell
 * is taken first: the whole browser draws windows, bars and menus that nobody sees.
 */
final class Chromium implements AutoCloseable {

    /** A machine that is busy is slow; what does not come at all fails some seconds later. */
    static final int PATIENCE = 30_000;
    private static final ThreadLocal<Chromium> HERE = new ThreadLocal<>();
    private static final String AXE = axe();

    private static final List<String> LAYOUT = List.of("scrollable-region-focusable", "aria-hidden-focus", "button-name", "link-name", "summary-name", "select-name", "label", "image-alt",
            "empty-heading", "page-has-heading-one", "landmark-one-main", "region", "nested-interactive");

    /** Names what stands around the content, by what gives it its colours. */
    private static final String AROUND = """
            () => {
              const path = e => e === document.documentElement ? innerWidth + e.dataset.theme : path(e.parentElement) + '>' + e.localName + '.' + (e.getAttribute('class') || '') + (e.getAttribute('aria-current') || '');
              return [...new Set([...document.body.querySelectorAll(':not(main, main *, script)')].map(e => path(e) + (e.getAttribute('style') || '')))];
            }""";
    private static final Set<String> SEEN_AROUND = ConcurrentHashMap.newKeySet();

    /** The bar for addresses, which nobody sees, is two pages of its own in every window and took most of a window's start; the rest is what the driver leaves out, whose list this one replaces. */
    private static final List<String> WITHOUT = List.of("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup",
            "AvoidUnnecessaryBeforeUnloadCheckSync", "BoundaryEventDispatchTracksNodeRemoval", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades", "LensOverlay",
            "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "BlockOriginHeaderModificationOnRedirect", "Translate", "AutoDeElevate", "OptimizationHints");

    private final Playwright playwright;
    final Browser browser;

    private Chromium(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(List.of(
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-features=" + String.join(",", WITHOUT))));
    }

    static Chromium start() {
        if (HERE.get() == null || !HERE.get().browser.isConnected()) HERE.set(another());
        return HERE.get();
    }

    /** For another thread; it ends when it is closed. */
    static Chromium another() {
        var found = find();
        Assumptions.assumeTrue(found.isPresent(), "No Chromium was found: the browser journeys are skipped. Install the package chromium to run them.");
        return new Chromium(found.orElseThrow());
    }

    /** A window of somebody's own, in which nothing glides: it would be drawn again and again, and a click would wait for it to come to rest. */
    BrowserContext window(Browser.NewContextOptions options) {
        return browser.newContext(options.setLocale("zh-CN").setReducedMotion(ReducedMotion.REDUCE));
    }

    private static Optional<Path> find() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")),
                        Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"))
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** What axe-core finds on a page: rule and the first place of each. A page as it was looked at already is asked only for what may be another at another width. */
    static List<String> complaints(Page page) {
        if ((boolean) page.evaluate("() => window.lookedAt === document.documentElement.outerHTML")) return complaintsOfLayout(page);
        page.evaluate(AXE);
        // contrast takes longer than all other rules, and most of it goes into the frame that every page has: there it is looked at where something is new
        var around = around(page);
        if (SEEN_AROUND.containsAll(around)) page.evaluate("() => axe.configure({rules: [{id: 'color-contrast', selector: 'main, main *'}]})");
        SEEN_AROUND.addAll(around);
        // what is well takes longer to tell than to look at, and style sheets are read anew for no rule that is asked for
        var found = found(page, Map.of("resultTypes", List.of("violations"), "preload", Map.of("assets", List.of("media"))));
        page.evaluate("() => { window.lookedAt = document.documentElement.outerHTML }");
        return found;
    }

    /** Of a page that was looked at already: names of what shows only at another width, and what scrolls, covers or crowds there. */
    static List<String> complaintsOfLayout(Page page) {
        return found(page, Map.of("resultTypes", List.of("violations"), "runOnly", LAYOUT));
    }

    @SuppressWarnings("unchecked")
    private static List<String> around(Page page) {
        return (List<String>) page.evaluate(AROUND);
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, Map<String, Object> options) {
        return (List<String>) page.evaluate("""
                options => axe.run(document, options)
                  .then(found => found.violations.map(v => location.href + ' ' + v.id + ' ×' + v.nodes.length + ' ' + v.nodes[0].html))""", options);
    }

    private static String axe() {
        try (var script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody leaves; the browser of a thread stays for its next test, and ends with its driver, as that does with this JVM. */
    @Override
    public void close() {
        if (HERE.get() == this) {
            List.copyOf(browser.contexts()).forEach(BrowserContext::close);
            return;
        }
        browser.close();
        playwright.close();
    }
}
