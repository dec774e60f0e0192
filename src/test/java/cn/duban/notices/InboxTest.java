package cn.duban.notices;

import static cn.duban_db.notices.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.ledger.Act;
import cn.duban.ledger.Assignment;
import cn.duban.ledger.Happenings;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Postman;
import cn.duban.ledger.Town;
import cn.duban.ledger.type.Phase;
import cn.duban.web.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told of which act, why, and what a reader sees of it. */
@DubanTest
class InboxTest {

    @Autowired MockMvc http;
    @Autowired DSLContext sql;
    @Autowired Town towns;
    @Autowired Ledger ledger;
    @Autowired Postman postman;
    @Autowired Inbox inbox;
    @Autowired Happenings happenings;
    @Autowired MatterNotices listener;
    @Autowired PlatformTransactionManager transactions;

    private Town town;

    @BeforeEach
    void found() {
        town = towns.another();
    }

    @Test
    void tellsTheRegistriesAndTheLeaderOfAnAssignmentAndNotWhoAssigned() {
        var id = town.anAssignedMeasure();
        assertThat(told(id)).containsOnly(entry("eco.registry", List.of(Kind.OWED)), entry("housing.registry", List.of(Kind.OWED)), entry("vice1", List.of(Kind.HANDED_OVER)));
        assertThat(inbox.page(town.as("eco.registry"), true, null, null, 9).rows()).singleElement().satisfies(row -> {
            assertThat(row.about().title()).isEqualTo("整治河道乱倒垃圾");
            assertThat(row.about().href()).isEqualTo("/matters/" + id);
            assertThat(row.whatZh()).isEqualTo("交办");
            assertThat(row.whatEn()).isEqualTo("Assign");
            assertThat(row.actor()).contains("督查室", "祁正言");
            assertThat(row.day()).as("by which it is to be received").isAfter(town.today()).isBefore(town.today().plusDays(30));
        });
    }

    @Test
    void tellsThoseWhoAreWaitedForThatTheyWereRemindedAndNobodyElse() {
        var id = town.aMeasureAtWork();
        ledger.act(id, Act.of("remind").saying("note", "月底前请报进展"), town.as("inspect1"));
        var told = told(id);
        assertThat(told.get("eco.handle")).endsWith(Kind.REMINDED);
        assertThat(told.get("housing.registry")).as("has not received its share yet").endsWith(Kind.REMINDED);
        assertThat(told.values().stream().flatMap(List::stream).filter(Kind.REMINDED::equals)).hasSize(3);
        assertThat(inbox.page(town.as("eco.handle"), true, Kind.REMINDED, null, 9).rows()).singleElement().satisfies(row -> {
            assertThat(row.whatZh()).isEqualTo("催办");
            assertThat(row.whatEn()).isEqualTo("Remind");
        });
    }

    @Test
    void tellsWhoseTurnItIsAsTheMatterGoesAround() {
        var id = town.aMeasureAtWork();
        assertThat(told(id)).contains(entry("eco.handle", List.of(Kind.OWED)), entry("eco.handle2", List.of(Kind.OWED)));
        ledger.act(id, Act.of("submit").saying("note", "已清理完毕").with(town.aFile("eco.handle")), town.as("eco.handle"));
        assertThat(told(id)).contains(entry("inspect", List.of(Kind.OWED)), entry("inspect1", List.of(Kind.OWED)));
        ledger.act(id, Act.of("return").saying("reason", "材料不全").due(town.today().plusDays(70)), town.as("inspect2"));
        assertThat(told(id)).contains(entry("eco.handle", List.of(Kind.OWED, Kind.RETURNED)), entry("inspect1", List.of(Kind.OWED)));
        ledger.act(id, Act.of("extend").saying("reason", "汛期").due(town.today().plusDays(90)), town.as("inspect1"));
        ledger.act(id, Act.of("comment").saying("note", "请抓紧"), town.as("inspect1"));
        assertThat(told(id).get("eco.handle")).endsWith(Kind.EXTENDED, Kind.COMMENTED);
        assertThat(told(id).get("inspect")).endsWith(Kind.COMMENTED).doesNotContain(Kind.EXTENDED);
        ledger.act(id, Act.of("direct").saying("note", "务必按期"), town.as("vice1"));
        assertThat(told(id).get("eco.handle")).endsWith(Kind.COMMENTED, Kind.COMMENTED);
        ledger.act(id, Act.of("submit").saying("note", "完成").with(town.aFile("eco.handle")), town.as("eco.handle"));
        ledger.act(id, Act.of("close").saying("verdict", "到位"), town.as("inspect1"));
        assertThat(told(id).get("eco.handle")).endsWith(Kind.CLOSED);
        assertThat(told(id).get("vice1")).endsWith(Kind.CLOSED);
    }

    @Test
    void tellsTheDeskInsideAUnitAndTheJudgesOfAnAnswer() {
        var id = town.aMeasureAtWork();
        ledger.act(id, Act.of("hand-on").on(share(id, "lead")).to(town.post("eco.handle2")), town.as("eco.registry"));
        assertThat(told(id).get("eco.handle2")).endsWith(Kind.OWED);
        ledger.act(id, Act.of("receive").on(share(id, "assist")), town.as("housing.registry"));
        ledger.act(id, Act.of("answer").on(share(id, "assist")).saying("note", "已配合"), town.as("housing.registry"));
        assertThat(told(id).get("eco.handle2")).endsWith(Kind.OWED);
        ledger.act(id, Act.of("return").on(share(id, "assist")).saying("reason", "写具体些"), town.as("eco.handle"));
        assertThat(told(id)).anySatisfy((login, kinds) -> {
            assertThat(login).startsWith("housing");
            assertThat(kinds).endsWith(Kind.RETURNED);
        });
    }

    @Test
    void showsAndCountsNothingThatItsReaderMaySeeNoLonger() throws Exception {
        var id = town.anAssignedMeasure();
        var registry = town.as("eco.registry");
        told(id);
        assertThat(inbox.unread(registry)).isEqualTo(1);
        ledger.act(id, Act.of("classify").saying("secrecy", "named_persons").saying("reason", "涉及个人"), town.as("inspect1"));
        assertThat(inbox.unread(registry)).isZero();
        assertThat(page("/notices", "eco.registry")).contains("还没有通知").doesNotContain("整治河道乱倒垃圾", id.toString());
        var notice = sql.select(NOTICE.ID).from(NOTICE).where(Inbox.own(registry)).fetchSingle().value1();
        assertThat(http.perform(get("/notices/" + notice).with(SignedIn.as(registry))).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(inbox.unread(town.as("vice1"))).isEqualTo(1);
    }

    @Test
    void tellsNobodyTwiceWhenAnEntryIsHeardAgain() {
        var id = town.anAssignedMeasure();
        var before = told(id);
        new TransactionTemplate(transactions).executeWithoutResult(status -> listener.acted(new MatterActed(id, 2, "rectification", "rectification-measure", "assign", "assigned", Phase.OPEN)));
        assertThat(told(id)).isEqualTo(before);
    }

    @Test
    void leadsToTheMatterAndCountsInTheTopBar() throws Exception {
        var id = town.anAssignedMeasure();
        told(id);
        var registry = town.as("eco.registry");
        assertThat(page("/notices", "eco.registry")).contains("整治河道乱倒垃圾", "待办", "aria-label=\"通知：1 条未读\"", "全部标为已读");
        assertThat(page("/notices?unread=true&kind=returned", "eco.registry")).contains("没有符合条件的通知");
        var notice = inbox.page(registry, true, null, null, 1).rows().getFirst().id();
        var led = http.perform(get("/notices/" + notice).with(SignedIn.as(registry))).andReturn().getResponse();
        assertThat(led.getRedirectedUrl()).isEqualTo("/matters/" + id + "#entry-2");
        assertThat(page("/notices", "eco.registry")).contains("通知：没有未读").doesNotContain("标为已读：");
        assertThat(http.perform(get("/notices/" + notice).with(SignedIn.as(town.as("eco.handle")))).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void pagesByKeyAndReadsOnlyWhatWasSeen() throws Exception {
        for (int i = 0; i < 3; i++) town.anAssignedMeasure();
        postman.deliver(town.city.tenant());
        var registry = town.as("eco.registry");
        var first = inbox.page(registry, false, null, null, 2);
        assertThat(first.rows()).hasSize(2);
        var second = inbox.page(registry, false, null, first.next(), 2);
        assertThat(second.rows()).hasSize(1);
        assertThat(second.next()).isNull();
        var seen = first.rows().get(1).id();
        http.perform(post("/notices/read").param("newest", seen.toString()).with(SignedIn.as(registry)).with(csrf()));
        assertThat(inbox.page(registry, true, null, null, 9).rows()).singleElement().extracting(NoticeRow::id).isEqualTo(first.rows().getFirst().id());
    }

    /** Who was told of a matter, by login, with why, the oldest first. */
    private Map<String, List<Kind>> told(MatterId id) {
        postman.deliver(id.tenant());
        return sql.selectFrom(NOTICE).where(NOTICE.TENANT.eq(id.tenant()), NOTICE.KEY.eq(id.id())).orderBy(NOTICE.ID)
                .fetch().stream().collect(Collectors.groupingBy(n -> login(n.getPerson()), Collectors.mapping(n -> Kind.named(n.getKind()).orElseThrow(), Collectors.toList())));
    }

    private int share(MatterId id, String role) {
        return happenings.of(id, 2).orElseThrow().assignments().stream().filter(a -> a.role().equals(role)).mapToInt(Assignment::no).findFirst().orElseThrow();
    }

    private String login(int person) {
        return town.city.logins().entrySet().stream().filter(e -> e.getValue() == person).map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    private String page(String path, String login) throws Exception {
        var response = http.perform(get(path).with(SignedIn.as(town.as(login)))).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
