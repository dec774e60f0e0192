package cn.duban.inspection;

import static cn.duban.inspection.Inspections.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Town;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.NewUnit;
import cn.duban.units.Unit;
import cn.duban.units.Units;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The plan of a year: what is declared, what it is held against, who decides, and who reads it. */
@DubanTest
class PlanTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Plans plans;
    @Autowired Deciding deciding;
    @Autowired Matters matters;
    @Autowired Units units;

    Town town;
    Inspections here;
    LocalDate day;

    @BeforeEach
    void found() {
        town = new Town(cities, directories, ledger, files);
        here = new Inspections(http, town);
        day = LocalDate.of(town.today().getYear() + 1, 3, 2);
    }

    private Declaration one(UUID id) {
        return plans.find(id, town.as("inspect")).orElseThrow();
    }

    @Test
    void saysWhatIsWrongAtItsFieldAndKeepsWhatWasTyped() throws Exception {
        var response = here.ask(here.declaration("窗口服务督查", day, 3, "市财政局").param("unit", String.valueOf(town.as("finance.handle").unit())), "finance.handle");
        assertThat(response.getStatus()).as("a bureau that would inspect itself").isEqualTo(422);
        assertThat(text(response)).contains("实施单位不能督查自己", "窗口服务督查", "市政府第12次常务会议");
        var empty = here.ask(post("/inspections").param("title", "").param("first", "明天").param("days", "0"), "inspect1");
        assertThat(text(empty)).contains("请写明名称", "请写明依据", "请选择督查类型", "请至少选一种督查方式", "请至少选一个被督查单位", "请填写日期");
        var phone = here.ask(here.declaration("找13812345678督查", day, 3, "市财政局").param("unit", String.valueOf(town.as("inspect1").unit())), "inspect1");
        assertThat(text(phone)).contains("文字里有手机号码");
        assertThat(here.ask(get("/inspections/new"), "admin").getStatus()).isEqualTo(403);
    }

    @Test
    void marksASecondInspectionBeforeItIsApproved() throws Exception {
        here.quota("each", "gap", 30);
        here.approved("安全生产督查", day, 3, "市住建局", "市交通运输局");
        var id = here.declared("窗口服务督查", day.plusDays(10), 2, "市住建局");
        var page = here.page("/inspections/" + id, "inspect");
        assertThat(page).contains("明川市住房和城乡建设局：同一单位 30 天内已有 1 次");
        var behind = page.replaceAll("(?s).*<a href=\"(/inspections\\?unit=[^\"]+)\">明川市住房和城乡建设局：同一单位.*", "$1").replace("&amp;", "&");
        assertThat(here.page(behind, "inspect")).contains("安全生产督查", "窗口服务督查");
        var calendar = here.page("/inspections/calendar?year=" + day.getYear(), "inspect");
        assertThat(calendar).contains("间隔太近", "有 1 个单位被督查得太勤").contains("明川市交通运输局");
        assertThat(here.page("/inspections/calendar?year=" + day.getYear() + "&month=3", "inspect")).contains("市住建局", "calendar-entry crowded");

        var bare = here.decide(id, "approval", 1, "", "inspect");
        assertThat(bare.getStatus()).isEqualTo(422);
        assertThat(text(bare)).contains("确需进行的，请写明理由");
        assertThat(one(id).open()).isTrue();
        assertThat(here.decide(id, "approval", 1, "信访集中反映，需要复查", "inspect").getStatus()).isEqualTo(302);
        assertThat(one(id).reason()).isEqualTo("信访集中反映，需要复查");
    }

    @Test
    void opensANumberedMatterOnceItIsApprovedAndNotBefore() throws Exception {
        var id = here.declared("窗口服务督查", day, 3, "市财政局");
        assertThat(here.decide(id, "approval", 1, "", "inspect1").getStatus()).as("whoever declared it").isEqualTo(403);
        assertThat(here.decide(id, "approval", 1, "", "eco.handle").getStatus()).as("not theirs to see").isEqualTo(404);
        assertThat(here.decide(id, "approval", 1, "", "inspect").getRedirectedUrl()).isEqualTo("/inspections/" + id);
        var matter = one(id).address();
        var row = matters.rows(List.of(matter.id()), town.as("inspect")).get(matter.id());
        assertThat(row.number()).matches("督查〔\\d{4}〕\\d+号");
        assertThat(row.state()).isEqualTo("approved");
        assertThat(row.facts().dueOn()).isEqualTo(day.plusDays(2));
        assertThat(here.decide(id, "approval", 1, "", "inspect").getStatus()).as("clicked twice").isEqualTo(409);
        assertThat(matters.page(matter, town.as("finance"))).as("whom it is to surprise").isEmpty();
        assertThat(here.ask(get("/inspections/" + id), "finance.handle").getStatus()).isEqualTo(404);
        assertThat(here.page("/inspections?year=" + day.getYear(), "finance.handle")).doesNotContain("窗口服务督查");
    }

    /** The whole of its life: the inspected unit reads the conclusion, objects, and others than its drafters decide. */
    @Test
    void isDecidedByOthersOnceTheUnitObjects() throws Exception {
        var id = here.declaredBy("eco.handle", "河长制落实督查", day, 3, "市财政局");
        here.decide(id, "approval", 1, "", "inspect");
        var matter = one(id).address();
        ledger.act(matter, Act.of("start"), town.as("eco.handle"));
        ledger.act(matter, Act.of("conclude").role("inspected", town.unit("市财政局")).saying("note", "资金拨付迟缓"), town.as("eco.handle"));
        assertThat(matters.page(matter, town.as("finance"))).as("the conclusion was fed back").isPresent();
        assertThatThrownBy(() -> ledger.act(matter, Act.of("close").saying("verdict", "结论成立"), town.as("eco.handle"))).isInstanceOf(Refusal.Refused.class);
        assertThat(here.ask(get("/inspections/matters/" + matter).header("HX-Request", "true"), "finance").getContentAsString(StandardCharsets.UTF_8)).as("and nothing of the plan").contains("您的岗位只看得到督查活动本身");
        assertThat(here.ask(get("/inspections/matters/" + matter), "inspect").getRedirectedUrl()).isEqualTo("/inspections/" + id);
        assertThat(here.page("/matters/" + matter, "inspect")).contains("/inspections/matters/" + matter);
        ledger.act(matter, Act.of("contest").saying("reason", "资金已于三月拨付"), town.as("finance"));
        assertThatThrownBy(() -> ledger.act(matter, Act.of("decide").saying("verdict", "维持").saying("reason", "已核对"), town.as("eco.handle"))).as("its drafters stand aside").isInstanceOf(Refusal.Refused.class);
        ledger.act(matter, Act.of("decide").saying("verdict", "维持原结论").saying("reason", "拨付在督查之后"), town.as("inspect"));
        assertThat(matters.rows(List.of(matter.id()), town.as("inspect")).get(matter.id()).state()).isEqualTo("closed");
    }

    /** The first objection takes it from no other unit, nor from one that objects to what was found anew. */
    @Test
    void hearsEveryUnitThatObjects() throws Exception {
        var id = here.declaredBy("eco.handle", "河长制落实督查", day, 3, "市财政局", "市人社局");
        here.decide(id, "approval", 1, "", "inspect");
        var matter = one(id).address();
        var conclude = Act.of("conclude").role("inspected", List.of(town.unit("市财政局"), town.unit("市人社局"))).saying("note", "资金拨付迟缓");
        var contest = Act.of("contest").saying("reason", "与事实不符");
        ledger.act(matter, Act.of("start"), town.as("eco.handle"));
        ledger.act(matter, conclude, town.as("eco.handle"));
        ledger.act(matter, contest, town.as("finance"));
        ledger.act(matter, contest, town.as("labour"));
        ledger.act(matter, Act.of("return").saying("reason", "补充核查").due(day.plusDays(20)), town.as("inspect"));
        ledger.act(matter, conclude, town.as("eco.handle"));
        ledger.act(matter, contest, town.as("finance"));
        ledger.act(matter, Act.of("decide").saying("verdict", "维持原结论").saying("reason", "已核对"), town.as("inspect"));
        assertThat(matters.rows(List.of(matter.id()), town.as("inspect")).get(matter.id()).state()).isEqualTo("closed");
    }

    /** Thirty days are theirs to object in; silence before that agrees to nothing. */
    @Test
    void isNotConcludedWhileAUnitMayStillObject() throws Exception {
        var id = here.declaredBy("eco.handle", "河长制落实督查", day, 3, "市财政局", "市人社局");
        here.decide(id, "approval", 1, "", "inspect");
        var matter = one(id).address();
        ledger.act(matter, Act.of("start"), town.as("eco.handle"));
        ledger.act(matter, Act.of("conclude").role("inspected", List.of(town.unit("市财政局"), town.unit("市人社局"))).saying("note", "资金拨付迟缓"), town.as("eco.handle"));
        var close = Act.of("close").saying("verdict", "结论成立");
        ledger.act(matter, Act.of("agree").saying("note", "无异议"), town.as("finance"));
        assertThatThrownBy(() -> ledger.act(matter, close, town.as("inspect"))).isInstanceOfSatisfying(Refusal.Refused.class, refused -> assertThat(refused.refusal().missing()).as("who is silent").containsExactly("明川市人力资源和社会保障局"));
        ledger.act(matter, Act.of("agree").saying("note", "无异议"), town.as("labour"));
        ledger.act(matter, close, town.as("inspect"));
        assertThat(matters.rows(List.of(matter.id()), town.as("inspect")).get(matter.id()).state()).isEqualTo("closed");
    }

    @Test
    void mergesTwoIntoOne() throws Exception {
        var one = here.declared("窗口服务督查", day, 3, "市财政局");
        var other = here.declared("作风督查", day.plusDays(5), 2, "市人社局");
        var bare = here.ask(post("/inspections/" + other + "/merger").param("version", "1").param("into", one.toString()).param("reason", ""), "inspect");
        assertThat(bare.getStatus()).as("without a reason").isEqualTo(422);
        assertThat(here.ask(post("/inspections/" + other + "/merger").param("version", "1").param("into", one.toString()).param("reason", "内容相近"), "inspect").getStatus()).isEqualTo(302);
        assertThat(one(one).objects()).containsExactlyInAnyOrder(town.unit("市财政局"), town.unit("市人社局"));
        assertThat(here.page("/inspections/" + other, "inspect")).contains("已合并", "窗口服务督查", "内容相近");
        assertThat(here.decide(one, "approval", 1, "", "inspect").getStatus()).as("looked at before it took the other in").isEqualTo(409);
        assertThat(here.decide(one, "refusal", 2, "", "inspect").getStatus()).isEqualTo(422);
        assertThat(here.decide(one, "refusal", 2, "年度已有同类督查", "inspect").getStatus()).isEqualTo(302);
        assertThat(here.page("/inspections?year=" + day.getYear() + "&state=refused", "inspect")).contains("窗口服务督查").doesNotContain("作风督查");
    }

    @Test
    void asksForADecisionOnceThePlanIsIssued() throws Exception {
        here.ask(post("/inspections/issue").param("year", String.valueOf(day.getYear())), "inspect");
        var form = here.declaration("突发情况督查", day, 1, "市财政局").param("unit", String.valueOf(town.as("inspect1").unit()));
        var bare = here.ask(form, "inspect1");
        assertThat(bare.getStatus()).isEqualTo(422);
        assertThat(text(bare)).contains("年计划已经下达，这是计划外的督查", "name=\"decision\"");
        var to = here.ask(here.declaration("突发情况督查", day, 1, "市财政局").param("unit", String.valueOf(town.as("inspect1").unit())).param("decision", "市长批示，3月1日"), "inspect1").getRedirectedUrl();
        assertThat(here.page(to, "inspect")).contains("市长批示，3月1日");
        assertThat(here.page("/inspections?year=" + day.getYear(), "inspect")).contains("计划外");
    }

    @Test
    void isWithdrawnByItsOwnUnitOnly() throws Exception {
        var id = here.declaredBy("eco.handle", "河长制督查", day, 3, "市财政局");
        assertThat(here.decide(id, "withdrawal", 1, "", "inspect").getStatus()).isEqualTo(403);
        assertThat(here.decide(id, "withdrawal", 1, "", "eco.registry").getStatus()).isEqualTo(302);
        assertThat(here.page("/inspections?year=" + day.getYear(), "eco.handle")).doesNotContain("河长制督查");
    }

    /** What is declared counts as well: two that would go beyond it together both need a reason, in whatever order they are decided. */
    @Test
    void countsWhatIsDeclaredAgainstTheQuota() throws Exception {
        here.quota("total", "most", 1);
        var first = here.declared("甲督查", day, 1, "市财政局");
        assertThat(deciding.crowds(one(first))).isEmpty();
        var second = here.declared("乙督查", day.plusDays(60), 1, "市人社局");
        assertThat(here.decide(first, "approval", 1, "", "inspect").getStatus()).isEqualTo(422);
        here.ask(post("/inspections/" + second + "/withdrawal").param("version", "1"), "inspect1");
        assertThat(here.decide(first, "approval", 1, "", "inspect").getStatus()).isEqualTo(302);
        assertThat(here.page("/inspections?year=" + day.getYear(), "inspect")).contains(">1</a> / 1");
    }

    /** Whoever is of the inspected unit, supervisors of it not left out, by whichever of their posts they look. */
    @Test
    void showsNobodyWhatIsToSurpriseThem() throws Exception {
        var id = here.declared("热线接办督查", day, 3, "12345热线中心");
        assertThat(here.ask(get("/inspections/" + id), "hotline.registry").getStatus()).isEqualTo(404);
        assertThat(here.page("/inspections?year=" + day.getYear(), "hotline.registry")).doesNotContain("热线接办督查");
        assertThat(here.page("/inspections/calendar?year=" + day.getYear(), "hotline.registry")).doesNotContain("热线接办督查");
        assertThat(plans.waiting(town.as("hotline.registry"))).isZero();
        assertThat(here.decide(id, "approval", 1, "", "hotline.registry").getStatus()).isEqualTo(404);
        var head = town.as("permit.review2");
        assertThat(directories.of(head.tenant()).postsOf(head.person())).as("head of the hotline as well").hasSize(2);
        assertThat(plans.find(id, town.as("permit.review2", 1))).isEmpty();
        assertThat(here.page("/inspections/" + id, "patrol")).as("a supervisor of another unit").contains("热线接办督查");
        assertThat(here.decide(id, "approval", 1, "", "inspect").getStatus()).isEqualTo(302);
        assertThat(here.ask(get("/inspections/" + id), "hotline.registry").getStatus()).isEqualTo(404);
    }

    /** People read what the units above theirs do: nobody comes unannounced to a unit below. */
    @Test
    void refusesToSurpriseAUnitThatReadsOfItAnyway() throws Exception {
        var author = new Author(town.city.tenant(), town.city.administrator());
        units.open(author, new NewUnit("明川市环境监测站", "市监测站", Unit.Kind.INSTITUTION, town.unit("市生态环境局")), LocalDate.of(2020, 1, 1), "");
        var own = String.valueOf(town.unit("市生态环境局"));
        assertThat(text(here.ask(here.declaration("监测站督查", day, 2, "市监测站").param("unit", own), "eco.handle"))).contains("四不两直不能由上级单位对自己的下属单位进行");
        var joined = here.declaration("监测督查", day, 2, "市生态环境局").param("unit", String.valueOf(town.as("inspect1").unit())).param("joining", String.valueOf(town.unit("市监测站")));
        assertThat(text(here.ask(joined, "inspect1"))).as("a part of the inspected unit joins").contains("被督查的单位不能同时参加督查");
        var hers = here.declaredBy("eco.handle", "河长制督查", day, 2, "市财政局");
        var other = here.declared("监测督查", day.plusDays(9), 2, "市监测站");
        var merged = here.ask(post("/inspections/" + other + "/merger").param("version", "1").param("into", hers.toString()).param("reason", "内容相近"), "inspect");
        assertThat(text(merged)).contains("四不两直不能由上级单位");
        assertThat(one(hers).objects()).containsExactly(town.unit("市财政局"));
    }
}
