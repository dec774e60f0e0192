package cn.duban.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.City;
import cn.duban.ledger.District;
import cn.duban.ledger.Town;
import cn.duban.units.Logins;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The city gives a bureau of a district something, whose registry finds it among what it owes and takes it on. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class AcrossGovernmentsJourneyTest {

    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired Town towns;
    @Autowired District districts;
    @Autowired Logins logins;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void handsOutToADistrictAndIsReceivedThere() {
        var town = towns.another();
        var district = districts.found("望山区东片", "990103");
        logins.create(town.city.tenant(), town.city.logins(), town.city.password());
        var there = Map.of("water.registry", district.who().get("水务收发"), "head", district.who().get("区长"));
        logins.create(district.tenant(), there, town.city.password());
        var id = town.aDraftedMeasure();

        var here = new Journey(chromium, port, town.city);
        var page = here.as("inspect");
        here.go(page, "/matters/" + id + "/actions/assign");
        page.locator("details.fold:has([name='outside.lead']) > summary").click();
        page.locator("[name='outside.lead']").fill("望山区东片 水务");
        here.lookWideAndNarrow(page, "across-assign");
        page.locator("select[name='role.leader']").selectOption("" + town.post("vice1"));
        page.locator("[name='due']").fill(town.today().plusDays(45).toString());
        page.locator(".act-form button.btn-primary").click();
        assertThat(page.locator("main")).containsText("望山区东片水务局");
        here.lookWideAndNarrow(page, "across-assigned");

        var other = new Journey(chromium, port, new City.Founded(district.tenant(), district.who().get("区长"), there, town.city.password()));
        var registry = other.as("water.registry");
        other.go(registry, "/");
        assertThat(registry.locator(".owed")).containsText("明川市人民政府的台账");
        other.lookWideAndNarrow(registry, "across-owed");
        other.go(registry, "/matters");
        other.lookWideAndNarrow(registry, "across-list");
        other.go(registry, "/matters/" + id);
        other.lookWideAndNarrow(registry, "across-matter");
        registry.locator(".act-bar a.btn-primary").click();
        registry.locator(".act-form button.btn-primary").click();
        assertThat(registry.locator(".matter-head")).containsText("整改中");
        assertThat(here.complaints()).as("axe-core, and what does not fit on a phone").isEmpty();
        assertThat(other.complaints()).as("axe-core, and what does not fit on a phone").isEmpty();
    }
}
