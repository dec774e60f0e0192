package cn.duban.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.TestDatabase;
import cn.duban.demo.BusyCity;
import cn.duban.demo.City;
import cn.duban.escalation.LaterDays;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.hotline.channel.HeldFixture;
import cn.duban.hotline.quality.SampleFixture;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.proposal.SuggestionFixture;
import cn.duban.rectification.Rounds;
import cn.duban.units.Directories;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Every page of the house, found by its address and not by a list: each is opened by somebody who may see it, wide and on a
 * phone, in Chinese and in English, and must answer as it should, satisfy axe-core, fit, say words and not the keys of words, and
 * give the browser nothing to complain about. A new page without an example fails here with its address.
 * axe-core looks at the first example of each address, and English is read there. {@code -Dpages=true} leaves it out and keeps pictures under
 * {@code target/pages} instead.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class EveryPageTest {

    private static final boolean PICTURES = Boolean.getBoolean("pages");
    @AutoClose private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired BusyCity busy;
    @Autowired City cities;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Directories directories;
    @Autowired Rounds rounds;
    @Autowired Postman postman;
    @Autowired LaterDays later;
    @Autowired HeldFixture held;
    @Autowired SampleFixture sample;

    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final SaidKeys keys = new SaidKeys();

    /** One look. @param no in the order of the examples @param first of its address */
    private record Turn(int no, Visit visit, boolean first) {}

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @Test
    void isCleanWideAndNarrowInBothLanguages() {
        var city = busy.found();
        later.pass(city.tenant(), 70);
        postman.deliver(city.tenant());
        var visitors = new Visitors(chromium, port, city);
        var town = new Town(cities, city, directories, ledger, files);
        var visits = new Examples(town, rounds, visitors, new SuggestionFixture(town, ledger), held.page(town), sample.page(town)).all();
        var shown = visits.stream().map(Visit::address).collect(Collectors.toCollection(TreeSet::new));
        var addresses = PageAddresses.of(house);
        assertThat(addresses).filteredOn(address -> !shown.contains(address)).as("pages without an example; Examples gives each one").isEmpty();
        assertThat(shown).as("examples of no page").isSubsetOf(addresses);
        var examined = new HashSet<String>();
        var turns = IntStream.range(0, visits.size()).mapToObj(i -> new Turn(i + 1, visits.get(i), examined.add(visits.get(i).address()))).collect(Collectors.partitioningBy(turn -> turn.no() % 2 == 0));
        // two browsers, since one waits for the house half of the time
        var beside = CompletableFuture.runAsync(() -> {
            try (var second = Chromium.another()) {
                walk(turns.get(true), new Visitors(second, port, city));
            }
        });
        walk(turns.get(false), visitors);
        beside.join();
        assertThat(complaints).isEmpty();
    }

    private void walk(List<Turn> turns, Visitors visitors) {
        turns.forEach(turn -> look(turn, visitors.as(turn.visit().login())));
    }

    private void look(Turn turn, Visitor visitor) {
        var visit = turn.visit();
        var first = turn.first();
        var examines = first && !visit.part() && !PICTURES;
        visitor.complaints();
        visitor.reads("zh");
        var status = open(visit, visitor, 1440);
        if (status != visit.status()) complaints.add(visit.name() + " answers " + status + " instead of " + visit.status());
        complain(visit, visitor.complaints());
        complain(visit, keys.on(visitor.page));
        if (examines) complain(visit, Chromium.complaints(visitor.page));
        picture(turn, visitor, "zh-1440");
        visitor.page.setViewportSize(Journey.PHONE, 800);
        fits(visit, visitor, "zh");
        if (examines) complain(visit, Chromium.complaintsOfLayout(visitor.page));
        picture(turn, visitor, "zh-" + Journey.PHONE);
        if (!first && !PICTURES) return;
        visitor.reads("en");
        open(visit, visitor, Journey.PHONE);
        fits(visit, visitor, "en");
        complain(visit, keys.on(visitor.page));
        complain(visit, visitor.complaints());
        if (!PICTURES) return;
        visitor.page.setViewportSize(1440, 900);
        picture(turn, visitor, "en-1440");
    }

    private static int open(Visit visit, Visitor visitor, int width) {
        visitor.page.setViewportSize(width, width == Journey.PHONE ? 800 : 900);
        return visitor.open(visit.path());
    }

    private void complain(Visit visit, List<String> found) {
        found.forEach(complaint -> complaints.add(visit.name() + ": " + complaint));
    }

    private void fits(Visit visit, Visitor visitor, String language) {
        var width = (int) visitor.page.evaluate("document.scrollingElement.scrollWidth");
        if (width > Journey.PHONE) complaints.add(visit.name() + " is " + width + " wide on a phone, " + language);
    }

    private void picture(Turn turn, Visitor visitor, String how) {
        if (PICTURES) visitor.page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pages", String.format("%03d-%s-%s.png", turn.no(), turn.visit().name(), how))));
    }
}
