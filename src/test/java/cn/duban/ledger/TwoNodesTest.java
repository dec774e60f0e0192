package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.ANCHOR;
import static cn.duban_db.ledger.Tables.MATTER;
import static cn.duban_db.ledger.Tables.OUTBOX;
import static cn.duban_db.ledger.Tables.RECOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.type.ShippedTypes;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.units.Units;
import cn.duban.web.SignedIn;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.DayKind;
import cn.duban.workdays.DayOverride;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

/** Two applications on one PostgreSQL: what is done at one is true at the other, and done once. Time passes there by its own clock. */
@DubanTest
class TwoNodesTest {

    /** As long as a node trusts what it holds in memory. */
    private static final Duration TRUST = Duration.ofSeconds(5);

    private static OtherNode other;

    @Autowired MockMvc mvc;
    @Autowired DSLContext sql;
    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Proof proof;
    @Autowired TypeDesk desk;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Calendars calendars;
    @Autowired EvidenceFiles files;
    @Autowired Units units;
    @Autowired Tenants tenants;
    @Autowired PlatformTransactionManager transactions;
    @TempDir Path data;

    private Town town;
    private int tenant;

    @BeforeAll
    static void start() {
        other = new OtherNode();
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        tenant = town.city.tenant();
    }

    @Test
    void knowsASessionOfTheOtherNodeAndEndsItAtOnceWithTheAccount() throws Exception {
        var city = cities.foundWithLogins();
        var session = Objects.requireNonNull(mvc.perform(post("/access/sign-in").with(csrf()).param("tenant", "" + city.tenant()).param("login", "eco.handle").param("password", city.password()).param("next", "/"))
                .andReturn().getResponse().getCookie("SESSION")).getValue();
        var clerk = directories.of(city.tenant()).person(city.logins().get("eco.handle")).orElseThrow();
        assertThat(other.get("/access/me", session)).satisfies(page -> {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(clerk.name());
        });

        var administrator = directories.of(city.tenant()).person(city.administrator()).orElseThrow();
        var desk = directories.of(city.tenant()).viewer(administrator, directories.of(city.tenant()).postsOf(administrator.id()).getFirst());
        mvc.perform(post("/access/accounts/" + clerk.id() + "/disable").with(SignedIn.as(desk)).with(csrf()));
        assertThat(other.get("/access/me", session).statusCode()).as("no clock moved on").isEqualTo(302);
    }

    @Test
    void seesARegisterThatChangedElsewhere() {
        var held = other.the(Directories.class);
        var unit = town.unit("市住建局");
        assertThat(held.of(tenant).unitName(unit)).isEqualTo(directories.of(tenant).unitName(unit));
        units.rename(new Author(tenant, town.city.administrator()), unit, "明川市住房和城市更新局", "", town.today(), "");
        other.clock().on(TRUST);
        assertThat(held.of(tenant).unitName(unit)).isEqualTo("明川市住房和城市更新局");
    }

    @Test
    void seesATypePublishedElsewhereAndNeverHoldsADraft() {
        var there = other.the(MatterTypes.class);
        var name = "rectification-measure";
        var shipped = there.current(tenant, name).version();
        var text = ShippedTypes.texts().get(name);
        var draft = desk.draft(town.as("inspect"), "rectification", text.replace("while: submitted, budget: 5wd", "while: submitted, budget: 10wd"));
        var own = new MatterTypes.Version(tenant, name, draft.version());
        assertThat(there.version(own).clocks().get("verify").budget().toString()).contains("10");
        desk.draft(town.as("inspect"), "rectification", text.replace("while: submitted, budget: 5wd", "while: submitted, budget: 20wd"));
        desk.publish(town.as("inspect"), name, draft.version(), town.today(), null);
        assertThat(there.current(tenant, name).version()).as("for a moment").isEqualTo(shipped);
        other.clock().on(TRUST.plusSeconds(1));
        assertThat(there.current(tenant, name).version()).isEqualTo(own);
        assertThat(there.version(own).clocks().get("verify").budget().toString()).as("not the draft of before").contains("20");
    }

    @Test
    void countsAgainWhatWasCountedByTheCalendarOfAMomentAgo() {
        var day = town.today().plusDays(1);
        while (!calendars.of(tenant, "990100").working(day)) day = day.plusDays(1);
        var off = day;
        var there = other.the(Calendars.class);
        assertThat(there.of(tenant, "990100").working(off)).isTrue();
        calendars.override(tenant, new DayOverride("990100", off, DayKind.OFF, "防台风停工", "明政发〔2026〕9号", town.today()), null);

        // the other node does not know yet: it acts by the old calendar, and is asked to count again
        var id = townThere().aMeasureToVerify();
        var before = verify(id).lastDay();
        other.the(Recounting.class).catchUp();
        assertThat(sql.fetchCount(RECOUNT, RECOUNT.TENANT.eq(tenant))).as("the wish stays while it is young").isOne();

        other.clock().on(Duration.ofMinutes(1));
        assertThat(there.of(tenant, "990100").working(off)).isFalse();
        other.the(Recounting.class).catchUp();
        assertThat(verify(id).lastDay()).isAfter(before);
        assertThat(sql.fetchCount(RECOUNT, RECOUNT.TENANT.eq(tenant))).isZero();
    }

    @Test
    void doesWhatIsAskedAtBothUnderOneKeyOnce() throws Exception {
        var opening = town.measure("两处同时立项");
        var answers = atBoth(16, node -> node.open(opening, town.as("inspect"), "one-key"));
        assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
        assertThat(sql.fetchCount(MATTER, MATTER.TENANT.eq(tenant), MATTER.TITLE.eq("两处同时立项"))).isOne();

        var id = answers.getFirst().id();
        assertThat(atBoth(16, node -> node.act(id, town.assign(), town.as("inspect"), "the-same-act"))).containsOnly(new Ledger.Done(id, 2, "assigned"));
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void givesEveryNumberOnceAndBuildsOneChain() throws Exception {
        var opened = atBoth(120, node -> node.open(town.measure("并行立项"), town.as("inspect"), null));
        assertThat(sql.selectDistinct(MATTER.NUMBER).from(MATTER).where(MATTER.TENANT.eq(tenant)).fetch()).hasSize(opened.size());

        var id = town.aMeasureAtWork();
        var version = dossiers.of(id).orElseThrow().matter().version();
        atBoth(20, node -> node.act(id, Act.of("comment").saying("note", "两处同时说话"), town.as("inspect")));
        assertThat(dossiers.of(id).orElseThrow().matter().version()).isEqualTo(version + 20);
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void goesOnWhereTheOtherNodesClockIsAhead() {
        var ahead = townThere();
        other.clock().on(Duration.ofSeconds(30));
        var id = ahead.aMeasureToVerify();
        ledger.act(id, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
        var dossier = dossiers.of(id).orElseThrow();
        assertThat(dossier.matter().settledAt()).isEqualTo(dossier.latest());
        assertThat(dossier.clocks()).allSatisfy(clock -> assertThat(clock.stoppedAt() == null || !clock.stoppedAt().isBefore(clock.startedAt())).isTrue());
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void castsOneAnchorADay() throws Exception {
        town.aDraftedMeasure();
        var nodes = List.of(new Hands(), new Hands());
        nodes.forEach(hands -> hands.on(Duration.ofDays(2)));
        var start = new java.util.concurrent.CyclicBarrier(2);
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var done : two.invokeAll(nodes.stream().map(hands -> (Callable<Boolean>) () -> {
                var anchors = anchors(hands);
                start.await();
                return anchors.castToday(tenant);
            }).toList())) done.get();
        }
        assertThat(anchors(nodes.getFirst()).castToday(tenant)).isFalse();
        assertThat(sql.fetchCount(ANCHOR, ANCHOR.TENANT.eq(tenant))).isOne();
        nodes.getFirst().on(Duration.ofDays(1));
        assertThat(anchors(nodes.getFirst()).castToday(tenant)).isTrue();
        assertThat(sql.fetchCount(ANCHOR, ANCHOR.TENANT.eq(tenant))).isEqualTo(2);
    }

    private Anchors anchors(Hands hands) {
        return new Anchors(sql, hands, tenants, transactions, data);
    }

    /** The nodes' own dispatchers work beside these two, so some acts are theirs: none may be handed over twice. */
    @Test
    void handsEveryActOverOnce() throws Exception {
        var ids = IntStream.range(0, 60).mapToObj(i -> ledger.open(town.measure("待投递"), town.as("inspect"), null).id()).toList();
        sql.insertInto(OUTBOX).select(sql.select(MATTER.TENANT, MATTER.ID, org.jooq.impl.DSL.inline(1), MATTER.OPENED_AT, org.jooq.impl.DSL.inline(false)).from(MATTER).where(MATTER.TENANT.eq(tenant))).onConflictDoNothing().execute();
        var taken = new ConcurrentLinkedQueue<MatterId>();
        var boxes = List.of(box(sql, transactions, taken), box(other.the(DSLContext.class), other.the(PlatformTransactionManager.class), taken));
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var done : two.invokeAll(boxes.stream().map(box -> (Callable<Integer>) () -> box.dispatch(tenant)).toList())) done.get();
        }
        boxes.forEach(Outbox::destroy);
        assertThat(taken).doesNotHaveDuplicates().isSubsetOf(ids);
    }

    private static Outbox box(DSLContext sql, PlatformTransactionManager transactions, ConcurrentLinkedQueue<MatterId> taken) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("listener", new MatterListener() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public void acted(MatterActed event) {
                taken.add(event.matter());
            }
        });
        return new Outbox(sql, beans.getBeanProvider(MatterListener.class), java.time.Clock.systemUTC(), transactions, true);
    }

    private Clock verify(MatterId id) {
        return dossiers.of(id).orElseThrow().clocks().stream().filter(c -> c.name().equals("verify")).findFirst().orElseThrow();
    }

    /** The same city, acted in at the other node. */
    private Town townThere() {
        return town.at(other.the(Directories.class), other.the(Ledger.class), other.the(EvidenceFiles.class));
    }

    private interface Asking {
        Ledger.Done at(Ledger node);
    }

    /** Every other time at the other node, all at once. */
    private List<Ledger.Done> atBoth(int times, Asking asking) throws Exception {
        var nodes = List.of(ledger, other.the(Ledger.class));
        var answers = new ArrayList<Ledger.Done>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(IntStream.range(0, times).mapToObj(i -> (Callable<Ledger.Done>) () -> asking.at(nodes.get(i % 2))).toList())) answers.add(answer.get());
        }
        return answers;
    }
}
