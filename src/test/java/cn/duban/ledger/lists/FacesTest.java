package cn.duban.ledger.lists;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Statements;
import cn.duban.ledger.Town;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The board, the timeline, the calendar and the brief: the same question as the list, the same sight, few statements. */
@DubanTest
class FacesTest {

    private static final List<String> FACES = List.of("/matters", "/matters/board", "/matters/timeline", "/matters/calendar");

    @Autowired MockMvc http;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Town towns;

    private Town town;
    private Browsing at;

    @BeforeEach
    void town() {
        town = towns.another();
        at = new Browsing(http, town);
    }

    private String number(MatterId id) {
        return matters.page(id, town.as("inspect")).orElseThrow().row().number();
    }

    private static String lane(String html, String key) {
        var from = html.indexOf("id=\"at-" + key + "\"");
        return html.substring(from, html.indexOf("</section>", from));
    }

    private static int count(String lane) {
        var tally = Pattern.compile("class=\"tally\">(\\d+)").matcher(lane);
        assertThat(tally.find()).isTrue();
        return Integer.parseInt(tally.group(1));
    }

    @Test
    void standsEachMatterInTheLaneOfItsStateAndCountsThem() throws Exception {
        var draft = number(town.aDraftedMeasure());
        var working = number(town.aMeasureAtWork());
        for (int i = 0; i < 23; i++) town.aDraftedMeasure();
        var board = at.page("/matters/board?type=rectification-measure", "inspect");
        assertThat(count(lane(board, "drafted"))).isEqualTo(24);
        assertThat(lane(board, "drafted")).contains(draft, "/matters?type=rectification-measure&amp;state=drafted").doesNotContain(working);
        assertThat(count(lane(board, "working"))).isEqualTo(1);
        assertThat(lane(board, "working")).contains(working, "市生态环境局", "工作日");
        assertThat(count(lane(board, "closed"))).isZero();
        var more = Pattern.compile("hx-get=\"(/matters/board\\?[^\"]*lane=drafted[^\"]*)\"").matcher(board);
        assertThat(more.find()).isTrue();
        var rest = at.part(more.group(1).replace("&amp;", "&"), "inspect");
        assertThat(rest).doesNotContain("id=\"at-working\"");
        assertThat(Pattern.compile("class=\"card-line\"").matcher(rest).results().count()).isEqualTo(4);
        assertThat(count(lane(rest, "drafted"))).isEqualTo(24);
        assertThat(at.page(more.group(1).replace("&amp;", "&"), "inspect")).as("without script the lane goes on in its place").contains("回到开头", "id=\"at-working\"");
        var phases = at.page("/matters/board", "inspect");
        assertThat(count(lane(phases, "draft"))).isEqualTo(24);
        assertThat(count(lane(phases, "open"))).isEqualTo(1);
    }

    @Test
    void countsOnEachDayWhatTheListOfThatDayHolds() throws Exception {
        var id = town.aMeasureAtWork();
        town.aMeasureAtWork();
        var due = matters.page(id, town.as("inspect")).orElseThrow().row().dueDay();
        var month = at.page("/matters/calendar?month=" + YearMonth.from(due), "inspect");
        var link = "/matters?from=" + due + "&amp;to=" + due;
        assertThat(month).contains("href=\"" + link + "\">2 件");
        assertThat(month).containsPattern(Pattern.quote(link) + "&amp;lamp=(blue|yellow)\">(正常|临期) 2");
        assertThat(at.page(link.replace("&amp;", "&"), "inspect")).contains("共 2 件");
        assertThat(at.page("/matters/calendar?state=closed&month=" + YearMonth.from(due), "inspect")).contains("这个月没有符合条件的事项到期", "清除全部条件");
        assertThat(at.page("/matters/calendar?month=2026-10", "inspect")).contains("国庆节", "<small>休</small>", "<small>班</small>");
        for (var strange : List.of("x", "2026-13", "99999-01", "")) assertThat(at.page("/matters/calendar?month=" + strange, "inspect")).contains("到期日历 " + town.today().getYear());
    }

    @Test
    void drawsAYearWithATableUnderIt() throws Exception {
        var id = town.aMeasureAtWork();
        var year = at.page("/matters/timeline", "inspect");
        assertThat(year).contains("时间轴 " + town.today().getYear(), number(id), "<rect class=\"year-", "class=\"year-now\"", "完成期限 " + town.today().plusDays(60)).doesNotContain("style=");
        assertThat(at.page("/matters/timeline?year=2020", "inspect")).contains("不在这一年").doesNotContain("class=\"year-now\"");
        ledger.act(id, Act.of("submit").saying("note", "完成").with(town.aFile("eco.handle")), town.as("eco.handle"));
        ledger.act(id, Act.of("close").saying("verdict", "核实"), town.as("inspect2"));
        assertThat(at.page("/matters/timeline", "inspect")).contains("class=\"year-settled\"", town.today() + "（");
    }

    @Test
    void showsInEveryFaceOnlyWhatTheReaderMaySee() throws Exception {
        var draft = number(town.aDraftedMeasure());
        for (var face : FACES) {
            assertThat(at.page(face, "eco.handle")).as(face).doesNotContain(draft);
            assertThat(at.page(face, "admin")).as(face).doesNotContain(draft);
        }
        var id = town.aMeasureAtWork();
        var due = YearMonth.from(matters.page(id, town.as("inspect")).orElseThrow().row().dueDay());
        assertThat(at.page("/matters/calendar?month=" + due, "eco.handle")).contains("1 件");
        assertThat(at.page("/matters/calendar?month=" + due, "permit.handle1")).doesNotContain("1 件");
        assertThat(at.open("/matters/" + id + "/brief", "permit.handle1").getStatus()).isEqualTo(404);
        assertThat(at.open("/matters/" + id + "/brief", "eco.handle").getRedirectedUrl()).as("opened by itself it leads to the matter").isEqualTo("/matters/" + id);
        assertThat(at.part("/matters/" + id + "/brief", "eco.handle")).contains("role=\"dialog\"", number(id), "打开全部内容", "责任领导").doesNotContain("<html");
    }

    @Test
    void countsInEachLaneWhatTheListOfTheLaneHoldsForEveryReader() throws Exception {
        town.aDraftedMeasure();
        town.anAssignedMeasure();
        town.aMeasureAtWork();
        town.aMeasureToVerify();
        for (var login : List.of("inspect", "eco", "eco.handle", "housing.registry", "vice1", "mayor", "permit.handle1", "admin"))
            for (var state : List.of("drafted", "assigned", "working", "submitted")) {
                var board = at.page("/matters/board?type=rectification-measure", login);
                var list = at.page("/matters?type=rectification-measure&state=" + state, login);
                assertThat(board.contains("class=\"lane\"") ? count(lane(board, state)) : 0).as(login + " " + state).isEqualTo(list.contains("共 1 件") ? 1 : 0);
            }
    }

    @Test
    void carriesTheSameQuestionFromFaceToFace() throws Exception {
        town.aMeasureAtWork();
        for (var face : FACES) {
            var page = at.page(face + "?type=rectification-measure&lamp=blue", "inspect");
            for (var other : FACES) assertThat(page).contains("href=\"" + other + "?type=rectification-measure&amp;lamp=blue\"");
            assertThat(page).contains("action=\"" + face + "\"", "name=\"face\"");
            assertThat(at.english(face, "inspect")).doesNotContainPattern("ledger\\.[a-z]+\\.[a-z]");
        }
    }

    @Test
    void asksFewStatements() throws Exception {
        town.aMeasureAtWork();
        for (var path : List.of("/matters", "/matters/board", "/matters/timeline", "/matters/calendar?month=2026-11")) {
            at.part(path, "inspect");
            assertThat(Statements.during(() -> at.part(path, "inspect")).reads()).as(path).hasSize(1);
        }
        assertThat(Statements.during(() -> at.part("/matters/board?type=rectification-measure", "inspect")).reads()).as("and the versions of the type").hasSizeLessThanOrEqualTo(2);
    }
}
