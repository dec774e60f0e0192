package cn.duban.publication;

import static cn.duban.publication.RoundFixture.signedIn;
import static cn.duban_db.publication.Tables.BULLETIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.workdays.Rhythm;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Bulletins on a ledger and a period, in a town of their own whose matters of the past weeks are known one by one. */
@DubanTest
class PeriodBulletinTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired AYear year;
    @Autowired Drafting drafting;
    @Autowired Publishing publishing;
    @Autowired Bulletins bulletins;
    @Autowired Issuers issuers;
    @Autowired Sheets sheets;
    @Autowired Proving proving;
    @Autowired Published published;
    @Autowired Schedules schedules;
    @Autowired Scheduling scheduling;
    @Autowired DSLContext sql;

    Town town;
    LocalDate from;
    LocalDate to;
    Viewer drafter;
    Viewer head;

    /** The period is that from thirty to twenty days ago. */
    @BeforeEach
    void weeks() {
        town = new Town(cities, directories, ledger, files);
        from = town.today().minusDays(30);
        to = town.today().minusDays(20);
        drafter = town.as("inspect1");
        head = town.as("inspect");
        issuers.set(head.tenant(), head.unit(), new Issuer("明川市人民政府督查室", "明督通", "监督电话：0990-6620。"));
    }

    private Ledger on(LocalDate day) {
        return year.ledgerAt(Clock.fixed(day.atTime(10, 0).toInstant(ZoneOffset.ofHours(8)), ZoneOffset.UTC));
    }

    private MatterId atWork(String title, LocalDate opened, LocalDate due) {
        var id = on(opened).open(town.measure(title), head, null).id();
        on(opened).act(id, town.assign().due(due), head);
        on(opened).act(id, Act.of("receive"), town.as("eco.registry"));
        return id;
    }

    private void submit(MatterId id, LocalDate day) {
        on(day).act(id, Act.of("submit").saying("note", "完成").with(town.aFile("eco.handle")), town.as("eco.handle"));
    }

    private void close(MatterId id, LocalDate day) {
        submit(id, day);
        on(day).act(id, Act.of("close").saying("verdict", "属实"), head);
    }

    private MatterId late;

    private void fourMattersAndTwoThatDoNotCount() {
        late = atWork("上期就逾期的", from.minusDays(6), from.minusDays(2));
        close(atWork("本期来本期办结的", from.plusDays(1), from.plusDays(6)), from.plusDays(4));
        var returned = atWork("退回后逾期的", from.plusDays(1), from.plusDays(5));
        submit(returned, from.plusDays(3));
        on(from.plusDays(4)).act(returned, Act.of("return").saying("reason", "照片不是现场").due(from.plusDays(6)), head);
        atWork("还没到期的", from.plusDays(2), town.today().plusDays(90));
        close(atWork("上期已办结的", from.minusDays(9), from.plusDays(9)), from.minusDays(4));
        atWork("下期才来的", to.plusDays(2), town.today().plusDays(90));
    }

    private Scope scope() {
        return new Scope("rectification", "rectification-measure", null, from, to);
    }

    private Map<String, String> figures(Bulletin bulletin) {
        return sheets.of(bulletin, bulletins.redactions(bulletin), town.today()).composition().figures().values().stream().collect(Collectors.toMap(Composition.Figure::name, Composition.Figure::text));
    }

    private Bulletin again(Bulletin bulletin) {
        return bulletins.find(bulletin.tenant(), bulletin.id()).orElseThrow();
    }

    private Frozen published(Bulletin draft) {
        drafting.submit(again(draft), again(draft).version(), true, drafter);
        publishing.approve(again(draft), again(draft).version(), head);
        return publishing.publish(again(draft), head);
    }

    @Test
    void countsWhatCameWentStayedAndIsLate() {
        fourMattersAndTwoThatDoNotCount();
        var draft = drafting.draft(scope(), drafter, drafter);
        var eco = "单位" + town.unit("市生态环境局");
        assertThat(figures(draft)).containsEntry("期初在办", "1").containsEntry("本期新增", "3").containsEntry("本期办结", "1").containsEntry("期末在办", "3").containsEntry("逾期", "2")
                .containsEntry("新逾期", "1").containsEntry("持续逾期", "1").containsEntry("本期退回", "1").containsEntry("本期重办", "0").containsEntry("未报进展", "1").containsEntry("应办", "4")
                .containsEntry("办结率", "25%（1/4）").containsEntry("按期办结率", "100%（1/1）").containsEntry("still1", "上期就逾期的").containsEntry("newly1", "退回后逾期的")
                .containsEntry(eco, "明川市生态环境局").containsEntry(eco + "在办", "3").containsEntry(eco + "办结率", "25%（1/4）");
        assertThat(draft.title()).as("who issues, and the period").startsWith("明川市人民政府督查室关于整改措施办理情况的通报（" + from.getYear() + "年").endsWith("日）");
    }

    @Test
    void isProvedWhateverHappenedSinceAndComparedWithTheLast() throws Exception {
        fourMattersAndTwoThatDoNotCount();
        var first = drafting.draft(scope(), drafter, drafter);
        drafting.save(first, first.version(), first.title(), Map.of("closing", "请{单位" + town.unit("市生态环境局") + "}一周内说明{逾期}项逾期的原因。", "newly", "{newly1}要约谈。"), null, drafter);
        var frozen = published(first);
        close(late, town.today().minusDays(1));
        assertThat(proving.prove(frozen)).satisfies(outcome -> {
            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.matters()).isEqualTo(4);
            assertThat(outcome.figures()).isGreaterThan(30);
        });
        assertThat(http.perform(get("/public/bulletins/" + frozen.slug())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("上期就逾期的", frozen.number());
        var next = drafting.draft(new Scope("rectification", "rectification-measure", null, to.plusDays(1), town.today()), drafter, drafter);
        var page = http.perform(get("/bulletins/" + next.id()).with(signedIn(drafter))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(frozen.number(), "期末在办");
        assertThat(page).as("a unit's figures bear its name").contains("<td>明川市生态环境局在办</td>").doesNotContain("<td>单位");
        http.perform(post("/bulletins/" + next.id() + "/words").with(csrf()).with(signedIn(drafter)));
        assertThat(again(next).texts()).as("what names a figure that this period does not have stays behind").containsOnlyKeys("closing");
        assertThat(figures(next)).containsEntry("期初在办", "3").containsEntry("本期新增", "1").containsEntry("本期办结", "1").containsEntry("期末在办", "3");
    }

    @Test
    void answersAsIfNotThereBeforeItsHour() throws Exception {
        fourMattersAndTwoThatDoNotCount();
        var draft = drafting.draft(scope(), drafter, drafter);
        drafting.save(draft, draft.version(), draft.title(), Map.of(), bulletins.now().plusSeconds(3600), drafter);
        var frozen = published(draft);
        assertThat(http.perform(get("/public/bulletins/" + frozen.slug())).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(published.list("", null)).extracting(Frozen::number).doesNotContain(frozen.number());
    }

    @Test
    void refusesAPeriodThatMakesNoBulletinAndKeepsWhatWasTyped() throws Exception {
        assertThatThrownBy(() -> drafting.draft(scope(), drafter, drafter)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.period.empty"));
        fourMattersAndTwoThatDoNotCount();
        assertThatThrownBy(() -> drafting.draft(new Scope("rectification", null, null, to, from), drafter, drafter)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drafting.draft(new Scope("rectification", null, null, town.today().plusDays(1), town.today().plusDays(2)), drafter, drafter)).isInstanceOf(Refused.class);
        var refused = http.perform(post("/bulletins/periods").with(csrf()).with(signedIn(drafter)).param("what", "rectification").param("rhythm", "").param("from", to.toString()).param("to", from.toString())).andReturn().getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("止不能早于起", "value=\"" + to + "\"");
        assertThat(http.perform(get("/bulletins/periods/new").with(signedIn(town.as("eco.handle")))).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void tellsNothingOfWhatAnotherUnitSupervises() {
        fourMattersAndTwoThatDoNotCount();
        assertThatThrownBy(() -> drafting.draft(scope(), town.as("patrol"), town.as("patrol"))).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.period.empty"));
    }

    @Test
    void beginsByItselfOnceAndGoesNoFurtherByItself() throws Exception {
        fourMattersAndTwoThatDoNotCount();
        var today = town.today();
        var author = drafter;
        schedules.add("rectification", null, Rhythm.WEEKLY, DayOfWeek.FRIDAY, today.minusDays(20), author);
        var friday = today.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        scheduling.begin(author.tenant(), friday);
        scheduling.begin(author.tenant(), friday);
        var begun = sql.select(BULLETIN.ID, BULLETIN.STATE, BULLETIN.ROOT_TYPE).from(BULLETIN).where(BULLETIN.TENANT.eq(author.tenant())).fetch();
        assertThat(begun).singleElement().satisfies(row -> {
            assertThat(row.value2()).isEqualTo("drafted");
            assertThat(Scope.read(row.value3()).orElseThrow().from()).isEqualTo(Rhythm.WEEKLY.startOf(friday));
        });
        assertThat(schedules.todo(author)).singleElement().satisfies(todo -> assertThat(todo.title()).contains("周通报"));
        assertThat(schedules.todo(head)).isEmpty();
        assertThat(http.perform(get("/").with(signedIn(author))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("待修改、提交审核");
        assertThat(again(bulletins.find(begun.getFirst().value1(), author, town.directory()).orElseThrow()).writers()).as("nobody wrote on it yet").containsExactly(0);
        assertThat(http.perform(get("/bulletins/schedules").with(signedIn(author))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("巡察整改台账", "每周的星期五", "/bulletins/" + begun.getFirst().value1());
        http.perform(post("/bulletins/schedules/1/stop").with(csrf()).with(signedIn(author)));
        scheduling.begin(author.tenant(), friday.plusDays(7));
        assertThat(schedules.of(author)).isEmpty();
        assertThat(sql.fetchCount(BULLETIN, BULLETIN.TENANT.eq(author.tenant()))).isEqualTo(1);
    }

    @Test
    void saysWhyNothingWasBegun() throws Exception {
        schedules.add("rectification", null, Rhythm.WEEKLY, DayOfWeek.MONDAY, town.today().minusDays(20), drafter);
        var monday = town.today().with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        scheduling.begin(drafter.tenant(), monday);
        assertThat(http.perform(get("/bulletins/schedules").with(signedIn(drafter))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("没有起草：这一期在这本台账上没有本单位督查的事项");
    }
}
