package cn.duban.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** One form for the whole plan of a round. */
@DubanTest
class PlanTest {

    @Autowired Intakes intakes;
    @Autowired Rounds rounds;
    @Autowired Planning planning;
    @Autowired Ledger ledger;
    @Autowired Town town;
    @Autowired MockMvc web;

    private MatterId round;

    @BeforeEach
    void adoptABulletin() {
        var inspect = town.as("inspect");
        round = new MatterId(inspect.tenant(), intakes.adopt(intakes.read(inspect, "通报.txt", IntakeTest.BULLETIN.getBytes(StandardCharsets.UTF_8)), 1, inspect));
    }

    @Test
    void savesOnlyWhatWasChanged() throws Exception {
        var form = form();
        put(form, 2, "leader", postOf("vice1"));
        put(form, 2, "mode", "dated");
        put(form, 2, "assist", unit("市住建局"), unit("市财政局"));
        var answer = send(form, "save");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/rectification/rounds/" + round + "#m-" + line(2).id());
        assertThat(line(2).post("leader")).isEqualTo(town.post("vice1"));
        assertThat(line(2).units("assist")).containsExactlyInAnyOrder(town.unit("市住建局"), town.unit("市财政局"));
        assertThat(line(2).dueOn()).isEqualTo("2027-03-31");
        assertThat(lines()).extracting(Round.Line::version).containsExactly(1, 1, 2, 1);
        assertThat(send(form(), "save").getStatus()).isEqualTo(302);
        assertThat(lines()).extracting(Round.Line::version).containsExactly(1, 1, 2, 1);
    }

    @Test
    void fillsAllThatAreTickedAtOnce() throws Exception {
        var form = form();
        form.put("measure", List.of(line(0).id().toString(), line(1).id().toString(), line(3).id().toString()));
        form.set("all.leader", postOf("vice1"));
        form.set("all.lead", unit("市财政局"));
        form.set("all.mode", "now");
        form.set("all.due", town.today().plusDays(40).toString());
        put(form, 2, "mode", "standing");
        assertThat(send(form, "fill").getStatus()).isEqualTo(302);

        for (var i : List.of(0, 1, 3)) assertThat(line(i).ready(town.today())).as("measure " + i).isTrue();
        assertThat(line(0).unit("lead")).isEqualTo(town.unit("市财政局"));
        assertThat(line(2).fields()).containsEntry("mode", "standing");
        assertThat(line(2).unit("lead")).isEqualTo(town.unit("市生态环境局"));

        var none = form();
        none.set("all.mode", "now");
        put(none, 2, "mode", "dated");
        var refused = send(none, "fill");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(html(refused)).contains("还没有勾选措施").containsPattern("value=\"dated\" selected");
        assertThat(line(2).fields()).containsEntry("mode", "standing");
    }

    @Test
    void keepsWhatWasTypedBesideTheRowThatIsRefused() throws Exception {
        var form = form();
        put(form, 0, "mode", "now");
        put(form, 2, "due", "");
        put(form, 2, "mode", "standing");
        put(form, 3, "due", "2027-02-30");
        var answer = send(form, "save");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(html(answer)).contains("有 2 条没有办成", "已保存 1 条措施", "定过的期限不能空着", "期限不是一个日期", "m-" + line(2).id() + "-wrong").containsPattern("value=\"standing\" selected");
        assertThat(line(0).fields()).containsEntry("mode", "now");
        assertThat(line(2).dueOn()).isEqualTo("2027-03-31");
    }

    @Test
    void tellsWhoSavedLaterAndLetsThemDecide() throws Exception {
        var form = form();
        put(form, 2, "mode", "standing");
        ledger.act(line(2).id(), Act.of("correct").field("mode", "now"), town.as("inspect1"));
        ledger.act(line(0).id(), Act.of("correct").field("mode", "now"), town.as("inspect1"));
        var answer = send(form, "save");
        assertThat(html(answer)).contains("有 1 条没有办成", "别人改过这一条", "name=\"m." + line(2).id() + ".version\" value=\"2\"");
        assertThat(line(2).fields()).containsEntry("mode", "now");

        put(form, 2, "version", "2");
        put(form, 2, "was", "");
        assertThat(send(form, "save").getStatus()).isEqualTo(302);
        assertThat(line(2).fields()).containsEntry("mode", "standing");
        assertThat(line(0).fields()).containsEntry("mode", "now");
    }

    @Test
    void handsOutWhatIsReadyAndTellsWhatIsNot() throws Exception {
        var form = form();
        put(form, 2, "leader", postOf("vice1"));
        put(form, 2, "mode", "dated");
        form.put("measure", List.of(line(2).id().toString(), line(3).id().toString()));
        var answer = send(form, "assign");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(html(answer)).contains("有 1 条没有办成", "已交办 1 条").doesNotContain("没有改动");
        assertThat(line(2).state()).isEqualTo("assigned");
        assertThat(web.perform(get("/rectification/rounds/{r}/slips.docx", round).with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getStatus()).isEqualTo(200);

        var rest = form();
        for (var i : List.of(0, 1)) {
            put(rest, i, "leader", postOf("vice1"));
            put(rest, i, "mode", "now");
            put(rest, i, "due", town.today().plusDays(60).toString());
        }
        assertThat(send(rest, "assign-ready").getRedirectedUrl()).isEqualTo("/rectification/rounds/" + round);
        assertThat(lines()).extracting(Round.Line::state).containsExactly("assigned", "assigned", "assigned", "drafted");
    }

    @Test
    void saysBesideTheRowThatItsDayHasPassed() throws Exception {
        var form = form();
        put(form, 2, "leader", postOf("vice1"));
        put(form, 2, "mode", "dated");
        put(form, 2, "due", "2023-06-30");
        send(form, "save");
        assertThat(page("/rectification/rounds/" + round)).contains("其中 0 条已经齐备", "还没有排齐：", "class=\"past-due\"", "期限（原定的已过）").doesNotContain("还没有启动");
        var again = form();
        again.put("measure", List.of(line(2).id().toString()));
        assertThat(html(send(again, "assign"))).contains("m-" + line(2).id() + "-wrong", "期限2023-06-30已经过去");

        var mended = form();
        put(mended, 2, "due", town.today().plusDays(30).toString());
        mended.put("measure", List.of(line(2).id().toString()));
        assertThat(send(mended, "assign").getStatus()).isEqualTo(302);
        assertThat(page("/rectification/rounds/" + round)).contains("这一轮整改还没有启动", "/actions/start");
    }

    /** Two clicks on one button: the second tells what the first did, whether it came later or at the same moment. */
    @Test
    void takesASecondClickForTheFirst() throws Exception {
        var form = form();
        for (var i : List.of(0, 1, 2)) {
            put(form, i, "leader", postOf("vice1"));
            put(form, i, "mode", "dated");
            put(form, i, "due", town.today().plusDays(60).toString());
        }
        form.put("measure", List.of(line(0).id().toString(), line(1).id().toString(), line(2).id().toString()));
        assertThat(form.get("m." + line(0).id() + ".lead")).isNotEmpty();
        var stale = rounds.find(round, town.as("inspect")).orElseThrow();
        assertThat(send(form, "assign").getRedirectedUrl()).isEqualTo("/rectification/rounds/" + round);
        assertThat(send(form, "assign").getRedirectedUrl()).isEqualTo("/rectification/rounds/" + round);
        assertThat(lines()).extracting(Round.Line::state).containsExactly("assigned", "assigned", "assigned", "drafted");

        var version = line(0).version();
        assertThat(planning.save(stale, PlanForm.of(stale, form), town.as("inspect")).refused()).isEmpty();
        assertThat(line(0).version()).isEqualTo(version);
    }

    @Test
    void saysThatALastDayIsARestDay() throws Exception {
        ledger.act(line(2).id(), Act.of("correct").due(java.time.LocalDate.of(2026, 10, 4)), town.as("inspect"));
        assertThat(page("/rectification/rounds/" + round)).contains("2026-10-04（周日）是休息日（国庆节）", "前一个工作日是2026-09-30", "后一个工作日是2026-10-08");
        assertThat(part("/calendar/rest?m.x.due=2026-10-04")).contains("国庆节");
        assertThat(part("/calendar/rest?due=2026-11-07")).contains("周末");
        for (var none : List.of("2026-11-09", "", "gestern", "2026-02-31", "9999-01-01")) assertThat(part("/calendar/rest?due=" + none)).doesNotContain("休息日（");
        assertThat(web.perform(get("/calendar/rest?due=2026-11-07").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse().getRedirectedUrl()).as("opened by itself it is no page").isEqualTo("/calendar?year=2026");
        assertThat(line(2).dueOn()).isEqualTo("2026-10-04");
    }

    private List<Round.Line> lines() {
        return rounds.find(round, town.as("inspect")).orElseThrow().measures().toList();
    }

    private Round.Line line(int at) {
        return lines().get(at);
    }

    /** The form as a browser that changes nothing would send it. */
    private MultiValueMap<String, String> form() {
        var form = new LinkedMultiValueMap<String, String>();
        for (var line : lines()) {
            if (!line.draft()) continue;
            var row = PlanRow.of(line);
            var prefix = PlanForm.prefix(line.id());
            form.set(prefix + "version", "" + row.version());
            form.set(prefix + "was", row.was());
            form.set(prefix + "leader", row.leader());
            form.set(prefix + "lead", row.lead());
            form.put(prefix + "assist", row.assist());
            form.set(prefix + "handler", row.handler());
            form.set(prefix + "mode", row.mode());
            form.set(prefix + "due", row.due());
        }
        return form;
    }

    private void put(MultiValueMap<String, String> form, int at, String what, String... values) {
        form.put(PlanForm.prefix(line(at).id()) + what, List.of(values));
    }

    private MockHttpServletResponse send(MultiValueMap<String, String> form, String what) throws Exception {
        return web.perform(post("/rectification/rounds/{r}/plan", round).params(form).param("do", what).with(SignedIn.as(town.as("inspect"))).with(csrf())).andReturn().getResponse();
    }

    private String page(String path) throws Exception {
        return html(web.perform(get(path).with(SignedIn.as(town.as("inspect")))).andReturn().getResponse());
    }

    private String part(String path) throws Exception {
        return html(web.perform(get(path).header("HX-Request", "true").with(SignedIn.as(town.as("inspect")))).andReturn().getResponse());
    }

    private static String html(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private String postOf(String login) {
        return "" + town.post(login);
    }

    private String unit(String name) {
        return "" + town.unit(name);
    }
}
