package cn.duban.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.rectification.Intakes;
import cn.duban.rectification.Round;
import cn.duban.rectification.Rounds;
import cn.duban.supervision.Target.State;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.NewUnit;
import cn.duban.units.Unit;
import cn.duban.units.Units;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.SignedIn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A work plan becomes a ledger whose numbers are tracked: read, reported, confirmed by somebody else, proved. */
@DubanTest
class PlanTargetsTest {

    private static final Path REAL = Path.of("../shared/samples/001_d430bed260ee7f2c.txt");

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Intakes intakes;
    @Autowired Rounds rounds;
    @Autowired Targets targets;
    @Autowired TargetKeeping keeping;
    @Autowired AYear year;
    @Autowired Units units;
    @Autowired DSLContext sql;

    Town town;

    @BeforeEach
    void found() {
        town = new Town(cities, directories, ledger, files);
    }

    /** The damaged plan in small, with this year in it. */
    private String plan() {
        return """
                明川市生态环境局%1$d年工作要点
                发布日期:%1$d-01-05
                一、強化服務(wù)
                1.做好調(diào)研。組織開展實地調(diào)研30次以上,編發(fā)每日要情240期以上。(責任處室:市生态环境局)
                2.編發(fā)專報。編發(fā)行業(yè)專報???00期以上。(責任處室:市住建局會同市财政局)
                二、優(yōu)化環(huán)境
                3.推廣電子辦理,電子辦理率達到90%%以上。(責任處室:市财政局)
                4.每季度檢查一次網(wǎng)站。(責任處室:市生态环境局)
                """.formatted(town.today().getYear());
    }

    private Round adopted(String text) {
        var inspect = town.as("inspect");
        var id = intakes.adopt(intakes.read(inspect, "要点.txt", text.getBytes(StandardCharsets.UTF_8)), 1, inspect);
        return rounds.find(new MatterId(inspect.tenant(), id), inspect).orElseThrow();
    }

    private Round.Line measure(Round round, String words) {
        return round.measures().filter(one -> (one.title() + one.body()).contains(words)).findFirst().orElseThrow();
    }

    @Test
    void aDamagedPlanBecomesALedgerWhoseNumbersAreTracked() {
        var round = adopted(plan());
        assertThat(round.findings()).hasSize(4);
        var special = measure(round, "专报");
        assertThat(special.unit("lead")).isEqualTo(town.unit("市住建局"));
        assertThat(special.units("assist")).containsExactly(town.unit("市财政局"));
        var all = targets.all(town.as("inspect"));
        assertThat(all).filteredOn(target -> target.state() == State.UNREAD).as("its unreadable one is flagged").singleElement().satisfies(target -> {
            assertThat(target.matter()).isEqualTo(special.id());
            assertThat(target.flag()).isEqualTo("UNREADABLE");
            assertThat(target.goal()).isNull();
            assertThat(target.words()).contains("???00期以上");
        });
        var research = measure(round, "实地调研").id();
        assertThat(all).filteredOn(target -> target.matter().equals(research)).extracting(Target::goal).usingElementComparator(BigDecimal::compareTo).containsExactlyInAnyOrder(BigDecimal.valueOf(30), BigDecimal.valueOf(240));
        assertThat(all).filteredOn(target -> target.unit().equals("%")).singleElement().satisfies(target -> assertThat(target.counting()).isEqualTo(Target.Counting.LATEST));
        assertThat(year.breaks(town.city.tenant())).noneMatch(broken -> broken.where().contains("target"));
    }

    /** The real plan, beside the checkout: 24 tasks, whoever the register knows as lead and assisting offices, what was read tracked, what was destroyed flagged. */
    @Test
    void theRealPlanBecomesALedger() throws Exception {
        assumeTrue(Files.exists(REAL), "the real documents are not beside the project");
        var author = new Author(town.city.tenant(), town.city.administrator());
        var root = town.directory().root().id();
        for (var office : List.of("综合室", "信息调研室", "政务公开处", "政务网络服务处", "督查一室", "督查二室", "人事处", "议案处"))
            units.open(author, new NewUnit(office, office, Unit.Kind.SECTION, root), LocalDate.of(2020, 1, 1), "");
        var round = adopted(Files.readString(REAL));
        assertThat(round.findings()).hasSize(24);
        assertThat(measure(round, "加强政府网站").unit("lead")).isEqualTo(town.unit("政务网络服务处"));
        assertThat(measure(round, "提升督查实效").units("assist")).contains(town.unit("督查二室"));
        var all = targets.all(town.as("inspect"));
        assertThat(all).filteredOn(target -> target.state() == State.UNREAD && "UNREADABLE".equals(target.flag())).singleElement().satisfies(target -> assertThat(target.words()).contains("???00期"));
        var tracked = all.stream().filter(target -> target.state() == State.TRACKED && target.counting() != Target.Counting.EACH).map(target -> Target.plain(target.goal())).toList();
        assertThat(tracked).contains("30", "240", "70", "1000", "4", "10", "90", "2", "32");
        assertThat(all).filteredOn(target -> target.state() == State.TRACKED).allSatisfy(target -> assertThat(target.from()).isEqualTo("2021-01-01"));
    }

    private Target atWork(Round round) {
        var id = measure(round, "实地调研").id();
        ledger.act(id, town.assign().field("mode", "dated"), town.as("inspect"));
        ledger.act(id, Act.of("receive"), town.as("eco.registry"));
        return targets.of(id, town.as("inspect")).stream().filter(target -> Target.plain(target.goal()).equals("30")).findFirst().orElseThrow();
    }

    private MockHttpServletResponse report(Target target, LocalDate period, String value, String login) throws Exception {
        return http.perform(multipart("/supervision/targets/" + target.id() + "/values").param("period", period.toString()).param("value", value).with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private MockHttpServletResponse review(Target target, LocalDate period, String what, String reason, String login) throws Exception {
        return http.perform(post("/supervision/targets/" + target.id() + "/values/" + period).param("do", what).param("reason", reason).with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private String page(String path, String login) throws Exception {
        return http.perform(get(path).with(SignedIn.as(town.as(login)))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aValueIsReportedByTheLeadConfirmedByAnotherAndProved() throws Exception {
        var target = atWork(adopted(plan()));
        var period = target.from();
        assertThat(report(target, period, "三次", "eco.handle").getStatus()).isEqualTo(422);
        assertThat(report(target, period, "12", "housing.handle1").getStatus()).as("who only assists").isEqualTo(403);
        assertThat(report(target, period, "12", "permit.handle1").getStatus()).as("who has no part in it").isEqualTo(404);
        assertThat(report(target, LocalDate.of(2099, 1, 1), "12", "eco.handle").getStatus()).isEqualTo(422);
        assertThat(report(target, period, "12", "eco.handle").getStatus()).isEqualTo(302);
        assertThat(report(target, period, "13", "eco.handle").getStatus()).as("one value a period").isEqualTo(409);
        assertThat(page("/supervision/targets/" + target.id(), "eco.handle")).contains("待确认").doesNotContain(">确认<");
        assertThat(review(target, period, "confirm", "", "eco.handle").getStatus()).isEqualTo(403);
        assertThat(review(target, period, "return", " ", "inspect1").getStatus()).isEqualTo(422);
        assertThat(review(target, period, "return", "与台账对不上", "inspect1").getStatus()).isEqualTo(302);
        assertThat(report(target, period, "11.5", "eco.handle").getStatus()).as("returned, so once more").isEqualTo(302);
        assertThat(review(target, period, "confirm", "", "inspect2").getStatus()).isEqualTo(302);
        assertThat(review(target, period, "confirm", "", "inspect1").getStatus()).as("twice").isEqualTo(409);

        var page = page("/supervision/targets/" + target.id(), "inspect1");
        assertThat(page).contains("已确认", "11.5", "曾报12", "18.5");
        assertThat(page("/matters/" + target.matter(), "inspect1")).contains("/supervision/matters/" + target.matter() + "/targets", "一期的数值：11.5次");
        assertThat(page("/supervision/targets?status=unread", "inspect1")).contains("读不出").doesNotContain("11.5");
        assertThat(year.breaks(town.city.tenant())).noneMatch(broken -> broken.where().contains(target.id().toString()));
        var entry = targets.find(target.id(), town.as("inspect")).orElseThrow().values().stream().filter(Target.Value::confirmed).findFirst().orElseThrow().entry();
        for (var planted : List.of("value = 30", "value = 11.5, entry = 9999")) {
            plant(planted, target);
            assertThat(year.breaks(town.city.tenant())).as(planted).anyMatch(broken -> broken.where().contains(target.id().toString()));
        }
        plant("entry = " + entry, target);
        assertThat(year.breaks(town.city.tenant())).noneMatch(broken -> broken.where().contains(target.id().toString()));
    }

    private void plant(String what, Target target) {
        sql.execute("update supervision.target_value set " + what + " where tenant = ? and target = ? and state = 'confirmed'", town.city.tenant(), target.id());
    }

    @Test
    void whatCouldNotBeReadIsDecidedByAPerson() throws Exception {
        var round = adopted(plan());
        var unread = targets.all(town.as("inspect")).stream().filter(target -> target.state() == State.UNREAD).findFirst().orElseThrow();
        assertThat(page("/supervision/targets/" + unread.id(), "inspect1")).contains("请核定这个指标", "不要猜");
        var typed = Map.of("name", "行业专报", "direction", "at-least", "goal", "", "unit", "期", "counting", "total", "rhythm", "monthly", "from", "2026-01-01", "to", "2026-12-31");
        assertThat(settle(unread, typed, "inspect1").getStatus()).isEqualTo(422);
        assertThat(settle(unread, with(typed, "goal", "200"), "inspect1").getStatus()).isEqualTo(302);
        assertThat(settle(unread, with(typed, "goal", "300"), "inspect2").getStatus()).as("somebody was faster").isEqualTo(409);
        assertThat(targets.find(unread.id(), town.as("inspect1")).orElseThrow()).satisfies(target -> {
            assertThat(target.state()).isEqualTo(State.TRACKED);
            assertThat(Target.plain(target.goal())).isEqualTo("200");
        });
        assertThat(page("/supervision/targets", "permit.handle1")).as("whose matter is not seen").doesNotContain("行业专报");
        assertThatThrownBy(() -> keeping.add(unread, town.as("permit.handle1"))).isInstanceOfAny(NotFound.class, Refused.class);
        assertThat(round.findings()).isNotEmpty();
    }

    private static Map<String, String> with(Map<String, String> typed, String name, String value) {
        var more = new java.util.HashMap<>(typed);
        more.put(name, value);
        return more;
    }

    private MockHttpServletResponse settle(Target target, Map<String, String> typed, String login) throws Exception {
        var request = post("/supervision/targets/" + target.id()).param("do", "settle");
        typed.forEach(request::param);
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }
}
