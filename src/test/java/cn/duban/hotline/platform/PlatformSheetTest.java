package cn.duban.hotline.platform;

import static cn.duban.web.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.crypto.Hmac;
import cn.duban.documents.SheetText;
import cn.duban.hotline.HotlineFixture;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Personal.Kind;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Town;
import cn.duban.ledger.Verifier;
import cn.duban.sheets.SheetClerk;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A platform above hands its orders down as a sheet and gets the answers back as one, over HTTP and with real files both ways. */
@DubanTest
class PlatformSheetTest {

    private static final String PHONE = "13711112222";
    private static final String NAME = "钱一诺";
    private static final String TEXT = "云栖路十二号门前污水井堵了三天，联系电话13711112222。";

    @Autowired MockMvc web;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired HotlineFixture hotline;
    @Autowired PlatformFixture platforms;
    @Autowired Personal personal;
    @Autowired Tickets tickets;
    @Autowired SheetClerk clerk;
    @Autowired Verifier verifier;
    @Autowired DSLContext sql;
    @TempDir Path folder;

    private Town town;
    private int tenant;
    private Viewer agent;
    private Hook platform;

    @BeforeEach
    void aPlatformThatSendsSheets() {
        town = towns.another();
        tenant = town.city.tenant();
        hotline.opens(town);
        agent = town.as("hotline.registry");
        platform = platforms.joins(town);
    }

    private String day(int days) {
        return town.today().plusDays(days).toString();
    }

    private OrderSheet first() {
        return new OrderSheet().order("P-1", NAME, PHONE, TEXT, "市政设施·排水内涝", day(2), "云栖街道")
                .order("P-2", "", "", "望江公园路灯不亮，晚上没法散步。", "灯光", day(9), "云栖街道")
                .order("P-3", "孙二", "137111", "楼上漏水。", "其他", "孙二", "")
                .order("P-1", NAME, PHONE, "同一个编号又写了一遍。", "", day(9), "");
    }

    /** By the machine of the platform, as docs/channels.md has it. */
    private ResultActions signed(String json) throws Exception {
        var timestamp = "" + System.currentTimeMillis();
        return web.perform(post("/api/hotline/hooks/" + tenant + "-" + platform.no() + "/tickets").content(json).header("X-Duban-Timestamp", timestamp)
                .header("X-Duban-Signature", HexFormat.of().formatHex(Hmac.sha256(platform.secret(), (timestamp + "\n").getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8)))));
    }

    private String page(MockHttpServletRequestBuilder request, Viewer viewer) throws Exception {
        return web.perform(request.with(as(viewer))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** Everything that the room of sheets keeps of a government, as the database has it. */
    private String kept() {
        return Stream.of("select cells::text, content::text, remarks::text from sheets.line where tenant = ?", "select mapping::text, name, sheet_name from sheets.intake where tenant = ?", "select content::text, key from sheets.book_row where tenant = ?")
                .map(select -> sql.fetch(select, tenant).formatCSV()).collect(Collectors.joining());
    }

    private Ticket ticket(UUID matter) {
        return tickets.find(new MatterId(tenant, matter)).orElseThrow();
    }

    @Test
    void takesOrdersOnceByWhateverWayTheyCame() throws Exception {
        signed("{\"number\":\"P-2\",\"text\":\"望江公园路灯不亮，晚上没法散步。\",\"due\":\"" + day(9) + "\"}").andExpect(status().isOk());
        var id = clerk.drop(web, agent, platform.source(), first().bytes());
        assertThat(clerk.columns(id, agent)).containsAllEntriesOf(Map.of("工单编号", "key", "来电人", "door:name", "电话", "door:phone", "诉求内容", "door:text", "类别", "door:category", "办理时限", "due", "区域", "door:area", "审核结果", "door:verdict", "办理结果", "nothing"));
        assertThat(page(get("/sheets/{id}", id), agent)).contains("省平台", "望江公园路灯不亮").doesNotContain(PHONE, NAME);

        assertThat(clerk.check(web, agent, id)).isEqualTo(Map.of("new", 1, "unchanged", 1, "faulty", 2));
        assertThat(kept()).contains("云栖路十二号").doesNotContain(PHONE, NAME, "孙二", "137111\"");
        assertThat(page(get("/sheets/{id}?show=faulty", id), agent)).contains("不是能拨通的号码", "与第 3 行的编号相同").doesNotContain(PHONE, NAME, "孙二");
        assertThat(personal.found(tenant, Kind.PHONE, PHONE, 9)).as("a dry run").isEmpty();

        assertThat(clerk.run(web, agent, id)).containsEntry("new", 1);
        var taken = ticket(clerk.matter(id, agent, 3));
        assertThat(taken.body()).startsWith("云栖路十二号门前污水井").doesNotContain(PHONE);
        assertThat(taken.fields()).containsEntry("channel", "platform").containsEntry("category", "市政设施·排水内涝").containsEntry("area", "云栖街道").containsEntry("due-above", day(2));
        assertThat(personal.of(taken.id())).containsEntry(Kind.PHONE, PHONE).containsEntry(Kind.NAME, NAME);
        assertThat(sql.fetch("select no from sheets.line where tenant = ? and sealed is not null order by no", tenant).getValues(0)).as("what became tickets is kept nowhere else").isEqualTo(List.of(1, 2, 5, 6));

        var again = clerk.drop(web, agent, platform.source(), first().bytes());
        assertThat(clerk.check(web, agent, again)).isEqualTo(Map.of("unchanged", 2, "faulty", 2));
        signed("{\"number\":\"P-1\",\"text\":\"又送来一次\"}").andExpect(status().isOk());
        assertThat(signed("{\"number\":\"P-4\",\"text\":\"路灯不亮。\",\"due\":\"下周\"}").andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("due");
        assertThat(personal.found(tenant, Kind.PHONE, PHONE, 9)).containsExactly(taken.id().id());
        assertThat(verifier.breaks(tenant)).isEmpty();
    }

    @Test
    void showsFaultyRowsToTheDeskAlone() throws Exception {
        var id = clerk.drop(web, agent, platform.source(), first().bytes());
        clerk.check(web, agent, id);
        var file = web.perform(get("/sheets/{id}/faulty.xlsx", id).with(as(agent))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        assertThat(rows(file)).filteredOn(row -> row.contains("P-3")).singleElement().satisfies(row -> assertThat(row).contains("孙二", "137111").last().asString().contains("C 列“电话”", "不是能拨通的号码"));
        for (var other : List.of("inspect", "secretary", "admin", "housing.registry")) {
            web.perform(get("/sheets/{id}", id).with(as(town.as(other)))).andExpect(status().isNotFound());
            web.perform(get("/sheets/{id}/faulty.xlsx", id).with(as(town.as(other)))).andExpect(status().isNotFound());
        }
        assertThat(page(get("/sheets"), town.as("inspect"))).doesNotContain("交办单.xlsx");
        web.perform(multipart("/sheets").file(new MockMultipartFile("file", "a.xlsx", null, first().bytes())).param("source", platform.source()).with(as(town.as("inspect"))).with(csrf())).andExpect(status().isForbidden());

        var corrected = clerk.drop(web, agent, platform.source(), new OrderSheet().order("P-3", "孙二", "", "楼上漏水。", "其他", day(9), "").bytes());
        assertThat(clerk.check(web, agent, corrected)).isEqualTo(Map.of("new", 1));
        var thrown = page(get("/sheets/{id}", corrected), agent);
        web.perform(post("/sheets/{id}/discard", corrected).param("version", version(thrown)).with(as(agent)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(sql.fetch("select 1 from sheets.line where tenant = ? and intake = ? and sealed is not null", tenant, corrected)).isEmpty();
    }

    private static String version(String page) {
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private List<List<String>> rows(byte[] file) throws Exception {
        var path = folder.resolve(UUID.randomUUID() + ".xlsx");
        Files.write(path, file);
        var rows = new ArrayList<List<String>>();
        SheetText.read(path, "a.xlsx", (sheet, no, cells) -> rows.add(List.copyOf(cells)));
        return rows;
    }

    private UUID taken(OrderSheet orders) throws Exception {
        var id = clerk.drop(web, agent, platform.source(), orders.bytes());
        clerk.check(web, agent, id);
        clerk.run(web, agent, id);
        return clerk.matter(id, agent, 3);
    }

    private Act dispatched(int days) {
        return Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·排水内涝").field("grade", "usual").due(town.today().plusDays(days));
    }

    @Test
    void bindsWhoeverDispatchesToTheDayOfThePlatform() throws Exception {
        var id = new MatterId(tenant, taken(first()));
        assertThatThrownBy(() -> ledger.act(id, dispatched(3), agent)).isInstanceOfSatisfying(Refusal.Refused.class, refused -> assertThat(refused.refusal().zh()).contains("上级平台要求在 " + day(2)));
        web.perform(post("/hotline/tickets/{id}/dispatch", id).param("lead", "" + town.unit("市住建局")).param("category", "市政设施·排水内涝").param("grade", "complex").param("version", "" + ticket(id.id()).version()).with(as(agent)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(sql.fetch("select due_on from ledger.matter_row where tenant = ? and id = ?", tenant, id.id()).getValue(0, 0)).as("the grade gives more").hasToString(day(2));
    }

    @Test
    void takesOverWhatThePlatformSaysOtherwise() throws Exception {
        var id = new MatterId(tenant, taken(first()));
        var reworded = new OrderSheet().order("P-1", NAME, PHONE, "云栖路十二号门前污水井堵了五天。", "市政设施·排水内涝", day(2), "云栖街道");
        var second = clerk.drop(web, agent, platform.source(), reworded.bytes());
        assertThat(clerk.check(web, agent, second)).isEqualTo(Map.of("changed", 1));
        assertThat(page(get("/sheets/{id}?show=missing", second), agent)).contains("望江公园");
        clerk.run(web, agent, second);
        assertThat(ticket(id.id()).body()).isEqualTo("云栖路十二号门前污水井堵了五天。");

        ledger.act(id, dispatched(2), agent);
        var later = clerk.drop(web, agent, platform.source(), new OrderSheet().order("P-1", NAME, PHONE, "云栖路十二号门前污水井堵了五天，昨晚又漫出来了。", "市政设施·排水内涝", day(6), "云栖街道").bytes());
        assertThat(clerk.check(web, agent, later)).isEqualTo(Map.of("changed", 1));
        clerk.run(web, agent, later);
        assertThat(ticket(id.id()).field("due-above")).isEqualTo(day(6));
        assertThat(ticket(id.id()).last("amend").orElseThrow().note()).contains("昨晚又漫出来了", "上级平台办理时限");
        assertThat(ticket(id.id()).body()).as("what was handed out keeps its words").isEqualTo("云栖路十二号门前污水井堵了五天。");
        assertThat(clerk.check(web, agent, clerk.drop(web, agent, platform.source(), new OrderSheet().order("P-1", NAME, PHONE, "云栖路十二号门前污水井堵了五天，昨晚又漫出来了。", "市政设施·排水内涝", day(6), "云栖街道").bytes()))).isEqualTo(Map.of("unchanged", 1));
    }

    @Test
    void takesTheSecondOfTwoSheetsThatWereThereBeforeEitherWasImported() throws Exception {
        var one = clerk.drop(web, agent, platform.source(), first().bytes());
        var two = clerk.drop(web, agent, platform.source(), new OrderSheet().order("P-5", "", "", "河岸护栏缺了两截。", "其他", day(9), "").bytes());
        var three = clerk.drop(web, agent, platform.source(), new OrderSheet().order("P-1", NAME, PHONE, "云栖路十二号门前污水井堵了五天。", "市政设施·排水内涝", day(2), "云栖街道").bytes());
        clerk.check(web, agent, one);
        clerk.check(web, agent, two);
        clerk.run(web, agent, one);
        assertThat(clerk.run(web, agent, two)).isEqualTo(Map.of("new", 1));
        assertThat(clerk.check(web, agent, three)).as("held against what came before").isEqualTo(Map.of("changed", 1));
    }

    @Test
    void leavesWhatTheDeskCorrected() throws Exception {
        var id = new MatterId(tenant, taken(first()));
        ledger.act(id, Act.of("correct").saying("body", "云栖路十二号门前的污水井已堵三天，影响十户。").saying("note", "与来电人核实过"), agent);
        var next = new OrderSheet().order("P-1", NAME, PHONE, "云栖路十二号门前污水井堵了五天。", "市政设施·排水内涝", day(4), "云栖街道");
        var second = clerkChecked(next);
        assertThat(clerk.remarks(second, agent, 3)).anyMatch(remark -> remark.contains("没有覆盖"));
        clerk.run(web, agent, second);
        assertThat(ticket(id.id()).body()).isEqualTo("云栖路十二号门前的污水井已堵三天，影响十户。");
        assertThat(ticket(id.id()).field("due-above")).isEqualTo(day(4));
        assertThat(clerk.check(web, agent, clerk.drop(web, agent, platform.source(), next.bytes()))).as("said again until somebody decides").isEqualTo(Map.of("held", 1));
    }

    @Test
    void keepsForTheNextSheetWhatCameTooLate() throws Exception {
        var id = new MatterId(tenant, taken(first()));
        var next = new OrderSheet().order("P-1", NAME, PHONE, "云栖路十二号门前污水井堵了五天。", "市政设施·排水内涝", day(2), "云栖街道");
        var second = clerkChecked(next);
        assertThat(clerk.remarks(second, agent, 3)).noneMatch(remark -> remark.contains("没有改"));
        ledger.act(id, Act.of("merge").other(hotline.working(town, Map.of()).id()).saying("reason", "同一件事"), agent);
        assertThat(clerk.run(web, agent, second)).isEqualTo(Map.of("held", 1));
        assertThat(clerk.remarks(second, agent, 3)).isNotEmpty().allMatch(remark -> remark.contains("已经作废或者并案，没有改"));
        assertThat(clerk.check(web, agent, clerk.drop(web, agent, platform.source(), next.bytes()))).as("not taken for known").isEqualTo(Map.of("held", 1));
    }

    @Test
    void saysThatASheetWasSentBackTooLate() throws Exception {
        var id = new MatterId(tenant, taken(first()));
        ledger.act(id, dispatched(2), agent);
        ledger.act(id, Act.of("receive"), town.as("housing.registry"));
        answer(id, "污水井已经疏通，井盖已更换。");
        hand(id);
        var back = clerkChecked(new OrderSheet().row("P-1", NAME, PHONE, TEXT, "市政设施·排水内涝", day(2), "云栖街道", "退回重办", "没有说明今后如何防止再堵"));
        ledger.act(id, Act.of("send-back").saying("reason", "没有写清楚"), agent);
        assertThat(clerk.run(web, agent, back)).isEqualTo(Map.of("held", 1));
        assertThat(clerk.remarks(back, agent, 3)).hasSize(2).first().asString().contains("没有说明今后如何防止再堵");
        assertThat(ticket(id.id()).last("send-back").orElseThrow().reason()).isEqualTo("没有写清楚");
    }

    @Test
    void saysThatSomebodyElseIsNamed() throws Exception {
        taken(first());
        var other = new OrderSheet().order("P-1", "钱二诺", PHONE, TEXT, "市政设施·排水内涝", day(2), "云栖街道");
        var second = clerk.drop(web, agent, platform.source(), other.bytes());
        assertThat(clerk.check(web, agent, second)).isEqualTo(Map.of("held", 1));
        assertThat(clerk.remarks(second, agent, 3)).containsExactly("来电人信息与上次不同，请在工单上核对。");
        clerk.run(web, agent, second);
        assertThat(sql.fetch("select no from sheets.line where tenant = ? and intake = ? and sealed is not null and no > 2", tenant, second).getValues(0)).as("its cells stay").isEqualTo(List.of(3));
        assertThat(kept()).doesNotContain("钱二诺", PHONE);
        assertThat(clerk.check(web, agent, clerk.drop(web, agent, platform.source(), other.bytes()))).as("said once").isEqualTo(Map.of("unchanged", 1));
    }

    private void answer(MatterId id, String text) {
        ledger.act(id, Act.of("draft").saying("note", text), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
    }

    private String hand(MatterId... ids) throws Exception {
        var form = post("/hotline/platforms/{no}/hand-backs", platform.no());
        for (var id : ids) form.param("matter", id.id().toString());
        return web.perform(form.with(as(agent)).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
    }

    @Test
    void handsAnswersBackOnceAndDoesAgainWhatIsSentBack() throws Exception {
        var id = new MatterId(tenant, taken(first()));
        ledger.act(id, dispatched(2), agent);
        ledger.act(id, Act.of("receive"), town.as("housing.registry"));
        var here = get("/hotline/platforms/{no}", platform.no());
        assertThat(page(here, agent)).contains("没有要交回的答复", "交办单.xlsx").doesNotContain(PHONE, NAME);
        answer(id, "污水井已经疏通，井盖已更换。");
        assertThat(page(get("/hotline/platforms/{no}", platform.no()), agent)).contains("P-1", "待回访");
        web.perform(get("/hotline/platforms/{no}", platform.no()).with(as(town.as("housing.registry")))).andExpect(status().isForbidden());

        var first = hand(id);
        assertThat(page(get(first), agent)).contains("P-1", "污水井已经疏通", "第 1 次交回");
        assertThat(rows(web.perform(get(first + ".xlsx").with(as(agent))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray()))
                .containsExactly(List.of("工单编号", "办理结果", "承办单位", "承办人", "办结时间", "满意度"), List.of("P-1", "污水井已经疏通，井盖已更换。", town.as("housing").unitName(), town.as("housing.handle1").personName(), cn.duban.web.Dates.minute(ticket(id.id()).last("reply").orElseThrow().at()), "待回访"));
        assertThat(page(get("/hotline/platforms/{no}", platform.no()), agent)).contains("没有要交回的答复");
        web.perform(post("/hotline/platforms/{no}/hand-backs", platform.no()).param("matter", id.id().toString()).with(as(agent)).with(csrf())).andExpect(status().isUnprocessableContent());
        web.perform(post(first + "/again").with(as(agent)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(page(get("/hotline/platforms/{no}", platform.no()), agent)).contains("再交一次：第 1 次的内容");

        var refused = new OrderSheet().row("P-1", NAME, PHONE, TEXT, "市政设施·排水内涝", day(4), "云栖街道", "退回重办", "没有说明今后如何防止再堵");
        var back = clerk.drop(web, agent, platform.source(), refused.bytes());
        assertThat(clerk.check(web, agent, back)).isEqualTo(Map.of("changed", 1));
        assertThat(clerk.remarks(back, agent, 3)).first().asString().contains("上级退回重办：没有说明今后如何防止再堵");
        clerk.run(web, agent, back);
        assertThat(ticket(id.id()).state()).isEqualTo("reopened");
        assertThat(ticket(id.id()).last("send-back").orElseThrow().reason()).contains("没有说明今后如何防止再堵");
        assertThat(ticket(id.id()).field("due-above")).isEqualTo(day(4));
        assertThat(clerk.check(web, agent, clerk.drop(web, agent, platform.source(), refused.bytes()))).isEqualTo(Map.of("held", 1));

        ledger.act(id, Act.of("dispatch-again").role("lead", town.unit("市住建局")).due(town.today().plusDays(4)).saying("reason", "上级退回"), agent);
        answer(id, "管道已经更换，井盖已经加固，两周没有再堵。");
        assertThat(clerk.remarks(clerkChecked(refused), agent, 3)).first().asString().as("what was sent back is the answer before").contains("还没有交回上级");
        ledger.act(id, Act.of("satisfied").field("pleased", "very"), agent);
        var third = hand(id);
        assertThat(rows(web.perform(get(third + ".xlsx").with(as(agent))).andReturn().getResponse().getContentAsByteArray()).get(1)).contains("管道已经更换，井盖已经加固，两周没有再堵。", "非常满意");
        assertThat(rows(web.perform(get(first + ".xlsx").with(as(agent))).andReturn().getResponse().getContentAsByteArray()).get(1)).as("the first sheet stays what it was").contains("污水井已经疏通，井盖已更换。", "待回访");
        clerk.run(web, agent, clerkChecked(refused));
        assertThat(ticket(id.id()).state()).as("closed, and sent back once more").isEqualTo("reopened");
        assertThat(verifier.breaks(tenant)).isEmpty();
    }

    @Test
    void handsBackNothingOfAnotherCallerWithTheAnswerToAJoinedOrder() throws Exception {
        var order = new MatterId(tenant, taken(first()));
        var master = hotline.working(town, Map.of("name", "贺青山", "phone", "13900001111"));
        answer(master, "贺青山反映的污水井已经疏通。");
        ledger.act(order, Act.of("merge").other(master.id()).saying("reason", "同一件事"), agent);
        assertThat(rows(web.perform(get(hand(order) + ".xlsx").with(as(agent))).andReturn().getResponse().getContentAsByteArray()).get(1)).anyMatch(cell -> cell.contains("反映的污水井已经疏通")).noneMatch(cell -> cell.contains("贺青山"));
    }

    @Test
    void saysOfAJoinedOrderWhatItsOwnCallerSaid() throws Exception {
        var order = new MatterId(tenant, taken(first()));
        var master = hotline.working(town, Map.of("phone", "13900001111"));
        answer(master, "污水井已经疏通。");
        ledger.act(order, Act.of("merge").other(master.id()).saying("reason", "同一件事"), agent);
        ledger.act(master, Act.of("satisfied").field("pleased", "very"), agent);
        var first = hand(order);
        assertThat(rows(web.perform(get(first + ".xlsx").with(as(agent))).andReturn().getResponse().getContentAsByteArray()).get(1)).contains("待回访").doesNotContain("非常满意");
        sql.execute("insert into hotline.joined_call (tenant, matter, no, master, answer, said, level, words, at, person, name) values (?, ?, 1, ?, ?, 'rated', 3, '', now(), 1, '坐席')", tenant, order.id(), master.id(), ticket(master.id()).answer().orElseThrow().no());
        var again = web.perform(post(first + "/again").with(as(agent)).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        assertThat(rows(web.perform(get(again + ".xlsx").with(as(agent))).andReturn().getResponse().getContentAsByteArray()).get(1)).contains("基本满意");
    }

    @Test
    void owesNoAnswerThatLeftByMachine() throws Exception {
        var id = new MatterId(tenant, taken(first()));
        ledger.act(id, Act.of("answer-now").field("category", "市政设施·排水内涝").saying("note", "已经派人清掏。"), agent);
        var left = "insert into hotline.outgoing (tenant, id, matter, channel, entry, state, not_before, made_at, done_at, target) values (?, ?, ?, 'platform', ?, ?, now(), now(), now(), ?)";
        sql.execute(left, tenant, UUID.randomUUID(), id.id(), ticket(id.id()).answer().orElseThrow().no(), "failed", platform.source());
        assertThat(page(get("/hotline/platforms/{no}", platform.no()), agent)).as("it did not arrive").contains("P-1").doesNotContain("没有要交回的答复");
        sql.execute("update hotline.outgoing set state = 'sent' where tenant = ? and matter = ? and channel = 'platform'", tenant, id.id());
        assertThat(page(get("/hotline/platforms/{no}", platform.no()), agent)).contains("没有要交回的答复");
    }

    @Test
    void provesWhatWasHandedBackAlsoOnceAnotherCallerIsJoined() throws Exception {
        var order = new MatterId(tenant, taken(first()));
        var master = hotline.working(town, Map.of("name", "贺青山", "phone", "13900001111"));
        answer(master, "污水井已经疏通，周桂兰门前也清掏过了。");
        ledger.act(order, Act.of("merge").other(master.id()).saying("reason", "同一件事"), agent);
        var sheet = hand(order);
        var later = hotline.working(town, Map.of("name", "周桂兰", "phone", "13900002222"));
        ledger.act(later, Act.of("merge").other(master.id()).saying("reason", "同一件事"), agent);
        assertThat(rows(web.perform(get(sheet + ".xlsx").with(as(agent))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray()).get(1)).contains("污水井已经疏通，周桂兰门前也清掏过了。");
    }

    private UUID clerkChecked(OrderSheet orders) throws Exception {
        var id = clerk.drop(web, agent, platform.source(), orders.bytes());
        clerk.check(web, agent, id);
        return id;
    }

    @Test
    void writesAnswersInThePlatformsOwnColumns() throws Exception {
        var id = new MatterId(tenant, taken(first()));
        ledger.act(id, Act.of("answer-now").field("category", "市政设施·排水内涝").saying("note", "已经派人清掏。"), agent);
        var columns = post("/hotline/platforms/{no}/columns", platform.no()).param("head0", "受理编号").param("holds0", "number").param("head1", "备用").param("holds1", "empty");
        web.perform(columns.with(as(agent)).with(csrf())).andExpect(status().isUnprocessableContent());
        web.perform(post("/hotline/platforms/{no}/columns", platform.no()).param("head0", "受理编号").param("holds0", "number").param("head1", "备用").param("holds1", "empty").param("head2", "回复内容").param("holds2", "answer").with(as(agent)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(rows(web.perform(get(hand(id) + ".xlsx").with(as(agent))).andReturn().getResponse().getContentAsByteArray())).containsExactly(List.of("受理编号", "备用", "回复内容"), List.of("P-1", "", "已经派人清掏。"));
    }
}
