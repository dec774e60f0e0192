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
import cn.duban.units.Directories;
import cn.duban.web.Scanned;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What the desk hands out on paper leads to the rating, or to the page that asks for the code; it opens nothing by itself. */
@DubanTest
class PaperTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired HotlineFixture hotline;
    @Autowired DSLContext sql;

    private Town town;
    private Pages pages;

    @BeforeEach
    void aCityOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        pages = new Pages(http, town);
        hotline.opens(town);
    }

    private byte[] paper(MatterId id, String kind) throws Exception {
        var answer = pages.ask(get("/hotline/tickets/" + id + "/paper." + kind), "hotline.registry");
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    private static String words(byte[] docx) throws Exception {
        try (var words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return words.getText();
        }
    }

    /** The path that a code leads to. */
    private static String path(String address) {
        assertThat(address).startsWith("http://localhost/");
        return address.substring("http://localhost".length());
    }

    @Test
    void saysThatAReportWasReceivedAndLeadsToThePageThatAsksForTheCode() throws Exception {
        var taken = hotline.reported(town, Map.of());
        var docx = paper(taken.id(), "docx");
        assertThat(words(docx)).contains("受理单", taken.number(), "市政设施·排水内涝", "本单不印查询码").doesNotContain(taken.code(), HotlineFixture.NAME, HotlineFixture.PHONE, "云栖路");
        var scanned = Scanned.docx(docx);
        assertThat(scanned).doesNotContain(taken.code()).isEqualTo(Scanned.pdf(paper(taken.id(), "pdf")));
        assertThat(pages.page(path(scanned), "")).as("number filled in, code asked for").contains("value=\"" + taken.number() + "\"", "name=\"code\"").doesNotContain("污水井");
        for (var login : new String[] {"housing", "housing.registry", "eco.registry"}) assertThat(pages.ask(get("/hotline/tickets/" + taken.id() + "/paper.docx"), login).getStatus()).as(login).isIn(403, 404);
        assertThat(http.perform(get("/hotline/tickets/" + taken.id() + "/paper.docx")).andReturn().getResponse().getStatus()).as("nobody").isNotEqualTo(200);
    }

    @Test
    void carriesTheAnswerAndLeadsToItsRatingUntilItIsRated() throws Exception {
        var id = hotline.replied(town, Map.of());
        var docx = paper(id, "docx");
        assertThat(words(docx)).contains("答复单", "污水井已经疏通", "市住房和城乡建设局").doesNotContain(HotlineFixture.NAME, HotlineFixture.PHONE, "堵了三天");
        var rating = path(Scanned.docx(docx));
        assertThat(pages.page("/hotline/tickets/" + id, "hotline.registry")).as("whoever reads the ticket takes out no code").doesNotContain("/public/hotline/ratings/");
        assertThat(Pages.text(pages.ask(post("/hotline/tickets/" + id + "/rating-code"), "hotline.registry"))).as("once asked for").contains(rating, "class=\"qr\"");
        assertThat(pages.page(rating, "")).contains("非常满意", "name=\"level\"");
        assertThat(pages.ask(post(URI.create(rating)).param("level", "satisfied"), "").getStatus()).isEqualTo(200);
        assertThat(path(Scanned.docx(paper(id, "docx")))).startsWith("/public/hotline/follow?");
    }

    @Test
    void takesOutTheCodeOnlyForWhoeverAsksForIt() throws Exception {
        var id = hotline.reported(town, Map.of()).id();
        ledger.act(id, Act.of("answer-now").field("category", "市政设施·排水内涝").saying("note", "当场解释清楚了。"), town.as("hotline.registry"));
        pages.page("/hotline/tickets/" + id, "hotline.registry");
        assertThat(taken()).as("reading is no taking").isZero();
        pages.ask(post("/hotline/tickets/" + id + "/rating-code"), "hotline.registry");
        assertThat(taken()).isEqualTo(1);
    }

    private int taken() {
        return sql.fetchCount(sql.selectOne().from("rating.shown").where("tenant = ?", town.city.tenant()));
    }

    @Test
    void leavesOutWhatIsAnotherCallersOwn() throws Exception {
        var own = hotline.reported(town, Map.of()).id();
        var master = hotline.working(town, Map.of("name", "贺青山", "phone", "13900001111"));
        ledger.act(master, Act.of("draft").saying("note", "贺青山反映的污水井已经疏通。"), town.as("housing.handle1"));
        ledger.act(master, Act.of("reply"), town.as("housing"));
        ledger.act(own, Act.of("merge").other(master.id()).saying("reason", "同一件事"), town.as("hotline.registry"));
        assertThat(words(paper(own, "docx"))).contains("反映的污水井已经疏通").doesNotContain("贺青山");
    }

    @Test
    void showsTheCallerACodeBesideNumberAndQueryCode() throws Exception {
        var id = hotline.reported(town, Map.of()).id();
        assertThat(Pages.text(pages.ask(post("/hotline/tickets/" + id + "/code"), "hotline.registry"))).contains("扫码打开查询页", "class=\"qr\"");
    }
}
