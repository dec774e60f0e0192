package cn.duban.ledger.lists;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.MatterColumn;
import cn.duban.ledger.Statements;
import cn.duban.ledger.Town;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Which columns a list shows, to whom, and that what leaves the house shows the same. */
@DubanTest
class ColumnsTest {

    private static final Pattern HEAD = Pattern.compile("<th scope=\"col\"[^>]*>(?:<a[^>]*>)?([^<]+)");

    @Autowired MockMvc http;
    @Autowired Town towns;
    @TempDir Path folder;

    private Browsing at;

    @BeforeEach
    void town() {
        at = new Browsing(http, towns.another());
        at.town().aMeasureAtWork();
    }

    private static java.util.List<String> heads(String html) {
        return HEAD.matcher(html).results().map(m -> m.group(1).strip()).toList();
    }

    @Test
    void readsAnOrderOfColumnsAndNeverLosesNumberAndTitle() {
        assertThat(MatterColumn.read("due.title.number.due.nonsense")).containsExactly(MatterColumn.DUE, MatterColumn.TITLE, MatterColumn.NUMBER);
        assertThat(MatterColumn.read("due")).containsExactly(MatterColumn.NUMBER, MatterColumn.TITLE, MatterColumn.DUE);
        assertThat(MatterColumn.read("nonsense")).isEmpty();
        assertThat(MatterColumn.read(MatterColumn.text(MatterColumn.USUAL))).isEqualTo(MatterColumn.USUAL);
    }

    @Test
    void showsWhoAssistsAndWhoLeadsInOneStatement() throws Exception {
        var path = "/matters?cols=number.title.assist.leader.promised.received";
        var page = at.part(path, "eco.handle");
        assertThat(heads(page)).containsExactly("编号", "事项", "配合单位", "责任领导", "完成期限", "收到日期");
        assertThat(page).contains("明川市住房和城乡建设局", "副市长（城建与环境） 蔺青松", at.town().today().plusDays(60).toString());
        assertThat(Statements.during(() -> at.part(path, "eco.handle")).reads()).hasSize(1);
        assertThat(Statements.during(() -> at.part(path + "&unit=" + at.town().unit("市住建局"), "eco.handle")).reads()).hasSize(1);
        assertThat(at.part(path + "&unit=" + at.town().unit("市住建局"), "eco.handle")).contains("副市长（城建与环境） 蔺青松");
    }

    @Test
    void remembersThemForThePersonAndForThatPersonOnly() throws Exception {
        var moved = Browsing.html(at.send("/matters/columns", "eco.handle", "order", "number", "order", "title", "order", "due", "order", "lamp", "show", "due", "show", "lamp", "up", "lamp"));
        assertThat(moved.indexOf("value=\"lamp\"")).isLessThan(moved.indexOf("value=\"due\""));
        assertThat(heads(at.part("/matters", "eco.handle"))).as("moving keeps nothing yet").containsExactly("编号", "事项", "状态", "责任单位", "最近时限", "督办灯");
        assertThat(at.send("/matters/columns", "eco.handle", "order", "number", "order", "title", "order", "lamp", "order", "due", "show", "due", "show", "lamp").getStatus()).isEqualTo(302);
        assertThat(heads(at.part("/matters", "eco.handle"))).containsExactly("编号", "事项", "督办灯", "最近时限");
        assertThat(heads(at.part("/matters", "eco.registry"))).containsExactly("编号", "事项", "状态", "责任单位", "最近时限", "督办灯");
        at.send("/matters/columns", "eco.handle", "order", "number", "usual", "true");
        assertThat(heads(at.part("/matters", "eco.handle"))).containsExactly("编号", "事项", "状态", "责任单位", "最近时限", "督办灯");
    }

    @Test
    void letsAViewKeepItsOwn() throws Exception {
        var view = at.send("/matters/views?phase=open", "eco.handle", "name", "在办").getRedirectedUrl();
        var id = view.replaceAll(".*view=", "");
        var back = at.send("/matters/columns?phase=open&view=" + id, "eco.handle", "order", "number", "order", "title", "order", "claim", "show", "claim").getRedirectedUrl();
        assertThat(back).isEqualTo("/matters?phase=open&cols=number.title.claim&view=" + id);
        assertThat(at.page("/matters", "eco.handle")).contains("href=\"" + back.replace("&", "&amp;") + "\"");
        assertThat(heads(at.part("/matters", "eco.handle"))).hasSize(6);
    }

    @Test
    void leavesTheHouseAsItIsShown() throws Exception {
        at.send("/matters/columns", "eco.handle", "order", "number", "order", "title", "order", "leader", "order", "due", "show", "leader", "show", "due");
        var page = at.page("/matters", "eco.handle");
        var exit = Pattern.compile("href=\"(/sheets/out/list.xlsx[^\"]*)\"").matcher(page);
        assertThat(exit.find()).isTrue();
        assertThat(exit.group(1)).contains("cols=number.title.leader.due");
        var file = Files.write(folder.resolve("list.xlsx"), at.open(exit.group(1), "eco.handle").getContentAsByteArray());
        var text = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(text.toString()).contains("责任领导", "副市长（城建与环境） 蔺青松").doesNotContain("督办灯");
    }
}
