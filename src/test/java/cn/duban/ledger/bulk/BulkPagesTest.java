package cn.duban.ledger.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterPage;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Town;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;

/** Many matters at once: what is said before, what is done, and what is not done and why. */
@DubanTest
class BulkPagesTest {

    @Autowired MockMvc http;
    @Autowired Ledger ledger;
    @Autowired Matters matters;
    @Autowired Town towns;

    private Town town;

    @BeforeEach
    void town() {
        town = towns.another();
    }

    private MockHttpServletResponse send(String path, String login, String... typed) throws Exception {
        var request = post(path).with(authentication(UsernamePasswordAuthenticationToken.authenticated(town.as(login), "", List.of()))).with(csrf());
        for (int i = 0; i < typed.length; i += 2) request.param(typed[i], typed[i + 1]);
        return http.perform(request).andReturn().getResponse();
    }

    private static String html(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private String list(String login) throws Exception {
        return html(http.perform(get("/matters").with(authentication(UsernamePasswordAuthenticationToken.authenticated(town.as(login), "", List.of())))).andReturn().getResponse());
    }

    private MatterPage matter(MatterId id) {
        return matters.page(id, town.as("inspect")).orElseThrow();
    }

    /** Everything that the looked-at page would send, with the ticks as they stand. */
    private static String[] sent(String html, String... more) {
        var sent = new ArrayList<String>(List.of(more));
        var form = html.substring(html.indexOf("class=\"bulk-form\""));
        Pattern.compile("<input type=\"hidden\" name=\"(act|key|chosen)\" value=\"([^\"]*)\"").matcher(form).results().forEach(m -> sent.addAll(List.of(m.group(1), m.group(2))));
        Pattern.compile("name=\"matter\" value=\"([^\"]*)\" checked").matcher(form).results().forEach(m -> sent.addAll(List.of("matter", m.group(1))));
        var said = Pattern.compile("name=\"said\" value=\"([^\"]*)\"", Pattern.DOTALL).matcher(form);
        if (said.find()) sent.addAll(List.of("said", said.group(1)));
        return sent.toArray(String[]::new);
    }

    private String[] handout() {
        return new String[] {"give.lead", "" + town.unit("市生态环境局"), "give.leader", "" + town.post("vice1"), "give.due", town.today().plusDays(40).toString()};
    }

    private static String[] and(String[] some, String... more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void offersItToTheSupervisionOnly() throws Exception {
        town.aMeasureAtWork();
        assertThat(list("inspect")).contains("id=\"bulk\"", "name=\"matter\"", "筛选出的全部 1 件");
        assertThat(list("eco.handle")).doesNotContain("id=\"bulk\"", "name=\"matter\"");
        assertThat(send("/matters/bulk", "eco.handle", "act", "remind", "all", "true").getStatus()).isEqualTo(403);
        assertThat(send("/matters/bulk/run", "eco.handle", "act", "remind", "all", "true").getStatus()).isEqualTo(403);
    }

    @Test
    void saysForEachMatterWhatWillHappenAndWhatNotAndDoesJustThat() throws Exception {
        var drafts = List.of(town.aDraftedMeasure(), town.aDraftedMeasure());
        var working = town.aMeasureAtWork();
        var chosen = new String[] {"act", "assign", "matter", drafts.get(0).toString(), "matter", drafts.get(1).toString(), "matter", working.toString()};
        var empty = html(send("/matters/bulk", "inspect", chosen));
        assertThat(empty).contains("填好上面的内容后可以办理的（2 件）", "不会办理的（1 件）", "“交办”只能在“待交办”时进行").doesNotContain("确认交办");
        var looked = html(send("/matters/bulk", "inspect", and(chosen, handout())));
        assertThat(looked).contains("会交办的（2 件）", "不会办理的（1 件）", "交给 明川市生态环境局", "待交办 → 待签收", "确认交办");
        assertThat(matter(drafts.get(0)).row().state()).isEqualTo("drafted");
        var done = html(send("/matters/bulk/run", "inspect", sent(looked, handout())));
        assertThat(done).contains("已交办 2 件。", matter(drafts.get(0)).row().number()).doesNotContain("没有办成的");
        assertThat(drafts).allSatisfy(id -> assertThat(matter(id).row().state()).isEqualTo("assigned"));
        assertThat(matter(working).row().version()).isEqualTo(3);
    }

    @Test
    void doesItOnceHoweverOftenItIsSent() throws Exception {
        var id = town.aDraftedMeasure();
        var looked = html(send("/matters/bulk", "inspect", and(handout(), "act", "assign", "matter", id.toString())));
        var sent = sent(looked, handout());
        assertThat(html(send("/matters/bulk/run", "inspect", sent))).contains("已交办 1 件。");
        assertThat(html(send("/matters/bulk/run", "inspect", sent))).contains("已交办 1 件。").doesNotContain("没有办成的");
        assertThat(matter(id).row().version()).isEqualTo(2);
    }

    @Test
    void leavesAMatterThatMovedSinceItWasLookedAt() throws Exception {
        var id = town.aDraftedMeasure();
        var other = town.aDraftedMeasure();
        var looked = html(send("/matters/bulk", "inspect", and(handout(), "act", "assign", "matter", id.toString(), "matter", other.toString())));
        ledger.act(id, Act.of("correct").saying("title", "改过的名称"), town.as("inspect1"));
        var done = html(send("/matters/bulk/run", "inspect", sent(looked, handout())));
        assertThat(done).contains("没有办成的（1 件）", "有人已经办理了这件事", "已交办 1 件。");
        assertThat(matter(id).row().state()).isEqualTo("drafted");
        assertThat(matter(other).row().state()).isEqualTo("assigned");
    }

    @Test
    void asksToLookAgainWhereTheFormWasChangedSince() throws Exception {
        var id = town.aMeasureAtWork();
        var due = town.today().plusDays(90).toString();
        var looked = html(send("/matters/bulk", "inspect", "act", "extend", "matter", id.toString(), "give.due", due, "give.reason", "汛期不能施工"));
        assertThat(looked).contains("会延期的（1 件）", "汛期不能施工");
        var changed = send("/matters/bulk/run", "inspect", sent(looked, "give.due", due, "give.reason", "汛期、雨季都不能施工"));
        assertThat(changed.getStatus()).isEqualTo(422);
        assertThat(html(changed)).contains("请再看一遍", "汛期、雨季都不能施工");
        assertThat(matter(id).row().version()).isEqualTo(3);
        assertThat(html(send("/matters/bulk/run", "inspect", sent(looked, "give.due", due, "give.reason", "汛期不能施工")))).contains("已延期 1 件。");
        var again = html(send("/matters/bulk", "inspect", "act", "extend", "matter", id.toString(), "give.due", town.today().plusDays(120).toString(), "give.reason", "再延"));
        assertThat(again).contains("不会办理的（1 件）", "最多1次");
    }

    @Test
    void remindsOfEverythingThatTheFilterFinds() throws Exception {
        var working = List.of(town.aMeasureAtWork(), town.aMeasureAtWork());
        var draft = town.aDraftedMeasure();
        var looked = html(send("/matters/bulk?type=rectification-measure", "inspect", "act", "remind", "all", "true"));
        assertThat(looked).contains("会催办的（2 件）", "通知 明川市生态环境局、明川市住房和城乡建设局", "不会办理的（1 件）", "没有可以催办的单位");
        assertThat(html(send("/matters/bulk/run?type=rectification-measure", "inspect", sent(looked, "give.note", "")))).contains("已催办 2 件", "href=\"/matters?type=rectification-measure\"");
        assertThat(working).allSatisfy(id -> assertThat(matter(id).timeline().getFirst().act()).isEqualTo("remind"));
        assertThat(matter(draft).row().version()).isEqualTo(1);
        assertThat(html(send("/matters/bulk", "inspect", "act", "remind", "matter", working.getFirst().toString()))).contains("今天已经催办过");
    }

    @Test
    void saysWhatIsWrongWithAChoiceOfNothingOrOfAnotherGovernment() throws Exception {
        var strange = towns.aDraftedMeasure();
        for (var matter : List.of("", "x", strange.toString())) {
            var response = send("/matters/bulk", "inspect", "act", "remind", "matter", matter);
            assertThat(response.getStatus()).as(matter).isEqualTo(422);
            assertThat(html(response)).contains("没有选中事项");
        }
        assertThat(send("/matters/bulk", "inspect", "act", "delete", "all", "true").getStatus()).isEqualTo(404);
        assertThat(html(send("/matters/bulk", "inspect", "act", "extend", "matter", town.aMeasureAtWork().toString(), "give.due", "下周"))).contains("id=\"give.due-wrong\"", "value=\"下周\"");
    }
}
