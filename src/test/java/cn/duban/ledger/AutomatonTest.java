package cn.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Handover;
import cn.duban.units.NewPost;
import cn.duban.units.NewUnit;
import cn.duban.units.Posts;
import cn.duban.units.Tenants;
import cn.duban.units.Unit;
import cn.duban.units.Units;
import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.DayKind;
import cn.duban.workdays.DayOverride;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.PlatformTransactionManager;

/** What the ledger does when nobody acts: look-backs, recounted budgets, matters handed over. */
@DubanTest
class AutomatonTest {

    @Autowired Ledger ledger;
    @Autowired Dossiers dossiers;
    @Autowired Proof proof;
    @Autowired LookBacks lookBacks;
    @Autowired Recounting recounting;
    @Autowired MatterHandover handover;
    @Autowired Matters matters;
    @Autowired Units units;
    @Autowired Posts posts;
    @Autowired Calendars calendars;
    @Autowired DSLContext sql;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired MatterTypes types;
    @Autowired Writer writer;
    @Autowired Idempotency idempotency;
    @Autowired Numbering numbering;
    @Autowired Sight sight;
    @Autowired Outbox outbox;
    @Autowired Tenants tenants;
    @Autowired PlatformTransactionManager transactions;
    @Autowired org.springframework.beans.factory.ObjectProvider<ReportRule> reportRules;
    @Autowired org.springframework.beans.factory.ObjectProvider<Objection> objections;
    @Autowired Hosts hosts;

    private Town town;
    private int tenant;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        tenant = town.city.tenant();
        LocaleContextHolder.setLocale(Words.CHINESE);
    }

    @AfterEach
    void readAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    private MatterId aClosedMeasure() {
        var id = town.aMeasureToVerify();
        ledger.act(id, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
        return id;
    }

    /** The same room after its ninety days. */
    private LookBacks later() {
        var hands = new Hands();
        hands.on(java.time.Duration.ofDays(110));
        var then = new Ledger(dossiers, writer, idempotency, types, numbering, directories, calendars, files, sight, outbox, hands, transactions, reportRules, objections, hosts);
        return new LookBacks(sql, then, dossiers, types, directories, tenants, transactions);
    }

    @Test
    void opensTheReviewOfAClosedMeasureOnceOnTwoNodes() throws Exception {
        var id = aClosedMeasure();
        assertThat(lookBacks.open(tenant)).as("not before its day").isZero();

        var start = new CyclicBarrier(2);
        var opened = new ArrayList<Integer>();
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Integer> node = () -> {
                var own = later();
                start.await();
                return own.open(tenant);
            };
            for (var result : two.invokeAll(java.util.List.of(node, node))) opened.add(result.get());
        }
        assertThat(opened).containsExactlyInAnyOrder(0, 1);
        assertThat(later().open(tenant)).isZero();

        var origin = dossiers.of(id).orElseThrow();
        assertThat(origin.matter().phase()).as("it leaves the matter settled").isEqualTo(Phase.ENDED);
        assertThat(origin.clocks()).noneMatch(Clock::running);
        var derived = origin.relations().stream().filter(r -> r.kind() == Relation.Kind.HAS_DERIVED).toList();
        assertThat(derived).hasSize(1);
        var review = dossiers.of(new MatterId(tenant, derived.getFirst().other())).orElseThrow();
        assertThat(review.matter().title()).isEqualTo("回头看：整治河道乱倒垃圾");
        assertThat(review.matter().type()).isEqualTo("follow-up-review");
        assertThat(review.matter().parent()).isNull();
        assertThat(review.bearing("supervisor").map(Responsibility::unit)).containsExactly(town.unit("督查室"));
        assertThat(review.bearing("lead").map(Responsibility::unit)).containsExactly(town.unit("市生态环境局"));
        assertThat(review.bearing("assist").map(Responsibility::unit)).containsExactly(town.unit("市住建局"));
        assertThat(review.clocks()).filteredOn(Clock::running).extracting(Clock::name).containsExactly("review");
        assertThat(review.relations()).singleElement().satisfies(r -> {
            assertThat(r.kind()).isEqualTo(Relation.Kind.DERIVED_FROM);
            assertThat(r.other()).isEqualTo(id.id());
        });
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void countsRunningBudgetsAgainWhenTheCalendarChangedAndOnlyThose() {
        var moving = town.aMeasureToVerify();
        var still = town.aMeasureAtWork();
        var before = clock(moving, "verify");
        var dueBefore = clock(still, "rectify").lastDay();
        var off = directories.of(tenant).today().plusDays(1);
        while (!calendars.of(tenant, "990100").working(off)) off = off.plusDays(1);
        calendars.override(tenant, new DayOverride("990100", off, DayKind.OFF, "防台风停工", "明政发〔2026〕9号", directories.of(tenant).today()), null);

        var versions = dossiers.of(still).orElseThrow().matter().version();
        assertThat(recounting.catchUp()).isGreaterThanOrEqualTo(1);
        assertThat(clock(moving, "verify").lastDay()).isAfter(before.lastDay());
        assertThat(clock(still, "rectify").lastDay()).isEqualTo(dueBefore);
        assertThat(dossiers.of(still).orElseThrow().matter().version()).as("nothing moved, nothing is written").isEqualTo(versions);
        var clock = clock(moving, "verify").no();
        var line = dossiers.of(moving).orElseThrow().journal().stream().filter(e -> e.clock() == clock).reduce((a, b) -> b).orElseThrow();
        assertThat(line.kind()).isEqualTo(ClockEntry.Kind.RECALENDAR);

        var entries = dossiers.of(moving).orElseThrow().matter().version();
        recounting.changed(new cn.duban.workdays.CalendarChanged(tenant, "990100", off, off, off));
        assertThat(recounting.catchUp()).as("a second time nothing moves").isZero();
        assertThat(dossiers.of(moving).orElseThrow().matter().version()).isEqualTo(entries);
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    private Clock clock(MatterId id, String name) {
        return dossiers.of(id).orElseThrow().clocks().stream().filter(c -> c.name().equals(name)).reduce((a, b) -> b).orElseThrow();
    }

    @Test
    void beginsAReviewByHandBeforeItsDayAndOnce() {
        var id = aClosedMeasure();
        var again = Act.of("look-back").saying("reason", "群众反映河道又有垃圾");
        assertThatThrownBy(() -> ledger.act(id, again, town.as("eco.handle"))).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("role"));
        assertThatThrownBy(() -> ledger.act(id, Act.of("look-back"), town.as("inspect"))).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("missing"));
        assertThat(ledger.act(id, again, town.as("inspect"), "once")).isEqualTo(ledger.act(id, again, town.as("inspect"), "once"));
        assertThat(later().open(tenant)).as("the promise is kept already").isZero();

        var origin = dossiers.of(id).orElseThrow();
        var review = dossiers.of(new MatterId(tenant, origin.relations().getFirst().other())).orElseThrow();
        assertThat(origin.matter().phase()).isEqualTo(Phase.ENDED);
        assertThat(review.matter().title()).isEqualTo("回头看：整治河道乱倒垃圾");
        assertThat(review.bearing("lead").map(Responsibility::unit)).containsExactly(town.unit("市生态环境局"));
        assertThat(matters.page(id, town.as("inspect")).orElseThrow().timeline().getFirst()).satisfies(line -> assertThat(line.label()).isEqualTo("回头看")).satisfies(line -> assertThat(line.said().getFirst().text()).isEqualTo("群众反映河道又有垃圾"));
        assertThatThrownBy(() -> ledger.act(town.aMeasureAtWork(), again, town.as("inspect"))).isInstanceOfSatisfying(Refusal.Refused.class, r -> assertThat(r.refusal().rule()).isEqualTo("state"));
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void handsOverWhatALeaverHeldWithALineInEachMatter() {
        var led = town.aMeasureAtWork();
        var lies = town.aMeasureAtWork();
        var lead = dossiers.of(lies).orElseThrow().leadAssignment().orElseThrow().no();
        ledger.act(lies, Act.of("hand-on").on(lead).to(town.post("eco.handle")), town.as("eco.registry"));
        var from = town.as("vice1");
        var to = town.as("vice2");
        assertThat(handover.borne(tenant, from.post()).count()).isEqualTo(2);
        var author = new Author(tenant, town.city.administrator());
        assertThat(handover.move(author, new Handover.Move(from.person(), from.post(), to.person(), to.post(), town.today(), "调离"))).isEqualTo(2);
        assertThat(handover.borne(tenant, from.post()).count()).isZero();
        assertThat(handover.borne(tenant, to.post()).count()).isEqualTo(2);
        assertThat(dossiers.of(led).orElseThrow().bearing("leader").map(Responsibility::post)).containsExactly(to.post());

        var desk = town.as("eco.handle");
        var chief = town.as("eco.review");
        assertThat(handover.borne(tenant, desk.post()).count()).isEqualTo(1);
        handover.move(author, new Handover.Move(desk.person(), desk.post(), chief.person(), chief.post(), town.today(), "退休"));
        assertThat(dossiers.of(lies).orElseThrow().leadAssignment().orElseThrow().desk()).isEqualTo(chief.post());
        var told = matters.page(lies, town.as("inspect")).orElseThrow().timeline();
        assertThat(told).extracting(TimelineLine::label).contains("移交").noneMatch(label -> label.contains("ledger."));
        assertThat(told).flatExtracting(TimelineLine::changes).anyMatch(change -> change.startsWith("由 " + desk.personName()) && change.contains("移交给 " + chief.personName()))
                .anyMatch(change -> change.startsWith("交到：" + desk.postName()));
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void handsWhatAClosedUnitBearsToItsSuccessor() {
        var author = new Author(tenant, town.city.administrator());
        var closing = units.open(author, new NewUnit("明川市过渡办公室", "市过渡办", Unit.Kind.DEPARTMENT, town.directory().root().id()), town.today().minusDays(9), "");
        var finance = town.unit("市财政局");
        var id = town.aDraftedMeasure();
        ledger.act(id, town.assign().role("lead", closing), town.as("inspect"));
        assertThat(units.resting(tenant, closing)).isEqualTo(1);
        assertThatThrownBy(() -> units.close(author, closing, town.today(), null, ""))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule()).isEqualTo("units.bears-matters"));

        assertThat(units.close(author, closing, town.today(), finance, "机构改革")).isEqualTo(1);
        var dossier = dossiers.of(id).orElseThrow();
        assertThat(dossier.bearing("lead").map(Responsibility::unit)).containsExactly(finance);
        assertThat(dossier.leadAssignment().orElseThrow().unit()).isEqualTo(finance);
        assertThat(matters.page(id, town.as("inspect")).orElseThrow().timeline().getFirst())
                .satisfies(line -> assertThat(line.changes()).contains("由 明川市过渡办公室 移交给 明川市财政局")).satisfies(line -> assertThat(line.said().getFirst().text()).isEqualTo("机构改革"));
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void handsWhatAClosedPostBearsToAnotherPost() {
        var author = new Author(tenant, town.city.administrator());
        var id = town.aMeasureAtWork();
        ledger.act(id, Act.of("hand-on").on(dossiers.of(id).orElseThrow().leadAssignment().orElseThrow().no()).to(town.post("eco.handle")), town.as("eco.registry"));
        var closing = town.post("eco.handle");
        assertThatThrownBy(() -> posts.close(author, closing, town.today(), null, ""))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule()).isEqualTo("units.post-bears-matters"));
        assertThat(posts.close(author, closing, town.today(), town.post("eco.review"), "岗位调整")).isEqualTo(1);
        assertThat(dossiers.of(id).orElseThrow().leadAssignment().orElseThrow().desk()).isEqualTo(town.post("eco.review"));
        assertThat(matters.page(id, town.as("inspect")).orElseThrow().timeline().getFirst().changes()).contains("由 明川市生态环境局承办人 移交给 明川市生态环境局水环境科科长");
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }

    @Test
    void takesWhatASectionWorkedOnBackToTheBureauWhenTheSectionCloses() {
        var author = new Author(tenant, town.city.administrator());
        var section = units.open(author, new NewUnit("土壤科", "", Unit.Kind.SECTION, town.unit("市生态环境局")), town.today().minusDays(9), "");
        var post = posts.open(author, new NewPost(section, "承办人", false, Set.of(Duty.HANDLE)), town.today().minusDays(9), "");
        var id = town.aMeasureAtWork();
        ledger.act(id, Act.of("hand-on").on(dossiers.of(id).orElseThrow().leadAssignment().orElseThrow().no()).to(post), town.as("eco.registry"));
        assertThat(units.resting(tenant, section)).isEqualTo(1);
        units.close(author, section, town.today(), town.unit("市生态环境局"), "");
        assertThat(dossiers.of(id).orElseThrow().leadAssignment().orElseThrow()).satisfies(a -> assertThat(a.desk()).isNull()).satisfies(a -> assertThat(a.unit()).isEqualTo(town.unit("市生态环境局")));
        assertThat(proof.prove(tenant).breaks()).isEmpty();
    }
}
