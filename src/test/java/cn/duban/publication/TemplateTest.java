package cn.duban.publication;

import static cn.duban.publication.RoundFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.AtOnce;
import cn.duban.workdays.Rhythm;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** Bulletins laid out by a template of the unit's own. */
class TemplateTest extends KnownWeeks {

    private static final String TEXT = """
            【标题】{台账}{通报}：逾期{逾期}项
            # 本期
            【数字】办结=本期办结、逾期
            比期初在办{在办增减}；上一份办结{上次本期办结}项，这一份办结{本期办结}项。
            【各单位表】在办、办结率
            ## 各状态
            【各状态】[{状态}{件数}项]。
            # 退回
            【退回事项】{编号}{事项}，由{责任单位}重办。
            # 没有的
            【有本期重办】重办{本期重办}项。
            # 其他
            【无本期重办】没有重新办理的。
            {监督联系方式}
            """;

    @Autowired Templates templates;
    @Autowired AtOnce atOnce;

    private Templates.Entry saved(String name, Templates.For use, String text) {
        return templates.find(templates.add(name, use, text, bulletins.now(), drafter), drafter.tenant(), drafter.unit()).orElseThrow();
    }

    private List<String> lines(Bulletin bulletin) {
        return sheets.of(again(bulletin), bulletins.redactions(bulletin), town.today()).content().lines().toList();
    }

    private Bulletin draft(Scope scope, Templates.Entry template) {
        return drafting.draft(scope, template, drafter, drafter);
    }

    @Test
    void twoThatAddOneAtATimeBothDo() throws Exception {
        var use = new Templates.For(null, null, null);
        var before = templates.of(drafter.tenant(), drafter.unit()).size();
        assertThat(atOnce.second(() -> templates.add("甲", use, TEXT, bulletins.now(), drafter), () -> templates.add("乙", use, TEXT, bulletins.now(), head))).isPositive();
        assertThat(templates.of(drafter.tenant(), drafter.unit())).hasSize(before + 2);
        atOnce.second(() -> schedules.add("rectification", null, Rhythm.MONTHLY, null, null, town.today(), drafter), () -> {
            schedules.add("rectification", null, Rhythm.MONTHLY, null, null, town.today(), head);
            return true;
        });
        assertThat(schedules.running(drafter.tenant())).hasSize(2);
    }

    @Test
    void writesTheShippedOneAsBulletinsWereWrittenBefore() {
        fourMattersAndTwoThatDoNotCount();
        var draft = drafting.draft(scope(), drafter, drafter);
        assertThat(lines(draft)).satisfies(lines -> {
            assertThat(lines.get(1)).startsWith("现将").contains("整改措施办理情况通报如下，数据截至");
            assertThat(lines).map(String::toString).contains("一、总体情况", "二、各单位办理情况", "三、逾期事项", "四、下一步工作").anyMatch(line -> line.startsWith("上期逾期至今：上期就逾期的（明川市生态环境局，应于") && line.endsWith("前办结）。"));
        });
        assertThat(sheets.of(draft, List.of(), town.today()).composition().parts()).extracting(Composition.Part::name)
                .containsExactly("intro", "overview", "figures", "all", "units", "unit-" + town.unit("市生态环境局"), "late", "still", "newly", "next", "closing", "contact");
    }

    @Test
    void laysOutTablesStatesNamesAndLeavesOutWhatIsEmpty() {
        fourMattersAndTwoThatDoNotCount();
        var draft = draft(scope(), saved("自定", new Templates.For("rectification", null, null), TEXT));
        var lines = lines(draft);
        assertThat(lines.getFirst()).endsWith("整改措施通报：逾期2项");
        assertThat(lines).contains("一、本期", "（一）各状态", "二、退回", "三、其他", "没有重新办理的。").doesNotContain("三、没有的").noneMatch(line -> line.contains("上一份") || line.startsWith("重办"));
        assertThat(lines).anyMatch(line -> line.startsWith("单位|在办|办结率\n明川市生态环境局|3|25%（1/4）"));
        assertThat(lines).anyMatch(line -> line.matches("(?:\\p{IsHan}+\\d项；)+\\p{IsHan}+\\d项。"));
        assertThat(lines).anyMatch(line -> line.matches("\\S+退回后逾期的，由明川市生态环境局重办。"));
    }

    @Test
    void staysProvableAndTellsTheLastOne() throws Exception {
        fourMattersAndTwoThatDoNotCount();
        var template = saved("自定", new Templates.For(null, null, null), TEXT);
        var first = published(draft(scope(), template));
        var next = draft(new Scope("rectification", "rectification-measure", null, to.plusDays(1), town.today()), template);
        assertThat(lines(next)).anyMatch(line -> line.contains("上一份办结1项，这一份办结0项"));
        templates.save(template, 1, "改名", template.use(), "全改了{逾期}。\n{监督联系方式}", bulletins.now(), drafter);
        var second = published(next);
        assertThat(lines(next)).as("in the version it was begun from").anyMatch(line -> line.contains("上一份办结1项"));
        publishing.withdraw(bulletins.find(first.tenant(), first.bulletin()).orElseThrow(), "重发", head);
        for (var frozen : List.of(first, second)) assertThat(proving.prove(frozen)).satisfies(outcome -> {
            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.typed()).as("words of a template are nobody's figures").containsExactly("没有重新办理");
            assertThat(outcome.figures()).isGreaterThan(8);
        });
        assertThat(http.perform(get("/public/bulletins/" + second.slug())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("<th scope=\"col\">办结率</th>").doesNotContain("明川市生态环境局|");
        assertThat(http.perform(get("/bulletins/" + next.id() + "/docx").with(signedIn(drafter))).andReturn().getResponse().getContentAsByteArray()).hasSizeGreaterThan(2000);
    }

    @Test
    void holdsAFigureTypedIntoATemplateAgainstTheLedger() {
        fourMattersAndTwoThatDoNotCount();
        var draft = draft(scope(), saved("手写", new Templates.For(null, null, null), "本期办结9项。\n{监督联系方式}"));
        assertThat(sheets.of(draft, List.of(), town.today()).checks()).anySatisfy(check -> {
            assertThat(check.level()).isEqualTo(Check.Level.STOP);
            assertThat(check.text()).contains("办结9项");
        });
        assertThat(templates.text(draft.tenant(), draft.template())).hasValueSatisfying(text -> assertThat(text).startsWith("本期办结9项"));
    }

    @Test
    void choosesTheOneThatFitsMostCloselyAndASchedulesOwnFirst() {
        fourMattersAndTwoThatDoNotCount();
        saved("全部", new Templates.For(null, null, null), "全部{逾期}");
        var weekly = saved("本类每周", new Templates.For("rectification", "rectification-measure", Rhythm.WEEKLY), "每周{逾期}");
        saved("别的台账", new Templates.For("task", null, null), "别的{逾期}");
        var days = scope();
        assertThat(templates.fitting(days, drafter.tenant(), drafter.unit())).hasValueSatisfying(entry -> assertThat(entry.name()).isEqualTo("全部"));
        var week = Scope.of("rectification", "rectification-measure", Rhythm.WEEKLY, from);
        assertThat(templates.fitting(week, drafter.tenant(), drafter.unit())).contains(weekly);
        assertThat(templates.fitting(week, drafter.tenant(), town.as("patrol").unit())).isEmpty();
        var own = saved("计划用的", new Templates.For(null, null, Rhythm.QUARTERLY), "计划{逾期}");
        schedules.add("rectification", null, Rhythm.WEEKLY, DayOfWeek.MONDAY, own.no(), town.today().minusDays(20), drafter);
        scheduling.begin(drafter.tenant(), town.today().with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        var begun = schedules.todo(drafter).getFirst().bulletin();
        assertThat(bulletins.find(drafter.tenant(), begun).orElseThrow().template()).isEqualTo(own.ref());
    }

    @Test
    void isWrittenInTheBrowserBesideARealPeriod() throws Exception {
        fourMattersAndTwoThatDoNotCount();
        var faulty = send("/bulletins/templates/new", Map.of("name", "周报", "what", "rectification/rectification-measure", "rhythm", "weekly", "day", from.plusDays(2).toString(), "text", "办结{本期办解}项", "keep", "true"));
        assertThat(faulty.getStatus()).isEqualTo(422);
        assertThat(faulty.getContentAsString(StandardCharsets.UTF_8)).contains("第1行", "没有名为“本期办解”", "是不是“本期办结”", "办结{本期办解}项");
        var look = send("/bulletins/templates/new", Map.of("name", "", "what", "rectification/rectification-measure", "rhythm", "monthly", "day", from.plusDays(1).toString(), "text", "【新增事项】来了{事项}。"));
        assertThat(look.getStatus()).isEqualTo(200);
        assertThat(look.getContentAsString(StandardCharsets.UTF_8)).contains("来了本期来本期办结的。");
        var kept = send("/bulletins/templates/new", Map.of("name", "周报", "what", "rectification", "rhythm", "", "text", "办结{本期办结}项", "keep", "true"));
        var path = kept.getRedirectedUrl();
        assertThat(send("/bulletins/templates/new", Map.of("name", "周报", "what", "rectification", "rhythm", "", "text", "办结{本期办结}项", "keep", "true")).getRedirectedUrl()).as("clicked twice").isEqualTo(path);
        var typing = post("/bulletins/templates/new").with(csrf()).with(signedIn(drafter)).header("HX-Request", "true").param("name", "写到一半").param("text", "{逾期}").param("keep", "true");
        assertThat(http.perform(typing).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(templates.of(drafter.tenant(), drafter.unit())).as("what is only looked at is not kept").hasSize(1);
        assertThat(path).isNotNull().startsWith("/bulletins/templates/");
        assertThat(send(path, Map.of("name", "周报", "what", "rectification", "version", "1", "text", "第二版{逾期}", "keep", "true")).getStatus()).isEqualTo(302);
        var late = send(path, Map.of("name", "周报", "what", "rectification", "version", "1", "text", "我也改了{逾期}", "keep", "true"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(StandardCharsets.UTF_8)).contains("有人保存了这个模板的新版", "我也改了{逾期}");
        var page = http.perform(get(path + "?version=1").with(signedIn(drafter))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("办结{本期办结}项", "这是第1版", "第2版");
        assertThat(http.perform(get(path).with(signedIn(town.as("patrol")))).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(http.perform(get("/bulletins/periods/new").with(signedIn(drafter))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("周报（第2版）");
        assertThat(send(path + "/stop", Map.of()).getStatus()).isEqualTo(302);
        assertThat(templates.of(drafter.tenant(), drafter.unit())).isEmpty();
        assertThatThrownBy(() -> sql.execute("update publication.template_version set text = 'x'")).rootCause().hasMessageContaining("stays as it was");
    }

    private MockHttpServletResponse send(String path, Map<String, String> form) throws Exception {
        var request = post(path).with(csrf()).with(signedIn(drafter));
        form.forEach(request::param);
        return http.perform(request).andReturn().getResponse();
    }
}
