package cn.duban.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Pages;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.rating.Level;
import cn.duban.units.Directories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Sent on by the catalogue's suggestion, decided where it comes back, called back about; and who the caller is stays with those to whom it is owed. */
@DubanTest
class HotlineDeskTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired Tickets tickets;
    @Autowired Verifier verifier;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
    }

    private String state(MatterId id) {
        return tickets.find(id).orElseThrow().state();
    }

    @Test
    void readsTheCatalogueOutOfASpreadsheetAndSuggestsByTheNarrowestLine() throws Exception {
        var wrong = pages.ask(post("/hotline/catalogue/lines").param("lines", "诉求分类\t区域\t承办单位\n排水内涝\t\t市住建局\n天上飞的\t\t市住建局\n井盖\t\t不存在的单位"), "hotline.registry");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.text(wrong)).contains("第 3 行的诉求分类“天上飞的”不在分类里。", "天上飞的");
        assertThat(pages.page("/hotline/catalogue", "hotline.registry")).as("nothing was written").contains("还没有责任目录");
        var lines = "诉求分类\t区域\t承办单位\t起始日期\t依据\n市政设施\t\t市住建局\t2026-01-01\t三定规定\n排水内涝\t云栖街道\t云栖街道\t\t直派";
        assertThat(pages.ask(post("/hotline/catalogue/lines").param("lines", lines), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(pages.ask(post("/hotline/catalogue/lines").param("lines", lines), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(pages.page("/hotline/catalogue", "hotline.registry")).contains("现行 2 条", "三定规定");
        assertThat(pages.page("/hotline/tickets/" + hotline.reported(town, Map.of()).id(), "hotline.registry")).contains("建议：云栖街道办事处", "责任目录：云栖街道办事处的市政设施·排水内涝由它承办");
        assertThat(pages.page("/hotline/tickets/" + hotline.reported(town, Map.of("area", "石桥街道")).id(), "hotline.registry")).contains("建议：明川市住房和城乡建设局");
        assertThat(pages.ask(post("/hotline/catalogue/2/end"), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(pages.page("/hotline/tickets/" + hotline.reported(town, Map.of()).id(), "hotline.registry")).contains("建议：明川市住房和城乡建设局");
        assertThat(pages.ask(get("/hotline/catalogue"), "housing.registry").getStatus()).isEqualTo(403);
    }

    @Test
    void knowsWhoIsCompetentOnADay() {
        var directory = town.directory();
        var lines = List.of(new Competence(1, "市政设施", null, 1, LocalDate.of(2020, 1, 1), LocalDate.of(2026, 1, 1), ""), new Competence(2, "市政设施", null, 2, LocalDate.of(2026, 1, 1), null, ""),
                new Competence(3, "市政设施·井盖", null, 3, LocalDate.of(2020, 1, 1), null, ""), new Competence(4, "市政设施", town.unit("临溪区"), 4, LocalDate.of(2020, 1, 1), null, ""));
        assertThat(Competence.of(lines, "市政设施·路灯", null, LocalDate.of(2025, 12, 31), directory).orElseThrow().unit()).isEqualTo(1);
        assertThat(Competence.of(lines, "市政设施·路灯", null, LocalDate.of(2026, 1, 1), directory).orElseThrow().unit()).isEqualTo(2);
        assertThat(Competence.of(lines, "市政设施·路灯", town.unit("云栖街道"), LocalDate.of(2026, 1, 1), directory).orElseThrow().unit()).as("the district around it").isEqualTo(4);
        assertThat(Competence.of(lines, "市政设施·井盖", town.unit("云栖街道"), LocalDate.of(2026, 1, 1), directory).orElseThrow().unit()).as("the matter before the place").isEqualTo(3);
        assertThat(Competence.of(lines, "教育", null, LocalDate.of(2026, 1, 1), directory)).isEmpty();
    }

    private MockHttpServletRequestBuilder dispatch(MatterId id, String unit) {
        return post("/hotline/tickets/" + id + "/dispatch").param("version", "" + tickets.find(id).orElseThrow().version()).param("category", "市政设施·排水内涝").param("grade", "usual").param("lead", "" + town.unit(unit));
    }

    @Test
    void sendsATicketOnByItsGradeAndDecidesWhatComesBack() throws Exception {
        var id = hotline.reported(town, Map.of("category", "")).id();
        var empty = pages.ask(post("/hotline/tickets/" + id + "/dispatch").param("version", "1"), "hotline.registry");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(Pages.text(empty)).contains("请选择诉求分类。", "请选择办理等级。", "请选择承办单位。");
        assertThat(pages.ask(dispatch(id, "市生态环境局").param("assist", "" + town.unit("市生态环境局")), "hotline.registry").getStatus()).isEqualTo(422);
        assertThat(pages.ask(dispatch(id, "市生态环境局"), "eco.handle").getStatus()).isEqualTo(403);
        assertThat(pages.ask(dispatch(id, "市生态环境局").param("assist", "" + town.unit("市交通运输局")), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("dispatched");
        assertThat(tickets.find(id).orElseThrow().field("category")).isEqualTo("市政设施·排水内涝");
        assertThat(pages.ask(dispatch(id, "市住建局"), "hotline.registry").getStatus()).as("gone on since").isEqualTo(409);
        ledger.act(id, Act.of("object").saying("reason", "排水归住建"), town.as("eco.registry"));
        var disputed = pages.page("/hotline/tickets/" + id, "hotline.registry");
        assertThat(disputed).contains("明川市生态环境局退单", "排水归住建", "维持原派单", "改派");
        assertThat(pages.ask(dispatch(id, "市住建局"), "hotline.registry").getStatus()).as("why").isEqualTo(422);
        assertThat(pages.ask(dispatch(id, "市住建局").param("reason", "排水设施由住建部门管理"), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(tickets.find(id).orElseThrow()).satisfies(t -> assertThat(t.state()).isEqualTo("dispatched")).satisfies(t -> assertThat(t.lead()).isEqualTo(town.unit("市住建局")));
    }

    @Test
    void saysHowManyWaitBesideTheFirstOfThem() throws Exception {
        for (int i = 0; i < 51; i++) hotline.reported(town, Map.of());
        var last = hotline.reported(town, Map.of("urgent", "true"));
        var page = pages.page("/hotline", "hotline.registry");
        assertThat(page.split("class=\"due-title\"")).hasSize(1 + 50);
        assertThat(page).contains("这里是前 50 件，共 52 件").contains(last.number());
        assertThat(pages.page("/matters?ledger=hotline&type=hotline-ticket&state=received", "hotline.registry")).contains("共 52 件");
    }

    @Test
    void upholdsWhereTheUnitIsCompetent() throws Exception {
        var id = hotline.dispatched(town, Map.of());
        ledger.act(id, Act.of("object").saying("reason", "不归我局"), town.as("housing.registry"));
        assertThat(pages.ask(post("/hotline/tickets/" + id + "/dispatch").param("version", "" + tickets.find(id).orElseThrow().version()).param("do", "uphold").param("reason", ""), "hotline.registry").getStatus()).isEqualTo(422);
        assertThat(pages.ask(post("/hotline/tickets/" + id + "/dispatch").param("version", "" + tickets.find(id).orElseThrow().version()).param("do", "uphold").param("reason", "职责规定明确"), "hotline.registry").getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("dispatched");
    }

    @Test
    void callsBackUntilTheCallerIsSatisfiedAndTakesSilenceForNothing() throws Exception {
        var id = hotline.replied(town, Map.of());
        var back = "/hotline/tickets/" + id + "/callback";
        assertThat(pages.page("/hotline/callbacks", "hotline.handle")).contains("污水井堵了三天");
        assertThat(pages.page("/hotline/tickets/" + id, "hotline.handle")).contains("污水井已经疏通", "/rating-code");
        assertThat(pages.ask(post(back), "hotline.handle").getStatus()).as("no level is chosen beforehand").isEqualTo(422);
        assertThat(pages.ask(post(back).param("level", "unreached"), "hotline.handle").getStatus()).as("what happened").isEqualTo(422);
        assertThat(pages.ask(post(back).param("level", "unreached").param("words", "九点拨打无人接听"), "hotline.handle").getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("replied");
        assertThat(tickets.find(id).orElseThrow().rating()).isEmpty();
        assertThat(pages.ask(post(back).param("level", "dissatisfied"), "hotline.handle").getStatus()).as("why").isEqualTo(422);
        assertThat(pages.ask(post(back).param("level", "dissatisfied").param("words", "昨天又堵了"), "hotline.handle").getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("again");
        ledger.act(id, Act.of("draft").saying("note", "已更换管道。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        assertThat(pages.ask(post(back).param("level", "very-satisfied"), "housing.registry").getStatus()).isEqualTo(403);
        assertThat(pages.ask(post(back).param("level", "very-satisfied"), "hotline.handle").getStatus()).isEqualTo(302);
        assertThat(state(id)).isEqualTo("closed");
        assertThat(tickets.find(id).orElseThrow().rating()).contains(Level.VERY_SATISFIED);
        assertThat(pages.ask(post(back).param("level", "satisfied"), "hotline.handle").getStatus()).isEqualTo(409);
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void showsWhoCalledMaskedToWhomItIsOwedAndInFullOnTheRecord() throws Exception {
        var id = hotline.working(town, Map.of());
        var contact = "/hotline/tickets/" + id + "/contact";
        assertThat(pages.page(contact, "hotline.registry")).contains("138****78", "路**").doesNotContain(HotlineFixture.PHONE, HotlineFixture.NAME);
        assertThat(pages.page(contact, "housing.handle1")).contains("138****78");
        assertThat(pages.ask(get(contact), "eco.handle").getStatus()).as("no part in it").isEqualTo(404);
        assertThat(pages.ask(post(contact).param("purpose", " "), "housing.handle1").getStatus()).isEqualTo(422);
        var full = pages.ask(post(contact).param("purpose", "约诉求人到现场查看"), "housing.handle1");
        assertThat(Pages.text(full)).contains(HotlineFixture.PHONE, HotlineFixture.NAME);
        assertThat(full.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(pages.page("/matters/" + id, "hotline.registry")).contains("查看了诉求人联系方式", "约诉求人到现场查看", "诉求人").doesNotContain(HotlineFixture.PHONE);
        ledger.act(id, Act.of("draft").saying("note", "污水井已经疏通。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        ledger.act(id, Act.of("satisfied").field("pleased", "satisfied"), town.as("hotline.registry"));
        assertThat(pages.page(contact, "housing.handle1")).as("closed: owed to the unit no longer").contains("只给热线中心").doesNotContain("138****78");
        assertThat(pages.ask(post(contact).param("purpose", "再联系一次"), "housing.handle1").getStatus()).isEqualTo(403);
        assertThat(pages.page(contact, "hotline.registry")).contains("138****78");
        assertThat(verifier.breaks(town.city.tenant())).isEmpty();
    }

    @Test
    void keepsWhatWasAskedInConfidenceFromTheUnit() throws Exception {
        var id = hotline.working(town, Map.of("confidential", "true"));
        var contact = "/hotline/tickets/" + id + "/contact";
        assertThat(pages.page(contact, "housing.handle1")).contains("诉求人要求保密").doesNotContain("138****78");
        assertThat(pages.ask(post(contact).param("purpose", "联系诉求人"), "housing.handle1").getStatus()).isEqualTo(403);
        assertThat(Pages.text(pages.ask(post(contact).param("purpose", "核对情况"), "hotline.registry"))).contains(HotlineFixture.PHONE);
    }

    @Test
    void isOpenedByTheAdministratorForOneUnit() throws Exception {
        assertThat(pages.ask(get("/hotline/settings"), "hotline.registry").getStatus()).isEqualTo(403);
        assertThat(pages.page("/hotline/settings", "admin")).contains("热线设置");
        assertThat(pages.ask(post("/hotline/settings").param("unit", "" + town.unit("市政府督查室")), "admin").getStatus()).isEqualTo(302);
        assertThat(pages.ask(get("/hotline"), "hotline.registry").getStatus()).isEqualTo(403);
        assertThat(pages.page("/hotline", "inspect1")).contains("热线派单");
    }
}
