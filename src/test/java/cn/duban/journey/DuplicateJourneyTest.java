package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.units.Logins;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.similarity.meaning.EmbeddingFixture;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A new matter that stands on the ledger already: what is alike is shown with why, it is merged, and the merge is undone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class DuplicateJourneyTest {

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired Logins logins;
    @Autowired EmbeddingFixture embeddings;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void mergesWhatIsThereAlready() {
        var town = towns.another();
        logins.create(town.city.tenant(), town.city.logins(), town.city.password());
        var fresh = town.measure("");
        var known = ledger.open(new Opening(fresh.id(), fresh.ledger(), fresh.type(), "沿江步道护栏大面积锈断", "群众反映，沿江步道渡口一段的护栏锈蚀断裂约三十米，行人容易落水，要求更换。", fresh.fields(), fresh.roles(), null, null, null, 0,
                Secrecy.INTERNAL, false, null, null), town.as("inspect"), null).id();
        embeddings.settle(town);
        var journey = new Journey(chromium, port, town.city);
        var page = journey.as("inspect");
        journey.go(page, "/matters/new?type=rectification-measure");
        journey.lookWideAndNarrow(page, "new-matter");
        page.locator("#title").fill("渡口段栏杆断了没人修");
        page.locator("#body").fill("网民留言，沿江步道靠渡口的栏杆烂掉三十来米，孩子走过很危险，希望换新的护栏。");
        submit(page);
        assertThat(page.locator(".duplicates .alikes > li")).hasCount(1);
        assertThat(page.locator(".duplicates .reasons")).containsText("意思相近");
        assertThat(page.locator("#title")).hasValue("渡口段栏杆断了没人修");
        journey.lookWideAndNarrow(page, "duplicates");
        page.locator("input[value='merge-" + known.id() + "']").check();
        submit(page);
        page.waitForURL(Pattern.compile(".*/matters/\\d+-.*"));
        assertThat(page.locator("body")).containsText("已并入");
        journey.go(page, page.locator("a[href*='/actions/unmerge']").first().getAttribute("href"));
        page.locator("form.act-form button.btn-primary").click();
        assertThat(page.locator("body")).containsText("待交办");
        assertThat(journey.complaints()).as("axe-core, and what does not fit on a phone").isEmpty();
    }

    private static void submit(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("立项").setExact(true)).click();
    }
}
