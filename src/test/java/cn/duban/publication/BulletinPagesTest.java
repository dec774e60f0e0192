package cn.duban.publication;

import static cn.duban.publication.RoundFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.documents.DocumentText;
import cn.duban.rectification.reading.Reader;
import cn.duban.web.Scanned;
import cn.duban.web.Viewer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@DubanTest
class BulletinPagesTest {

    @Autowired MockMvc http;
    @Autowired RoundFixture rounds;
    @Autowired Drafting drafting;
    @Autowired Publishing publishing;

    @Test
    void letsTwoPeopleTakeABulletinFromTheRoundToThePublic() throws Exception {
        var round = rounds.aRoundUnderWay();
        assertThat(page("/bulletins/new?root=" + round, rounds.drafter())).contains("市委第三巡察组巡察反馈意见", "value=\"" + round + "\" checked");
        rounds.aDraft(round);
        var here = send("/bulletins", rounds.drafter(), Map.of("root", round.toString())).getRedirectedUrl();
        assertThat(page(here, rounds.drafter())).contains("共有问题", "class=\"bound\"", "送审", "已核对下列内部事项可以公开").doesNotContain(">审定<");
        assertThat(page(here + "/figures/未完成问题", rounds.drafter())).contains("污水直排未根治").doesNotContain("河道乱倒");
        assertThat(send(here + "/review", rounds.drafter(), Map.of("version", "1")).getStatus()).isEqualTo(422);
        assertThat(page("/", rounds.head())).doesNotContain(here);
        send(here + "/review", rounds.drafter(), Map.of("version", "1", "vouched", "true"));
        assertThat(page(here, rounds.head())).contains("审定", "已核对下列内部事项可以公开：");
        assertThat(page("/", rounds.head())).contains("href=\"" + here, "通报待审定");
        assertThat(page("/", rounds.drafter())).doesNotContain("通报待审定");
        send(here + "/approval", rounds.head(), Map.of("version", "2"));
        send(here + "/publication", rounds.head(), Map.of());
        assertThat(page(here, rounds.head())).contains("核验通过", "/public/bulletins/" + rounds.head().tenant() + "-");
        assertThat(page("/bulletins", rounds.head())).contains("已发布");
        assertThat(page("/matters/" + round, rounds.head())).as("the system's own entry").contains("发布通报明督通〔", "href=\"/public/bulletins/", "内容摘要（SM3），用于核验").doesNotContain("内容摘要SM3：");
    }

    @Test
    void leadsFromARateToItsNumeratorEvenWhereThatIsNone() throws Exception {
        var round = rounds.aRound("还没有完成的一轮");
        rounds.aMeasure(rounds.aFinding(round, "河道有垃圾"), "清理河道", "working");
        var here = "/bulletins/" + rounds.aDraft(round).id();
        assertThat(page(here, rounds.drafter())).contains(">0%（0/1）</a>", "问题完成率").doesNotContain("问题整改完成率");
        assertThat(page(here + "/figures/问题完成率", rounds.drafter())).contains("计入分子的是以下事项", "没有这样的事项");
        assertThat(page(here + "/figures/巡察机构", rounds.drafter())).contains("这处内容取自以下事项", "台账记录条数");
    }

    @Test
    void warnsOfANumberTypedAgainstTheLedger() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundUnderWay());
        var here = "/bulletins/" + draft.id();
        send(here, rounds.drafter(), Map.of("version", "1", "title", draft.title(), "text.intro", "共发现12个问题，已全部整改完毕，完成率98%。{不存在}"));
        assertThat(page(here, rounds.drafter())).contains("“12个问题”与台账不符，台账为：问题总数 2", "“完成率98%”超过了台账的数字", "但台账还有未完成的事项", "没有名为“不存在”的台账数字");
        assertThat(send(here + "/review", rounds.drafter(), Map.of("version", "2", "vouched", "true")).getStatus()).isEqualTo(409);
        assertThat(send(here, rounds.drafter(), Map.of("version", "1", "title", "晚到的修改")).getStatus()).isEqualTo(409);
    }

    /** As people write them: after the noun, before it, in Chinese numerals, as 百分之, as nothing at all. */
    @Test
    void holdsEveryTypedNumberAgainstTheLedger() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundUnderWay());
        var here = "/bulletins/" + draft.id();
        var version = 1;
        for (var lie : List.of("已销号2个", "2个问题已全部销号", "完成整改两个", "整改到位问题：2个", "已办结措施五项", "完成率百分之一百", "完成率达到100%", "逾期3个", "完成率为百分之九十五点五")) {
            send(here, rounds.drafter(), Map.of("version", "" + version++, "title", draft.title(), "text.findings", "共有问题{问题总数}个，其中" + lie + "。"));
            assertThat(page(here, rounds.drafter())).as(lie).contains(lie + "”超过了台账的数字", "check-STOP");
            assertThat(send(here + "/review", rounds.drafter(), Map.of("version", "" + version, "vouched", "true")).getStatus()).as(lie).isEqualTo(409);
        }
        for (var less : List.of("未完成0个", "完成率10%", "已销号零个")) {
            send(here, rounds.drafter(), Map.of("version", "" + version++, "title", draft.title(), "text.findings", "共有问题{问题总数}个，" + less + "。"));
            assertThat(page(here, rounds.drafter())).as(less).contains(less + "”与台账").doesNotContain("check-STOP");
        }
        send(here, rounds.drafter(), Map.of("version", "" + version++, "title", draft.title(), "text.findings", "共有问题{问题总数}个，完成率50%，已销号1个。确保年底前完成率达到100%；完成3个站点建设，第12条规定，3个月内办理。"));
        assertThat(page(here, rounds.drafter())).contains("“已销号1个”是手工写的数字", "“完成率50%”是手工写的数字", "“完成率达到100%”与台账的比率不符").doesNotContain("check-STOP", "“完成3个", "“12条", "“3个月");
    }

    @Test
    void namesWhoMayApprove() throws Exception {
        var round = rounds.aRoundUnderWay();
        var own = rounds.again(drafting.draft(round, null, rounds.head()));
        assertThat(page("/bulletins/" + own.id(), rounds.head())).contains("秘书长 骆怀瑾或市长 宁致远");
        drafting.submit(own, own.version(), true, rounds.head());
        assertThat(page("/bulletins/" + own.id(), rounds.head())).contains("您参与过起草，须由秘书长 骆怀瑾或市长 宁致远审核和发布").doesNotContain("督查室主任 祁正言或");
    }

    @Test
    void provesNoMoreThanItChecked() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundUnderWay());
        assertThat(page("/public/bulletins/" + rounds.published(draft).slug() + "/verification", null)).contains("没有核对：").doesNotContain("手工写的数字");
        var typed = rounds.aDraft(rounds.aRoundUnderWay());
        drafting.save(typed, 1, typed.title(), Map.of("findings", "共有问题{问题总数}个，其中已销号1个。"), null, rounds.drafter());
        assertThat(page("/public/bulletins/" + rounds.published(rounds.again(typed)).slug() + "/verification", null))
                .contains("核验通过", "其中“已销号1个”是手工写的数字，不取自台账");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseSavedFirst() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundUnderWay());
        var here = "/bulletins/" + draft.id();
        send(here, rounds.drafter(), Map.of("version", "1", "title", draft.title(), "text.intro", "先保存的一段话。"));
        var late = send(here, rounds.drafter(), Map.of("version", "1", "title", "晚到的修改", "text.intro", "写了很久的一段话。"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(StandardCharsets.UTF_8)).contains("写了很久的一段话。</textarea>", "先保存的一段话。", "value=\"晚到的修改\"", "name=\"version\" value=\"2\"");
        assertThat(send(here, rounds.drafter(), Map.of("version", "2", "title", " ", "text.intro", "题目忘了写")).getContentAsString(StandardCharsets.UTF_8)).contains("题目忘了写</textarea>");
        assertThat(send(here, rounds.drafter(), Map.of("version", "2", "title", "晚到的修改", "text.intro", "写了很久的一段话。")).getStatus()).isEqualTo(302);
        assertThat(page(here, rounds.drafter())).contains("写了很久的一段话。").doesNotContain("先保存的一段话");
    }

    @Test
    void countsAPastDayOnlyWhereTheRoundWasOnTheLedger() throws Exception {
        var round = rounds.aRoundUnderWay();
        var today = rounds.town.today();
        assertThat(send("/bulletins", rounds.drafter(), Map.of("root", round.toString(), "day", today.minusDays(1).toString())).getStatus()).isEqualTo(422);
        assertThat(send("/bulletins", rounds.drafter(), Map.of("root", round.toString(), "day", today.toString())).getRedirectedUrl()).startsWith("/bulletins/");
        assertThat(send("/bulletins", rounds.drafter(), Map.of("root", round.toString(), "day", "")).getRedirectedUrl()).startsWith("/bulletins/");
        assertThat(send("/bulletins", rounds.town.as("eco"), Map.of("root", round.toString())).getStatus()).isEqualTo(403);
    }

    @Test
    void signsAsTheGovernmentSetIt() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundUnderWay());
        send("/bulletins/issuer", rounds.drafter(), Map.of("mark", "明川市人民政府督查室", "word", "明督通", "contact", ""));
        assertThat(page("/bulletins/" + draft.id(), rounds.drafter())).contains("没有写明监督联系方式", "href=\"/bulletins/issuer\"");
        assertThat(send("/bulletins/" + draft.id() + "/review", rounds.drafter(), Map.of("version", "1", "vouched", "true")).getStatus()).isEqualTo(409);
        send("/bulletins/" + draft.id(), rounds.drafter(), Map.of("version", "1", "title", draft.title(), "text.contact", "欢迎监督，来信请寄地址：明川市人民路1号。"));
        assertThat(page("/bulletins/" + draft.id(), rounds.drafter())).doesNotContain("没有写明监督联系方式");
        send("/bulletins/" + draft.id(), rounds.drafter(), Map.of("version", "2", "title", draft.title(), "text.contact", "欢迎社会各界监督。{监督联系方式}"));
        var form = Map.of("mark", "明川市巡察整改工作领导小组", "word", "明督通", "contact", "监督电话：0990-6620。");
        assertThat(send("/bulletins/issuer", rounds.drafter(), Map.of("mark", "x", "word", "y", "contact", "13812345678")).getStatus()).isEqualTo(422);
        assertThat(send("/bulletins/issuer", rounds.drafter(), form).getRedirectedUrl()).isEqualTo("/bulletins");
        var frozen = rounds.published(rounds.again(draft));
        assertThat(page("/public/bulletins/" + frozen.slug(), null)).contains("明川市巡察整改工作领导小组", "监督电话：0990-6620。");
        send("/bulletins/issuer", rounds.drafter(), Map.of("mark", "明川市人民政府督查室", "word", "明督通", "contact", ""));
        assertThat(page("/public/bulletins/" + frozen.slug() + "/verification", null)).contains("核验通过");
    }

    @Test
    void wantsToKnowWhoGaveTheOpinion() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundWithoutInspector("专项整改"));
        var here = "/bulletins/" + draft.id();
        assertThat(page(here, rounds.drafter())).contains("台账里“巡察机构”是空的");
        assertThat(send(here + "/review", rounds.drafter(), Map.of("version", "1", "vouched", "true")).getStatus()).isEqualTo(409);
        send(here, rounds.drafter(), Map.of("version", "1", "title", draft.title(), "text.intro", "市委巡察组反馈了意见。现将整改落实情况通报如下。"));
        assertThat(send(here + "/review", rounds.drafter(), Map.of("version", "2", "vouched", "true")).getStatus()).isEqualTo(302);
    }

    @Test
    void showsTheEditorToNobodyElse() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundUnderWay());
        for (var stranger : List.of("eco", "eco.handle", "admin", "finance"))
            assertThat(answer("/bulletins/" + draft.id(), rounds.town.as(stranger)).getStatus()).as(stranger).isEqualTo(404);
        assertThat(page("/bulletins", rounds.town.as("patrol"))).doesNotContain(draft.id().toString());
    }

    @Test
    void keepsWhatIsCoveredFromEveryPublicDoor() throws Exception {
        var round = rounds.aRound("某局巡察反馈意见");
        var first = rounds.aFinding(round, "某某村支书侵占补助款");
        rounds.aMeasure(first, "追缴某某村补助款", "paused");
        rounds.aSecretFinding(round, "涉密采购流程不全");
        var draft = rounds.aDraft(round);
        drafting.save(draft, draft.version(), "关于某某村问题整改情况的通报", Map.of("closing", "请某某村抓紧。举报人王五已答复。"), null, rounds.drafter());
        drafting.redact(rounds.again(draft), null, "某某村", "个案尚在办理", rounds.drafter());
        drafting.redact(rounds.again(draft), "closing", null, "涉及举报人", rounds.drafter());
        drafting.redact(rounds.again(draft), rounds.number(first), null, "涉及个人", rounds.drafter());
        var frozen = rounds.published(rounds.again(draft));
        var here = "/public/bulletins/" + frozen.slug();
        var paper = DocumentText.read(answer(here + "/docx", null).getContentAsByteArray(), "通报.docx");
        for (var door : List.of(page(here, null), page(here + "/content.json", null), page(here + "/verification", null), page("/public/bulletins", null),
                String.join("\n", paper.lines()), page("/public/bulletins?q=通报", null)))
            assertThat(door).doesNotContain("某某村", "支书", "王五", "涉密采购", "个案尚在办理", "涉及举报人");
        assertThat(page(here, null)).contains("▇▇〔略〕");
        assertThat(page("/public/bulletins?q=支书", null)).doesNotContain(frozen.slug());
        assertThat(page("/bulletins/" + draft.id(), rounds.drafter())).contains("某某村支书", "个案尚在办理");
    }

    @Test
    void showsNothingBeforeItsHourAndLittleAfterItsWithdrawal() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundUnderWay());
        drafting.save(draft, draft.version(), draft.title(), Map.of(), java.time.Instant.now().plusSeconds(3600), rounds.drafter());
        var waiting = rounds.published(rounds.again(draft));
        for (var door : List.of("", "/docx", "/content.json", "/verification")) assertThat(answer("/public/bulletins/" + waiting.slug() + door, null).getStatus()).isEqualTo(404);
        assertThat(page("/public/bulletins", null)).doesNotContain(waiting.slug());

        var frozen = rounds.published(rounds.aDraft(rounds.aRoundUnderWay()));
        assertThat(page("/public/bulletins/" + frozen.slug(), null)).contains("本通报可核验", frozen.digest(), "河道乱倒垃圾问题突出");
        var paper = DocumentText.read(answer("/public/bulletins/" + frozen.slug() + "/docx", null).getContentAsByteArray(), "通报.docx");
        assertThat(Reader.read(paper).title()).as("a title set on several lines, read back").isEqualTo(frozen.title());
        assertThat(page("/public/bulletins/" + frozen.slug() + "/verification", null)).contains("核验通过");
        send("/bulletins/" + frozen.bulletin() + "/withdrawal", rounds.head(), Map.of("reason", "数据口径需要更正"));
        assertThat(page("/public/bulletins/" + frozen.slug(), null)).contains(frozen.title(), "数据口径需要更正").doesNotContain("河道乱倒垃圾问题突出");
        for (var door : List.of("/docx", "/content.json")) assertThat(answer("/public/bulletins/" + frozen.slug() + door, null).getStatus()).isEqualTo(404);
        assertThat(page("/public/bulletins/" + frozen.slug() + "/verification", null)).contains("核验通过", "通报已撤回").doesNotContain("河道乱倒垃圾问题突出", "content.json");
        assertThat(page("/public/bulletins?q=河道乱倒", null)).doesNotContain(frozen.slug());
    }

    @Test
    void setsAPublishedPaperOnce() throws Exception {
        var frozen = rounds.published(rounds.aDraft(rounds.aRoundUnderWay()));
        var papers = new Papers(1, "");
        assertThat(papers.of(frozen)).as("larger than what is kept").isNotSameAs(papers.of(frozen));
        assertThat(new XWPFDocument(new ByteArrayInputStream(papers.of(frozen))).getAllPictures()).as("no address was set, and the one that somebody asked by is nobody's").isEmpty();
        assertThat(Scanned.docx(new Papers("https://duban.example.gov.cn/").of(frozen))).isEqualTo("https://duban.example.gov.cn/public/bulletins/" + frozen.slug() + "/verification");
        papers = new Papers("");
        assertThat(papers.of(frozen)).isSameAs(papers.of(frozen)).hasSizeGreaterThan(1000);
        assertThat(answer("/public/bulletins/" + frozen.slug() + "/docx", null).getContentAsByteArray())
                .isEqualTo(answer("/bulletins/" + frozen.bulletin() + "/docx", rounds.head()).getContentAsByteArray());
    }

    @Test
    void refusesATitleThatIsAnEssay() throws Exception {
        var draft = rounds.aDraft(rounds.aRoundUnderWay());
        var refused = send("/bulletins/" + draft.id(), rounds.drafter(), Map.of("version", Integer.toString(draft.version()), "title", "问题".repeat(51)));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("超过 100 个字");
    }

    private String page(String path, @org.jspecify.annotations.Nullable Viewer viewer) throws Exception {
        var answer = answer(path, viewer);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path, @org.jspecify.annotations.Nullable Viewer viewer) throws Exception {
        var request = get(java.net.URI.create(path.codePoints().mapToObj(c -> c < 128 ? Character.toString(c) : java.net.URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)).collect(Collectors.joining())));
        return http.perform(viewer == null ? request : request.with(signedIn(viewer))).andReturn().getResponse();
    }

    private MockHttpServletResponse send(String path, Viewer viewer, Map<String, String> form) throws Exception {
        var request = post(path).with(signedIn(viewer)).with(csrf());
        form.forEach(request::param);
        return http.perform(request).andReturn().getResponse();
    }
}
