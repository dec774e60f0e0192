package cn.duban.performance;

import static cn.duban_db.performance.Tables.ROUND;
import static cn.duban_db.performance.Tables.SCORE;
import static cn.duban_db.performance.Tables.SCHEME_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.AtOnce;
import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.escalation.Orders;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Proof;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A scheme and its round from the first draft to the published ranking, over HTTP, with everybody who tries what is not theirs. */
@DubanTest
class RoundTest {

    private static final String TEXT = """
            方案: 督查季度考核
            类别: 综合考核
            周期: 季度
            对象: { 部门: [市生态环境局, 市住建局, 市财政局] }
            指标:
              办结: { 分值: 56, 数据: 逾期未办结, 每件: 2 }
              公开: { 分值: 4, 专项: 政务公开, 评分: 市行政审批服务局 }
              质量: { 分值: 40, 评分: 考核单位 }
              互评: { 加分: 5, 评分: 市财政局 }
              督办: { 减分: 5, 数据: 督办扣分, 每件: 1 }
            """;

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired DSLContext sql;
    @Autowired RoundsProof proof;
    @Autowired Rounds rounds;
    @Autowired Scores scores;
    @Autowired Orders orders;
    @Autowired Schemes schemes;
    @Autowired AtOnce atOnce;

    private Town town;

    @BeforeEach
    void city() {
        town = new Town(cities, directories, ledger, files);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, String login) throws Exception {
        return http.perform(request.with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private String page(String path, String login) throws Exception {
        var response = ask(get(path), login);
        assertThat(response.getStatus()).as(path + " as " + login).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private int done(MockHttpServletRequestBuilder request, String login) throws Exception {
        return ask(request, login).getStatus();
    }

    private String scheme() throws Exception {
        var added = ask(post("/performance/schemes/new").param("text", TEXT).param("keep", "true"), "inspect1").getRedirectedUrl();
        assertThat(added).startsWith("/performance/schemes/");
        return added;
    }

    private String consulted() throws Exception {
        var scheme = scheme();
        assertThat(done(post(scheme + "/consultation").param("until", town.today().plusDays(7).toString()), "inspect1")).isEqualTo(302);
        return scheme;
    }

    private String approved() throws Exception {
        var scheme = consulted();
        for (var login : new String[] {"eco", "housing", "finance"}) assertThat(done(post(scheme + "/opinions").param("agrees", "yes"), login)).isEqualTo(302);
        assertThat(done(post(scheme + "/approval").param("since", start()), "inspect")).isEqualTo(302);
        return scheme;
    }

    /** First day of the last quarter. */
    private String start() {
        var quarter = cn.duban.workdays.Rhythm.QUARTERLY;
        return quarter.startOf(quarter.startOf(town.today()).minusDays(1)).toString();
    }

    private String round() throws Exception {
        var opened = ask(post(approved() + "/rounds").param("period", start()), "inspect1").getRedirectedUrl();
        assertThat(opened).startsWith("/performance/rounds/");
        return opened;
    }

    private MockHttpServletRequestBuilder sheet(String round, String indicator, String points, String... units) {
        var sent = post(round + "/sheet").param("indicator", indicator);
        for (var unit : units) sent.param("value-" + town.unit(unit), points).param("reason-" + town.unit(unit), "两次答复敷衍").param("evidence-" + town.unit(unit), "督查记录第3号");
        return sent;
    }

    private void scored(String round) throws Exception {
        assertThat(done(sheet(round, "2", "4", "市生态环境局", "市住建局", "市财政局"), "permit.handle1")).isEqualTo(302);
        assertThat(done(sheet(round, "3", "36", "市生态环境局", "市住建局"), "inspect1")).isEqualTo(302);
        assertThat(done(sheet(round, "3", "40", "市财政局"), "inspect1")).isEqualTo(302);
        assertThat(done(sheet(round, "4", "1", "市生态环境局", "市住建局"), "finance.handle")).isEqualTo(302);
        assertThat(done(sheet(round, "4", "0", "市财政局"), "mayor")).isEqualTo(302);
    }

    private String shown() throws Exception {
        var round = round();
        scored(round);
        assertThat(done(post(round + "/showing"), "inspect1")).isEqualTo(302);
        return round;
    }

    private BigDecimal total(String round, String unit) {
        return rounds.results(rounds.find(id(round), town.as("inspect"))).stream().filter(place -> place.unit() == town.unit(unit)).findFirst().orElseThrow().total();
    }

    private static UUID id(String path) {
        return UUID.fromString(path.replaceFirst(".*/", ""));
    }

    private ArrayList<Proof.Break> breaks() {
        var breaks = new ArrayList<Proof.Break>();
        proof.prove(town.city.tenant(), breaks);
        return breaks;
    }

    @Test
    void aSchemeIsConsultedOnAndApprovedBySomebodyElse() throws Exception {
        var bad = ask(post("/performance/schemes/new").param("text", TEXT.replace("分值: 56", "分值: 50")), "inspect1");
        assertThat(text(bad)).contains("第5行", "比应有的 100 分少了 6 分").as("a look keeps nothing").contains("分值: 50");
        var scheme = consulted();
        assertThat(page(scheme, "eco")).contains("市生态环境局的意见");
        assertThat(text(ask(post(scheme + "/opinions").param("agrees", "no"), "eco"))).contains("有不同意见的，请写明");
        assertThat(done(post(scheme + "/opinions").param("agrees", "yes"), "labour")).as("not appraised").isEqualTo(403);
        assertThat(done(post(scheme + "/opinions").param("agrees", "no").param("opinion", "权重太高"), "eco")).isEqualTo(302);
        assertThat(done(post(scheme + "/approval").param("since", start()), "inspect1")).as("who wrote it, and signs nothing").isEqualTo(403);
        assertThat(text(ask(post(scheme + "/approval").param("since", start()), "inspect"))).contains("还有 2 个单位没有反馈");
        for (var login : new String[] {"housing", "finance"}) ask(post(scheme + "/opinions").param("agrees", "yes"), login);
        assertThat(text(ask(post(scheme + "/approval").param("since", start()), "inspect"))).contains("还有 1 条不同意见没有答复");
        assertThat(done(post(scheme + "/answers").param("unit", String.valueOf(town.unit("市生态环境局"))).param("answer", "维持，依据年度要点"), "inspect1")).isEqualTo(302);
        assertThat(text(ask(post(scheme + "/approval").param("since", "2020-01-01"), "inspect"))).contains("施行日期不能早于");
        assertThat(done(post(scheme + "/approval").param("since", start()), "inspect")).isEqualTo(302);
        assertThat(text(ask(post(scheme).param("text", TEXT).param("keep", "true").param("revision", "1"), "inspect1"))).contains("已批准的版本不能改");
        assertThatThrownBy(() -> sql.update(SCHEME_VERSION).set(SCHEME_VERSION.TEXT, "x").where(SCHEME_VERSION.TENANT.eq(town.city.tenant())).execute()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void namesTheLedgerThatThereIsNot() throws Exception {
        var text = TEXT.replace("数据: 逾期未办结,", "数据: 逾期未办结, 台账: %s,");
        assertThat(text(ask(post("/performance/schemes/new").param("text", text.formatted("巡查整改")), "inspect1"))).contains("第6行", "没有叫“巡查整改”的台账");
        assertThat(text(ask(post("/performance/schemes/new").param("text", text.formatted("巡察整改")), "inspect1"))).doesNotContain("没有叫“");
    }

    @Test
    void keepsWhatWasTypedWhereSomebodyElseSavedMeanwhile() throws Exception {
        var scheme = scheme();
        assertThat(done(post(scheme).param("text", TEXT + "# 改\n").param("keep", "true").param("revision", "1"), "inspect2")).isEqualTo(302);
        var late = ask(post(scheme).param("text", TEXT + "# 我的\n").param("keep", "true").param("revision", "1"), "inspect1");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("别人刚保存过", "# 我的");
        assertThat(done(get(scheme), "eco")).as("a draft is its unit's own").isEqualTo(404);
    }

    @Test
    void nobodyScoresTheirOwnUnitByAnyDoor() throws Exception {
        var round = round();
        assertThat(text(ask(sheet(round, "4", "5", "市财政局"), "finance.handle"))).contains("这个单位的这一项不由您评分");
        assertThat(page(round + "/sheet?indicator=4", "finance.handle")).doesNotContain("value-" + town.unit("市财政局"));
        assertThat(text(ask(sheet(round, "3", "40", "市生态环境局"), "permit.handle1"))).contains("不由您评分");
        assertThat(done(sheet(round, "3", "40", "市生态环境局"), "eco.handle")).as("who has nothing to score sees no round").isEqualTo(404);
        assertThat(scores.of(rounds.find(id(round), town.as("inspect"))).stream().filter(score -> score.assessor() != null)).allMatch(score -> score.state() == Card.Score.State.OWED);
    }

    @Test
    void takesWhatIsRightAndSaysWhatIsNot() throws Exception {
        var round = round();
        var eco = town.unit("市生态环境局");
        var housing = town.unit("市住建局");
        var answer = ask(post(round + "/sheet").param("indicator", "3").param("value-" + eco, "38").param("value-" + housing, "40"), "inspect1");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("已记下 1 个单位的评分", "没有给满分，请写明扣分理由和依据").containsPattern("id=\"value-" + eco + "\"[^>]*value=\"38\"");
        assertThat(text(ask(post(round + "/sheet").param("indicator", "3").param("value-" + eco, "41"), "inspect1"))).contains("请填 0 到 40 之间的数");
        var owed = ask(post(round + "/showing"), "inspect1");
        assertThat(owed.getStatus()).isEqualTo(409);
        assertThat(text(owed)).contains("没有评分").contains("市行政审批服务局");
        assertThat(page("/", "inspect1")).contains("督查季度考核");
        assertThat(done(get(round), "eco")).as("nothing is shown yet").isEqualTo(404);
    }

    @Test
    void showsEachItsOwnAndAnUpheldAppealRestoresTheScore() throws Exception {
        var round = shown();
        var eco = town.unit("市生态环境局");
        var card = round + "/units/" + eco;
        assertThat(page(card, "eco.handle")).contains("办结 56 + 公开 4 + 质量 36 = 96；96 + 1（加分） = 97", "两次答复敷衍", "督查记录第3号", "/figures/rows?");
        assertThat(done(get(card), "housing")).as("another's").isEqualTo(404);
        assertThat(page(round, "eco.handle")).contains("公布以前只看得到本单位的得分").doesNotContain("住房和城乡建设局");
        assertThat(done(sheet(round, "3", "40", "市生态环境局"), "inspect1")).as("scored no more").isEqualTo(409);

        assertThat(done(post(card + "/appeals").param("indicator", "3").param("reason", "答复有附件"), "housing")).as("for another").isEqualTo(403);
        assertThat(text(ask(post(card + "/appeals").param("indicator", "3"), "eco.handle"))).contains("请写明申诉理由");
        assertThat(text(ask(post(card + "/appeals").param("indicator", "1").param("reason", "没有扣分"), "eco.handle"))).contains("这一项没有扣分，不用申诉");
        assertThat(done(post(card + "/appeals").param("indicator", "3").param("reason", "答复有附件").param("evidence", "附件二"), "eco.handle")).isEqualTo(302);
        assertThat(text(ask(post(card + "/appeals").param("indicator", "3").param("reason", "再说一遍"), "eco.handle"))).contains("已经申诉过了");

        var decide = post(card + "/appeals/1").param("verdict", "uphold").param("points", "40").param("decision", "附件属实");
        for (var login : new String[] {"inspect1", "inspect", "eco", "eco.handle"}) assertThat(done(post(card + "/appeals/1").param("verdict", "uphold").param("points", "40").param("decision", "好"), login)).as(login).isEqualTo(403);
        assertThat(page("/", "secretary")).contains("的申诉");
        assertThat(text(ask(post(card + "/appeals/1").param("verdict", "uphold").param("points", "30").param("decision", "好"), "secretary"))).contains("更正后的得分要比原来好");
        assertThat(total(round, "市生态环境局")).isEqualByComparingTo("97");
        assertThat(done(decide, "secretary")).isEqualTo(302);
        assertThat(total(round, "市生态环境局")).isEqualByComparingTo("101");
        assertThat(page(card, "eco.handle")).contains("申诉成立", "附件属实", "已更正");
        assertThat(breaks()).isEmpty();
    }

    @Test
    void tellsAUnitItsPlaceOnceItIsPublished() throws Exception {
        var round = shown();
        assertThat(page("/performance", "eco.handle")).contains("97 分").doesNotContain(" 名</a>");
        over(round);
        assertThat(done(post(round + "/publication"), "secretary")).isEqualTo(302);
        assertThat(page("/performance", "eco.handle")).contains("97 分，第 ");
    }

    private void over(String round) {
        sql.update(ROUND).set(ROUND.APPEAL_UNTIL, town.today().minusDays(1)).where(ROUND.TENANT.eq(town.city.tenant()), ROUND.ID.eq(id(round))).execute();
    }

    /** Those above do not see what is for named persons alone. */
    @Test
    void countsTheSameWhoeverCounts() throws Exception {
        var measure = town.aMeasureAtWork();
        orders.issued(town, measure, "1.5", LocalDate.parse(start()).plusDays(10));
        ledger.act(measure, Act.of("classify").saying("secrecy", "named_persons").saying("reason", "涉及举报人"), town.as("inspect"));
        var round = shown();
        over(round);
        ask(post(round + "/publication"), "secretary");
        assertThat(total(round, "市生态环境局")).isEqualByComparingTo("95.5");
        assertThat(ask(post(round + "/recount").param("reason", "核对"), "secretary").getRedirectedUrl()).endsWith("corrected=0");
        assertThat(total(round, "市生态环境局")).isEqualByComparingTo("95.5");
    }

    @Test
    void saysWhatIsWrongWithADayThatNoCalendarHas() throws Exception {
        var scheme = scheme();
        for (var day : new String[] {"+999999999-12-31", "-999999999-01-01", "9999-12-31", "2026-02-30", ""}) {
            assertThat(done(post(scheme + "/consultation").param("until", day), "inspect1")).as(day).isEqualTo(422);
            assertThat(done(post(scheme + "/rounds").param("period", day), "inspect1")).as(day).isEqualTo(422);
        }
    }

    @Test
    void isDraftedOnceHoweverOftenItIsClicked() throws Exception {
        var scheme = UUID.fromString(scheme().replaceFirst(".*/", ""));
        var author = town.as("inspect1");
        atOnce.second(() -> schemes.draft(scheme, 2, TEXT, Instant.now(), author), () -> {
            schemes.draft(scheme, 2, TEXT, Instant.now(), author);
            return true;
        });
        assertThat(schemes.versions(scheme, author)).isNotEmpty();
    }

    @Test
    void takesNoNumbersOfPeople() throws Exception {
        var round = round();
        var eco = town.unit("市生态环境局");
        var sheet = ask(post(round + "/sheet").param("indicator", "3").param("value-" + eco, "36").param("reason-" + eco, "问 13800138000").param("evidence-" + eco, "记录"), "inspect1");
        assertThat(sheet.getStatus()).isEqualTo(422);
        assertThat(text(sheet)).contains("手机号码", "问 13800138000");
        scored(round);
        ask(post(round + "/showing"), "inspect1");
        var appeal = ask(post(round + "/units/" + eco + "/appeals").param("indicator", "3").param("reason", "请问 13800138000"), "eco.handle");
        assertThat(appeal.getStatus()).isEqualTo(422);
        assertThat(text(appeal)).contains("手机号码");
    }

    @Test
    void isPublishedAfterTheDaysAndNeverRewrittenByALaterScheme() throws Exception {
        var round = shown();
        assertThat(text(ask(post(round + "/publication"), "secretary"))).contains("才截止");
        over(round);
        assertThat(done(post(round + "/publication"), "inspect1")).as("signs nothing").isEqualTo(403);
        assertThat(done(post(round + "/publication"), "secretary")).isEqualTo(302);
        var before = main(page(round, "labour.handle"));
        assertThat(before).contains("住房和城乡建设局", "办结 56 + 公开 4 + 质量 40 = 100");
        assertThat(page("/performance/units/" + town.unit("市财政局"), "labour.handle")).contains("督查季度考核", "100/100");

        var scheme = "/performance/schemes/" + rounds.find(id(round), town.as("inspect")).scheme();
        assertThat(done(post(scheme + "/draft"), "inspect1")).isEqualTo(302);
        assertThat(done(post(scheme).param("text", TEXT.replace("分值: 56", "分值: 60").replace("分值: 40", "分值: 36")).param("keep", "true").param("revision", "1"), "inspect1")).isEqualTo(302);
        ask(post(scheme + "/consultation").param("until", town.today().plusDays(1).toString()), "inspect1");
        for (var login : new String[] {"eco", "housing", "finance"}) ask(post(scheme + "/opinions").param("agrees", "yes"), login);
        assertThat(done(post(scheme + "/approval").param("since", start()), "inspect")).isEqualTo(302);
        assertThat(main(page(round, "labour.handle"))).isEqualTo(before);
        assertThat(text(ask(post(scheme + "/rounds").param("period", start()), "inspect1"))).contains("这一期已经开过了");
        assertThat(breaks()).isEmpty();

        var book = ask(get(round + "/file"), "labour.handle");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(book.getContentAsByteArray()))) {
            assertThat(workbook.getSheet("名次").getRow(3).getCell(2).getStringCellValue()).contains("财政局");
            assertThat(workbook.getSheet("各项得分").getPhysicalNumberOfRows()).isEqualTo(2 + 3 * 5);
        }
    }

    /** A figure counted wrongly comes back by counting again, with the reason; what an appeal settled stays; every number leads to its rows. */
    @Test
    void correctsFiguresWithAReason() throws Exception {
        var round = round();
        scored(round);
        ask(post(round + "/showing"), "inspect1");
        var tenant = town.city.tenant();
        assertThat(ask(post(round + "/recount").param("reason", "核对"), "inspect1").getRedirectedUrl()).endsWith("corrected=0");
        assertThat(done(post(round + "/recount").param("reason", " "), "inspect1")).isEqualTo(422);
        assertThat(done(post(round + "/recount").param("reason", "核对"), "eco")).isEqualTo(403);
        for (var link : Pattern.compile("href=\"(/figures/rows[^\"]+)\">([0-9]+)</a>").matcher(page(round + "/units/" + town.unit("市住建局"), "inspect")).results().toList())
            assertThat(page(link.group(1).replace("&amp;", "&"), "inspect")).contains(" · " + link.group(2) + "</h1>");
        assertThat(breaks()).isEmpty();
        sql.update(SCORE).set(SCORE.POINTS, new BigDecimal("39")).where(SCORE.TENANT.eq(tenant), SCORE.ROUND.eq(id(round)), SCORE.UNIT.eq(town.unit("市住建局")), SCORE.INDICATOR.eq("3")).execute();
        assertThat(breaks()).extracting(one -> one.toString()).anyMatch(said -> said.contains("得分与考核经过不符")).anyMatch(said -> said.contains("总分或名次"));
    }

    @Test
    void givesBackWhatASupervisionOrderCostOnceItIsRevoked() throws Exception {
        var order = orders.issued(town, town.aMeasureAtWork(), "1.5", LocalDate.parse(start()).plusDays(10));
        var round = shown();
        var card = round + "/units/" + town.unit("市生态环境局");
        assertThat(total(round, "市生态环境局")).isEqualByComparingTo("95.5");
        assertThat(page(card, "eco.handle")).contains("96 + 1（加分） − 1.5（减分） = 95.5");
        var rows = "/performance/deductions?unit=" + town.unit("市生态环境局") + "&since=" + start() + "&on=" + LocalDate.parse(start()).plusMonths(3).minusDays(1);
        assertThat(page(card, "eco.handle")).contains(rows.replace("&", "&amp;"));
        assertThat(page(rows, "eco.handle")).contains("/escalation/" + order, "计入");
        orders.upheld(town, order);
        assertThat(total(round, "市生态环境局")).as("what was shown stays until it is corrected").isEqualByComparingTo("95.5");
        assertThat(ask(post(round + "/recount").param("reason", "督办单经申诉撤销"), "inspect1").getRedirectedUrl()).endsWith("corrected=1");
        assertThat(total(round, "市生态环境局")).isEqualByComparingTo("97");
        assertThat(page(card, "eco.handle")).contains("督办单经申诉撤销", "已更正");
        assertThat(page(rows, "eco.handle")).contains("已撤销，不计");
        assertThat(breaks()).isEmpty();
    }
}
