package cn.duban.inspection.report;

import static cn.duban.inspection.Inspections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.inspection.Inspections;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Nothing leaves of which a figure waits for its unit, or which nobody but its writers read. */
@DubanTest
class ReportTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;

    Town town;
    Inspections here;
    UUID inspection;
    String report;

    @BeforeEach
    void begun() throws Exception {
        town = new Town(cities, directories, ledger, files);
        here = new Inspections(http, town);
        inspection = here.approved("窗口服务督查", town.today(), 5, "市财政局");
        report = here.ask(post("/inspections/reports").param("title", "关于窗口服务督查情况的报告").param("addressee", "市政府").param("inspection", inspection.toString()), "inspect1").getRedirectedUrl();
        write("本次到现场{现场次数}次。市财政局开放窗口{窗口数}。", false);
        figure("窗口数", "4个", "市财政局", "");
        figure("现场次数", "", "", "visits");
    }

    private int revision() throws Exception {
        var found = Pattern.compile("name=\"revision\" value=\"(\\d+)\"").matcher(here.page(report, "inspect1"));
        if (!found.find()) throw new AssertionError("no revision");
        return Integer.parseInt(found.group(1));
    }

    private MockHttpServletResponse write(String text, boolean vouched) throws Exception {
        var form = post(report).param("revision", "" + revision()).param("title", "关于窗口服务督查情况的报告").param("addressee", "市政府").param("text", text);
        return here.ask(vouched ? form.param("vouched", "true") : form, "inspect1");
    }

    private MockHttpServletResponse figure(String name, String value, String unit, String bound) throws Exception {
        return here.ask(post(report + "/figures").param("revision", "" + revision()).param("name", name).param("value", value).param("unit", unit.isEmpty() ? "" : "" + town.unit(unit)).param("source", "大厅月报，截至3月5日").param("bound", bound), "inspect1");
    }

    private MockHttpServletResponse step(String step, String login) throws Exception {
        return here.ask(post(report + "/" + step).param("revision", "" + revision()).param("name", "窗口数"), login);
    }

    private MockHttpServletResponse answer(int figure, String how, String said, String login) throws Exception {
        return here.ask(post("/inspections/figures/" + report.replaceFirst(".*/", "")).param("name", "窗口数").param("revision", "" + figure).param("do", how).param("said", said), login);
    }

    /** Of the figure as it was first asked for: the number rises with every change of the report. */
    private static final int FIRST = 3;

    @Test
    void leavesOnceEveryFigureIsConfirmedAndItWasReadThrough() throws Exception {
        var early = step("submission", "inspect");
        assertThat(early.getStatus()).isEqualTo(409);
        assertThat(text(early)).contains("“窗口数”还没有确认", "还没有别人校对").doesNotContain("“现场次数”还没有确认");
        assertThat(here.page("/", "finance.handle")).contains("有 1 个数据请本单位确认");
        assertThat(here.page("/inspections/figures", "finance.handle")).contains("市财政局开放窗口4个。").doesNotContain("本次到现场");
        assertThat(here.ask(get(report), "finance.handle").getStatus()).as("the report is not theirs").isEqualTo(404);
        assertThat(answer(FIRST, "confirm", "", "labour.handle").getStatus()).as("another unit").isEqualTo(404);
        assertThat(answer(FIRST, "confirm", "", "finance.handle").getStatus()).isEqualTo(302);
        assertThat(step("check", "inspect1").getStatus()).as("by its writer").isEqualTo(403);
        assertThat(step("submission", "inspect").getStatus()).isEqualTo(409);
        assertThat(step("check", "inspect2").getStatus()).isEqualTo(302);
        assertThat(step("submission", "inspect").getStatus()).isEqualTo(302);
        var page = here.page(report, "inspect");
        assertThat(page).contains("本次到现场0次。市财政局开放窗口4个。", "明川市财政局 孟禾生").doesNotContain("name=\"revision\"");
        var paper = here.ask(get(report + "/docx"), "inspect");
        try (var word = new XWPFDocument(new ByteArrayInputStream(paper.getContentAsByteArray())); var words = new XWPFWordExtractor(word)) {
            assertThat(words.getText()).contains("关于窗口服务督查情况的报告", "市财政局开放窗口4个。", "督查室");
        }
        assertThat(here.ask(post(report).param("revision", "9").param("title", "另一个").param("addressee", "市政府").param("text", "改写"), "inspect1").getStatus()).as("frozen").isEqualTo(404);
    }

    @Test
    void asksAgainOnceAFigureChanges() throws Exception {
        answer(FIRST, "confirm", "", "finance.handle");
        step("check", "inspect2");
        figure("窗口数", "5个", "市财政局", "");
        assertThat(answer(FIRST, "confirm", "", "finance.handle").getStatus()).as("of what stood there before").isEqualTo(409);
        var again = step("submission", "inspect");
        assertThat(text(again)).contains("“窗口数”还没有确认", "还没有别人校对");
    }

    /** A figure that was taken out and put in again is another one, even under the same name. */
    @Test
    void takesNoAnswerToAFigureThatWasTakenOut() throws Exception {
        step("dropping", "inspect1");
        figure("窗口数", "5个", "市财政局", "");
        assertThat(answer(FIRST, "confirm", "", "finance.handle").getStatus()).as("of what stood there before").isEqualTo(409);
    }

    @Test
    void tellsTheSourceUnitThatItIsAsked() throws Exception {
        assertThat(here.page("/notices", "finance.handle")).contains("督查专报的数据请核对确认", "关于窗口服务督查情况的报告");
        assertThat(here.page("/notices", "labour.handle")).doesNotContain("督查专报的数据请核对确认");
        figure("窗口开放率", "67%", "市财政局", "");
        assertThat(here.page("/notices", "finance.handle").split("督查专报的数据请核对确认")).as("once a day for each report").hasSize(2);
    }

    @Test
    void takesOverWhatTheSourceSaysAsItsOwnWord() throws Exception {
        assertThat(answer(FIRST, "correct", " ", "finance.handle").getStatus()).isEqualTo(422);
        assertThat(answer(FIRST, "correct", "6个", "finance.handle").getStatus()).isEqualTo(302);
        assertThat(here.page(report, "inspect1")).contains("明川市财政局说是 6个", "有不同");
        assertThat(step("submission", "inspect").getStatus()).isEqualTo(409);
        assertThat(step("adoption", "inspect1").getStatus()).isEqualTo(302);
        assertThat(here.page(report, "inspect1")).contains("市财政局开放窗口6个。").doesNotContain("“窗口数”还没有确认");
    }

    @Test
    void pointsOutNumbersThatNobodyConfirms() throws Exception {
        write("本次到现场{现场次数}次。市财政局开放窗口{窗口数}，排队19人。", false);
        assertThat(here.page(report, "inspect1")).contains("这些数字没有列为数据", "排队19人");
        answer(FIRST, "confirm", "", "finance.handle");
        step("check", "inspect2");
        assertThat(text(step("submission", "inspect"))).contains("正文里有没列为数据的数字");
        write("本次到现场{现场次数}次。市财政局开放窗口{窗口数}，排队{排队}人。", false);
        assertThat(text(step("submission", "inspect"))).contains("正文里的“排队”没有列出数据");
    }

    @Test
    void keepsWhatWasTypedBesideAnothersChange() throws Exception {
        var before = revision();
        write("别人先存的。", false);
        var late = here.ask(post(report).param("revision", "" + before).param("title", "标题").param("addressee", "市政府").param("text", "晚存一步的内容"), "inspect2");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("刚才已由别人处理", "晚存一步的内容");
        var bare = figure("", "", "", "");
        assertThat(bare.getStatus()).isEqualTo(422);
        assertThat(text(bare)).contains("请写明名称", "请填写数值", "请选择来源单位");
    }
}
