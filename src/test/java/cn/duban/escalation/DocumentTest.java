package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.escalation.Tables.SERIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.escalation.Ladder.Scope;
import cn.duban.escalation.Powers.Deed;
import cn.duban.escalation.Step.Colour;
import cn.duban.escalation.Step.From;
import cn.duban.escalation.Step.Whom;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Escalating;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.Navigation;
import cn.duban.web.Refused;
import cn.duban.web.SignedIn;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One document in people's hands: signed, answered, returned, appealed, revoked; who may, and what it costs. */
@DubanTest
class DocumentTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired AYear year;
    @Autowired DSLContext sql;
    @Autowired Ladders ladders;
    @Autowired Firing firing;
    @Autowired Documents documents;
    @Autowired Handling handling;
    @Autowired Deductions deductions;
    @Autowired EscalationNavigation navigation;
    @Autowired DocumentNotices notices;
    @Autowired Escalating escalating;

    private Town town;
    private int tenant;
    private MatterId id;

    @BeforeEach
    void aMatterThatWillBeLate() {
        town = new Town(cities, directories, ledger, files);
        tenant = town.city.tenant();
        id = town.aMeasureAtWork();
        // everything but the one clock is left alone
        ladders.begin(tenant, town.today());
        ladders.publish(new Ladder(0, "不督办", Scope.ALL, town.today(), false, "30d", "30d", List.of(), "试验", ""), town.as("inspect"), Instant.now());
    }

    private static Step order(int no, boolean signed) {
        return new Step(no, Kind.ORDER, Colour.YELLOW, From.END, 5, true, null, Whom.UNIT, 3, new BigDecimal("1.5"), "督办办法第九条", signed, "", "");
    }

    private static Step listed(int no) {
        return new Step(no, Kind.LISTED, null, From.UNANSWERED, 1, true, null, Whom.HEAD, 5, new BigDecimal("3"), "督办办法第十条", false, "", "");
    }

    private void ladder(Step... steps) {
        ladders.publish(new Ladder(0, "试验阶梯", new Scope("rectification", "rectification-measure", "rectify"), town.today(), false, "30d", "10wd", List.of(steps), "试验", ""), town.as("inspect"), Instant.now());
    }

    /** The measure is due in sixty days. */
    private Instant after(int days) {
        return town.today().plusDays(60 + days).atTime(10, 0).atZone(town.directory().zone()).toInstant();
    }

    private Document only() {
        return sql.selectFrom(DOCUMENT).where(DOCUMENT.TENANT.eq(tenant), DOCUMENT.MATTER.eq(id.id())).orderBy(DOCUMENT.STEP.desc()).limit(1).fetchSingle(Documents::read);
    }

    private void take(Deed deed, String text, String login) {
        handling.take(only().id(), Handling.Given.of(deed, text), town.as(login));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private String page(String path, String login) throws Exception {
        var response = ask(get(path), login);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private List<String> tasks(String login) {
        return navigation.tasks(town.as(login)).stream().map(Navigation.Task::action).toList();
    }

    @Test
    void liesReadyUntilSomebodySignsAndHasItsNumberThen() throws Exception {
        ladder(order(1, true));
        firing.fire(tenant, after(30));
        var ready = only();
        assertThat(ready.state()).isEqualTo(Document.State.READY);
        assertThat(tasks("inspect1")).containsExactly(Words.say("escalation.todo.do.ready"));
        assertThat(ask(get("/escalation/" + ready.id()), "eco.handle").getStatus()).as("not issued yet").isEqualTo(404);
        firing.fire(tenant, after(300));
        assertThat(only()).as("silence neither issues nor drops it").isEqualTo(ready);
        assertThat(page("/escalation/" + ready.id(), "inspect")).contains("签发", "试验阶梯", "督办办法第九条");

        assertThat(ask(post("/escalation/" + ready.id() + "/issue"), "eco.handle").getStatus()).isEqualTo(404);
        assertThat(ask(post("/escalation/" + ready.id() + "/issue"), "inspect").getRedirectedUrl()).isEqualTo("/escalation/" + ready.id());
        assertThat(ask(post("/escalation/" + ready.id() + "/issue"), "inspect1").getStatus()).as("signed once").isEqualTo(409);
        var issued = only();
        assertThat(issued.issued().number()).isEqualTo("督办〔" + town.today().getYear() + "〕1号");
        assertThat(page("/escalation/" + issued.id(), "eco.handle")).contains("督办〔", "黄色督办单", "1.5", "回复");
        assertThat(tasks("eco.handle")).containsExactly(Words.say("escalation.todo.do.issued"));
        var paper = ask(get("/escalation/" + issued.id() + "/paper"), "eco.handle");
        assertThat(new String(paper.getContentAsByteArray(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(paper.getHeader("Content-Disposition")).contains("docx");
        assertThat(page("/matters/" + id, "eco.handle")).contains("/escalation/matters/" + id, issued.issued().number());
        assertThat(ask(get("/escalation/matters/" + id + "/lines/" + issued.issued().entry()), "eco.handle").getRedirectedUrl()).isEqualTo("/escalation/" + issued.id());
        assertThat(page("/escalation/matters/" + id, "eco.handle")).contains(issued.issued().number());
    }

    @Test
    void isSignedTogetherWithOthers() throws Exception {
        ladder(order(1, true));
        var second = town.aMeasureAtWork();
        firing.fire(tenant, after(30));
        var ready = documents.list(org.jooq.impl.DSL.noCondition(), 9, town.as("inspect"));
        assertThat(ready).hasSize(2);
        var ids = ready.stream().map(d -> d.id().toString()).toArray(String[]::new);
        assertThat(page("/escalation?state=ready", "inspect")).contains(ids[0], ids[1]);
        assertThat(ask(post("/escalation/issue").param("document", ids), "eco.handle").getStatus()).isEqualTo(403);
        assertThat(ask(post("/escalation/issue").param("document", ids), "inspect").getRedirectedUrl()).isEqualTo("/escalation?state=ready&signed=2&left=0");
        assertThat(ask(post("/escalation/issue").param("document", ids), "inspect1").getRedirectedUrl()).isEqualTo("/escalation?state=ready&signed=0&left=2");
        assertThat(documents.of(second, town.as("eco.handle"))).singleElement().satisfies(d -> assertThat(d.issued().no()).isBetween(1, 2));
    }

    @Test
    void isDeclinedWithAReasonAndTakesNoNumber() throws Exception {
        ladder(order(1, true));
        firing.fire(tenant, after(30));
        assertThat(ask(post("/escalation/" + only().id() + "/decline").param("text", " "), "inspect").getStatus()).isEqualTo(422);
        take(Deed.DECLINE, "汛期停工，非该单位原因", "inspect");
        assertThat(only().state()).isEqualTo(Document.State.DECLINED);
        firing.fire(tenant, after(60));
        assertThat(documents.of(id, town.as("inspect"))).hasSize(1);
        assertThat(page("/escalation/" + only().id(), "inspect")).contains("汛期停工");
        assertThat(page("/matters/" + id, "eco.handle")).as("what was not issued is not the unit's").doesNotContain("汛期停工");
    }

    @Test
    void isAnsweredReturnedAnsweredAgainAndAccepted() throws Exception {
        ladder(order(1, false), listed(2));
        firing.fire(tenant, after(30));
        var empty = ask(post("/escalation/" + only().id() + "/reply").param("text", ""), "eco.handle");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString(StandardCharsets.UTF_8)).contains("请写下回复再提交");
        var phone = ask(post("/escalation/" + only().id() + "/reply").param("text", "请打13800138000"), "eco.handle");
        assertThat(phone.getContentAsString(StandardCharsets.UTF_8)).contains("手机号码", "请打13800138000");
        assertThatThrownBy(() -> take(Deed.REPLY, "不是我单位的", "finance.handle")).isInstanceOf(Refused.class);
        assertThat(ask(post("/escalation/" + only().id() + "/reply").param("text", "已完成两处，余下一处十日内完成"), "eco.handle").getStatus()).isEqualTo(302);
        assertThat(tasks("inspect")).containsExactly(Words.say("escalation.todo.do.replied"));
        firing.fire(tenant, after(60));
        assertThat(only().step()).as("answered: it does not rise").isEqualTo(1);
        assertThatThrownBy(() -> take(Deed.ACCEPT, "", "eco")).isInstanceOf(Refused.class);
        take(Deed.RETURN, "没有写明责任人", "inspect");
        assertThat(only().state()).isEqualTo(Document.State.ISSUED);
        take(Deed.REPLY, "责任人：水环境科科长；十日内完成", "eco.review");
        take(Deed.ACCEPT, "", "inspect1");
        assertThat(only().state()).isEqualTo(Document.State.ACCEPTED);
        firing.fire(tenant, after(120));
        assertThat(only().step()).isEqualTo(1);
        assertThat(page("/escalation/" + only().id(), "eco.handle")).contains("没有写明责任人", "责任人：水环境科科长");
        assertThat(year.breaks(tenant)).isEmpty();
    }

    @Test
    void risesWhereNobodyAnswersAndToTheHead() {
        ladder(order(1, false), listed(2));
        firing.fire(tenant, after(30));
        firing.fire(tenant, after(32));
        assertThat(only().step()).isEqualTo(1);
        firing.fire(tenant, after(60));
        assertThat(only().kind()).isEqualTo(Kind.LISTED);
        assertThat(only().toPost()).isEqualTo(town.post("eco"));
        assertThat(tasks("eco")).hasSize(2);
    }

    private List<Deductions.Deduction> deducted(String login) {
        return deductions.of(town.today(), town.today().plusDays(365), List.of(town.unit("市生态环境局")), town.as(login));
    }

    private BigDecimal points(String login) {
        return deducted(login).stream().map(Deductions.Deduction::counts).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void givesThePointsBackWhereAnAppealIsUpheld() throws Exception {
        ladder(order(1, true));
        firing.fire(tenant, after(30));
        take(Deed.ISSUE, "", "inspect");
        assertThat(points("eco")).isEqualByComparingTo("1.5");
        assertThat(points("permit")).as("nobody else's").isZero();
        assertThatThrownBy(() -> take(Deed.APPEAL, "不服", "finance.handle")).isInstanceOf(Refused.class);
        take(Deed.APPEAL, "设计变更由市里批准，期限应当顺延", "eco.handle");
        assertThat(deducted("eco")).singleElement().extracting(Deductions.Deduction::state).isEqualTo(Deductions.State.APPEALED);
        assertThatThrownBy(() -> take(Deed.UPHOLD, "我签的，我说了算", "inspect")).as("whoever signed").isInstanceOf(Refused.class);
        assertThatThrownBy(() -> take(Deed.UPHOLD, "自己定", "eco")).as("the unit itself").isInstanceOf(Refused.class);
        assertThatThrownBy(() -> take(Deed.APPEAL, "再申诉一次", "eco.handle")).as("once").isInstanceOf(Refused.class);
        assertThat(tasks("inspect")).as("who signed does not decide").isEmpty();
        assertThat(tasks("inspect1")).containsExactly(Words.say("escalation.todo.do.appeal"));
        take(Deed.UPHOLD, "批文属实", "inspect1");
        assertThat(only().state()).isEqualTo(Document.State.REVOKED);
        assertThat(only().issued().number()).as("the number stays").isEqualTo("督办〔" + town.today().getYear() + "〕1号");
        assertThat(points("eco")).isZero();
        assertThat(deducted("eco")).singleElement().extracting(Deductions.Deduction::state).isEqualTo(Deductions.State.REVOKED);
        assertThat(page("/escalation/" + only().id(), "eco.handle")).contains("本件已撤销", "批文属实");
        assertThat(year.breaks(tenant)).isEmpty();
        firing.fire(tenant, after(90));
        assertThat(documents.of(id, town.as("inspect"))).as("not made again").hasSize(1);
    }

    @Test
    void leavesNothingToDecideOfAnAppealOnceItIsRevoked() throws Exception {
        ladder(order(1, true));
        firing.fire(tenant, after(30));
        take(Deed.ISSUE, "", "inspect");
        take(Deed.APPEAL, "设计变更由市里批准", "eco.handle");
        assertThat(tasks("inspect1")).containsExactly(Words.say("escalation.todo.do.appeal"));
        assertThat(page("/escalation?appeal=yes", "inspect1")).contains("/escalation/" + only().id());
        take(Deed.REVOKE, "错发单位", "inspect");
        assertThat(tasks("inspect1")).isEmpty();
        assertThat(page("/escalation?appeal=yes", "inspect1")).doesNotContain("/escalation/" + only().id());
    }

    /** Mail and messages name it by that. */
    @Test
    void isAsSecretAsItsMatter() {
        ladder(order(1, false));
        firing.fire(tenant, after(30));
        ledger.act(id, Act.of("classify").saying("secrecy", "work_secret").saying("reason", "涉及未公开的方案"), town.as("inspect"));
        assertThat(notices.of(List.of(only().id()), town.as("inspect")).get(only().id()).secrecy()).isEqualTo(Secrecy.WORK_SECRET);
    }

    @Test
    void isNobodysToSupervisePeopleOfAConsultedUnit() {
        var posts = List.of(town.as("permit.review2", 0), town.as("permit.review2", 1));
        var supervising = posts.stream().filter(viewer -> viewer.has(Duty.SUPERVISE)).findFirst().orElseThrow();
        var section = posts.stream().filter(viewer -> !viewer.has(Duty.SUPERVISE)).findFirst().orElseThrow().unit();
        for (var role : List.of("assist", "consult")) {
            var opening = new Opening(Ledger.newId(), "proposal", "deputy-suggestion", "关于规范窗口授权的建议", "", Map.of(), Map.of("lead", List.of(town.unit("市生态环境局")), role, List.of(section)), null, null, null, 0, Secrecy.INTERNAL, false, null, null);
            var suggestion = ledger.open(opening, supervising, null).id();
            assertThat(escalating.supervises(escalating.of(suggestion, supervising), supervising)).as(role).isFalse();
        }
    }

    @Test
    void keepsNoFileOfWhoeverMayNotSeeIt() throws Exception {
        ladder(order(1, false));
        firing.fire(tenant, after(30));
        var before = sql.fetchCount(table(name("evidence", "file")));
        var upload = multipart("/escalation/" + only().id() + "/reply").file(new MockMultipartFile("evidenceFiles", "整改照片.txt", "text/plain", ("照片说明" + id).getBytes(StandardCharsets.UTF_8)));
        assertThat(http.perform(upload.param("text", "已整改").with(SignedIn.as(town.as("finance.handle"))).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(sql.fetchCount(table(name("evidence", "file")))).isEqualTo(before);
    }

    @Test
    void staysWhereAnAppealIsRejectedAndCanBeDecidedFromAbove() {
        ladder(order(1, false));
        firing.fire(tenant, after(30));
        take(Deed.APPEAL, "不是我单位职责", "eco.handle");
        take(Deed.REJECT, "职责分工明确", "secretary");
        assertThat(only().stands()).isTrue();
        assertThat(points("inspect")).isEqualByComparingTo("1.5");
    }

    @Test
    void isRevokedWithAReasonAndProvedAgainstTheChain() {
        ladder(order(1, false), listed(2));
        firing.fire(tenant, after(30));
        assertThatThrownBy(() -> take(Deed.REVOKE, "不认", "eco.handle")).isInstanceOf(Refused.class);
        take(Deed.REVOKE, "错发单位", "inspect");
        firing.fire(tenant, after(90));
        assertThat(only().step()).as("what was revoked is no step that went unanswered").isEqualTo(1);
        assertThat(year.breaks(tenant)).isEmpty();
        sql.update(DOCUMENT).set(DOCUMENT.POINTS, BigDecimal.ZERO).where(DOCUMENT.TENANT.eq(tenant)).execute();
        assertThat(year.breaks(tenant)).anySatisfy(found -> assertThat(found.said(false)).contains("督办单据"));
        sql.update(DOCUMENT).set(DOCUMENT.POINTS, new BigDecimal("1.5")).where(DOCUMENT.TENANT.eq(tenant)).execute();
        var entry = only().issued().entry();
        sql.update(DOCUMENT).set(DOCUMENT.ENTRY, 9_999).where(DOCUMENT.TENANT.eq(tenant)).execute();
        assertThat(year.breaks(tenant)).as("no line of the chain is no erased one").anySatisfy(found -> assertThat(found.said(false)).contains("督办单据"));
        sql.update(DOCUMENT).set(DOCUMENT.ENTRY, entry).where(DOCUMENT.TENANT.eq(tenant)).execute();
        sql.update(SERIES).set(SERIES.LAST, 7).where(SERIES.TENANT.eq(tenant)).execute();
        assertThat(year.breaks(tenant)).anySatisfy(found -> assertThat(found.said(false)).contains("发出 1 件，文号编到 7 号"));
        sql.update(SERIES).set(SERIES.LAST, 1).where(SERIES.TENANT.eq(tenant)).execute();
        assertThat(year.breaks(tenant)).isEmpty();
    }

    @Test
    void leavesAloneWhatIsNoLongerLateAndIsTakenByNobodyThroughTheCommonDoor() {
        ladder(order(1, false));
        assertThatThrownBy(() -> ledger.act(id, Act.of("escalate").saying("note", "自己写的"), town.as("inspect"))).isInstanceOf(Refusal.Refused.class);
        ledger.act(id, Act.of("submit").saying("note", "已办结").with(town.aFile("eco.handle")), town.as("eco.handle"));
        firing.fire(tenant, after(30));
        assertThat(documents.of(id, town.as("inspect"))).isEmpty();
    }

    /** The day of a breach decides; what was begun under one ladder stays with it. */
    @Test
    void isJudgedByTheLadderOfItsDayWhateverIsPublishedLater() {
        ladder(order(1, false), listed(2));
        firing.fire(tenant, after(30));
        var before = only();
        var harsher = new Ladder(0, "更严的阶梯", new Scope("rectification", "rectification-measure", "rectify"), town.today().plusDays(61), true, "30d", "10wd", List.of(LateYearTest.step(1, Kind.NAMED, null, From.END, 1, null, 0, "9")), "从严", "");
        ladders.publish(harsher, town.as("inspect"), Instant.now());
        firing.fire(tenant, after(90));
        assertThat(documents.of(id, town.as("inspect"))).extracting(Document::kind).containsExactly(Kind.ORDER, Kind.LISTED);
        assertThat(documents.of(id, town.as("inspect")).getFirst()).isEqualTo(before);
        LocalDate later = town.today().plusDays(100);
        assertThat(Regime.on(later, ladders.all(tenant, town.today())).orElseThrow().name()).isEqualTo("更严的阶梯");
    }
}
