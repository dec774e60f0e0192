package cn.duban.ledger.lists;

import static cn.duban.ledger.lists.Browsing.html;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.Town;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Views: whose they are, who may use them, and with which one a list begins. */
@DubanTest
class ViewsTest {

    @Autowired MockMvc http;
    @Autowired Town towns;

    private Browsing at;

    @BeforeEach
    void town() {
        at = new Browsing(http, towns.another());
    }

    private String keep(String login, String name, String reach, String query) throws Exception {
        var response = at.send("/matters/views?" + query, login, "name", name, "reach", reach, "face", "list");
        assertThat(response.getStatus()).as(html(response)).isEqualTo(302);
        return response.getRedirectedUrl();
    }

    private static String id(String href) {
        return href.replaceAll(".*view=", "");
    }

    @Test
    void keepsAQuestionUnderANameAboveTheListAndInTheNavigation() throws Exception {
        at.town().aMeasureAtWork();
        var href = keep("inspect", "整改中的措施", "own", "type=rectification-measure&state=working&sort=number&cols=number.title.due");
        assertThat(href).startsWith("/matters?type=rectification-measure&state=working&sort=number&cols=number.title.due&view=");
        var page = at.page(href, "inspect");
        assertThat(page).contains("整改中的措施", "整治河道乱倒垃圾").doesNotContain("<th scope=\"col\">督办灯");
        assertThat(page.substring(page.indexOf("class=\"side\""), page.indexOf("id=\"content\""))).contains("整改中的措施").containsPattern("(?s)aria-current=\"page\">\\s*<svg[^>]*>(?:(?!</svg>).)*</svg><span>整改中的措施");
        assertThat(at.page("/matters", "inspect1")).doesNotContain("整改中的措施");
    }

    @Test
    void sharesWithAUnitOrWithEverybodyAndGivesNobodySight() throws Exception {
        at.town().aDraftedMeasure();
        keep("eco.handle", "我们局的", "unit", "phase=open");
        assertThat(at.page("/matters", "eco.registry")).contains("我们局的");
        assertThat(at.page("/matters", "housing.registry")).doesNotContain("我们局的");
        var href = keep("inspect", "本市待交办", "all", "phase=draft");
        assertThat(at.page("/matters", "housing.registry")).contains("本市待交办");
        assertThat(at.page(href, "inspect")).contains("整治河道乱倒垃圾");
        assertThat(at.page(href, "housing.registry")).doesNotContain("整治河道乱倒垃圾").contains("没有符合条件的事项");
    }

    @Test
    void letsOnlySupervisorsAndAdministratorsShareWithEverybody() throws Exception {
        assertThat(at.page("/matters", "eco.handle")).doesNotContain("<option value=\"all\">");
        assertThat(at.send("/matters/views?phase=open", "eco.handle", "name", "给大家看", "reach", "all").getStatus()).isEqualTo(403);
        assertThat(at.send("/matters/views?phase=open", "admin", "name", "给大家看", "reach", "all").getStatus()).isEqualTo(302);
    }

    @Test
    void isRenamedAndDeletedByWhoeverMadeIt() throws Exception {
        var id = id(keep("inspect", "旧名", "all", "phase=open"));
        assertThat(at.send("/matters/views/" + id, "inspect1", "name", "不是我的").getStatus()).isEqualTo(404);
        assertThat(at.send("/matters/views/" + id + "/delete", "inspect1").getStatus()).isEqualTo(404);
        assertThat(at.send("/matters/views/" + id, "inspect", "name", "新名", "reach", "all").getStatus()).isEqualTo(302);
        assertThat(at.page("/matters/views", "inspect1")).contains("新名").doesNotContain("旧名", "/matters/views/" + id + "/delete");
        assertThat(at.send("/matters/views/" + id + "/delete", "admin").getStatus()).as("what was shared with everybody an administrator takes away").isEqualTo(302);
        assertThat(at.page("/matters/views", "inspect")).contains("还没有视图");
    }

    @Test
    void doesNotReachAnotherGovernment() throws Exception {
        var id = id(keep("inspect", "本市的", "all", "phase=open"));
        var elsewhere = new Browsing(http, towns.another());
        assertThat(elsewhere.page("/matters", "inspect")).doesNotContain("本市的");
        assertThat(elsewhere.send("/matters/views/" + id + "/delete", "admin").getStatus()).isEqualTo(404);
        assertThat(elsewhere.send("/matters/views/first", "inspect", "view", id).getStatus()).isEqualTo(404);
    }

    @Test
    void beginsTheListWithTheViewThatWasChosen() throws Exception {
        var href = keep("inspect", "先看这个", "own", "phase=open");
        assertThat(at.send("/matters/views/first", "inspect", "view", id(href)).getStatus()).isEqualTo(302);
        assertThat(at.open("/matters", "inspect").getRedirectedUrl()).isEqualTo(href);
        assertThat(at.open("/matters?view=none", "inspect").getStatus()).as("all of it is still one step away").isEqualTo(200);
        at.send("/matters/views/first", "inspect", "view", "");
        assertThat(at.open("/matters", "inspect").getStatus()).isEqualTo(200);
    }

    @Test
    void saysWhatIsWrongWithAName() throws Exception {
        assertThat(html(at.send("/matters/views?phase=open", "inspect", "name", " "))).contains("请给视图起一个名称");
        assertThat(html(at.send("/matters/views?phase=open", "inspect", "name", "长".repeat(31)))).contains("最多 30 个字");
        assertThat(Pattern.compile("ledger\\.[a-z]+\\.").matcher(at.english("/matters/views", "inspect")).find()).isFalse();
    }
}
