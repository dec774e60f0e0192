package cn.duban.publication;

import static cn.duban.publication.RoundFixture.signedIn;
import static cn.duban_db.publication.Tables.BULLETIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.web.Refused;
import cn.duban.workdays.Rhythm;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bulletins on a ledger and a period. */
class PeriodBulletinTest extends KnownWeeks {

    @Test
    void countsWhatCameWentStayedAndIsLate() {
        fourMattersAndTwoThatDoNotCount();
        var draft = drafting.draft(scope(), drafter, drafter);
        var eco = "单位" + town.unit("市生态环境局");
        assertThat(figures(draft)).containsEntry("期初在办", "1").containsEntry("本期新增", "3").containsEntry("本期办结", "1").containsEntry("期末在办", "3").containsEntry("逾期", "2")
                .containsEntry("新逾期", "1").containsEntry("持续逾期", "1").containsEntry("本期退回", "1").containsEntry("本期重办", "0").containsEntry("未报进展", "1").containsEntry("应办", "4")
                .containsEntry("办结率", "25%（1/4）").containsEntry("按期办结率", "100%（1/1）").containsEntry("still1", "上期就逾期的").containsEntry("newly1", "退回后逾期的")
                .containsEntry(eco, "明川市生态环境局").containsEntry(eco + "在办", "3").containsEntry(eco + "办结率", "25%（1/4）");
        assertThat(draft.title()).as("who issues, and the period").startsWith("明川市人民政府督查室关于整改措施办理情况的通报（" + from.getYear() + "年").endsWith("日）");
    }

    @Test
    void isProvedWhateverHappenedSinceAndComparedWithTheLast() throws Exception {
        fourMattersAndTwoThatDoNotCount();
        var first = drafting.draft(scope(), drafter, drafter);
        drafting.save(first, first.version(), first.title(), Map.of("closing", "请{单位" + town.unit("市生态环境局") + "}一周内说明{逾期}项逾期的原因。", "newly", "{newly1}要约谈。"), null, drafter);
        var frozen = published(first);
        close(late, town.today().minusDays(1));
        assertThat(proving.prove(frozen)).satisfies(outcome -> {
            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.matters()).isEqualTo(4);
            assertThat(outcome.figures()).isGreaterThan(30);
        });
        assertThat(http.perform(get("/public/bulletins/" + frozen.slug())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("上期就逾期的", frozen.number());
        var next = drafting.draft(new Scope("rectification", "rectification-measure", null, to.plusDays(1), town.today()), drafter, drafter);
        var page = http.perform(get("/bulletins/" + next.id()).with(signedIn(drafter))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(frozen.number(), "期末在办");
        assertThat(page).as("a unit's figures bear its name").contains("<td>明川市生态环境局在办</td>").doesNotContain("<td>单位");
        http.perform(post("/bulletins/" + next.id() + "/words").with(csrf()).with(signedIn(drafter)));
        assertThat(again(next).texts()).as("what names a figure that this period does not have stays behind").containsOnlyKeys("closing");
        assertThat(figures(next)).containsEntry("期初在办", "3").containsEntry("本期新增", "1").containsEntry("本期办结", "1").containsEntry("期末在办", "3");
    }

    @Test
    void answersAsIfNotThereBeforeItsHour() throws Exception {
        fourMattersAndTwoThatDoNotCount();
        var draft = drafting.draft(scope(), drafter, drafter);
        drafting.save(draft, draft.version(), draft.title(), Map.of(), bulletins.now().plusSeconds(3600), drafter);
        var frozen = published(draft);
        assertThat(http.perform(get("/public/bulletins/" + frozen.slug())).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(published.list("", null)).extracting(Frozen::slug).doesNotContain(frozen.slug());
    }

    @Test
    void refusesAPeriodThatMakesNoBulletinAndKeepsWhatWasTyped() throws Exception {
        assertThatThrownBy(() -> drafting.draft(scope(), drafter, drafter)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.period.empty"));
        fourMattersAndTwoThatDoNotCount();
        assertThatThrownBy(() -> drafting.draft(new Scope("rectification", null, null, to, from), drafter, drafter)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drafting.draft(new Scope("rectification", null, null, town.today().plusDays(1), town.today().plusDays(2)), drafter, drafter)).isInstanceOf(Refused.class);
        var refused = http.perform(post("/bulletins/periods").with(csrf()).with(signedIn(drafter)).param("what", "rectification").param("rhythm", "").param("from", to.toString()).param("to", from.toString())).andReturn().getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("止不能早于起", "value=\"" + to + "\"");
        assertThat(http.perform(get("/bulletins/periods/new").with(signedIn(town.as("eco.handle")))).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void tellsNothingOfWhatAnotherUnitSupervises() {
        fourMattersAndTwoThatDoNotCount();
        assertThatThrownBy(() -> drafting.draft(scope(), town.as("patrol"), town.as("patrol"))).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo("publication.period.empty"));
    }

    @Test
    void beginsByItselfOnceAndGoesNoFurtherByItself() throws Exception {
        fourMattersAndTwoThatDoNotCount();
        var today = town.today();
        var author = drafter;
        schedules.add("rectification", null, Rhythm.WEEKLY, DayOfWeek.FRIDAY, null, today.minusDays(20), author);
        var friday = today.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        scheduling.begin(author.tenant(), friday);
        scheduling.begin(author.tenant(), friday);
        var begun = sql.select(BULLETIN.ID, BULLETIN.STATE, BULLETIN.ROOT_TYPE).from(BULLETIN).where(BULLETIN.TENANT.eq(author.tenant())).fetch();
        assertThat(begun).singleElement().satisfies(row -> {
            assertThat(row.value2()).isEqualTo("drafted");
            assertThat(Scope.read(row.value3()).orElseThrow().from()).isEqualTo(Rhythm.WEEKLY.startOf(friday));
        });
        assertThat(schedules.todo(author)).singleElement().satisfies(todo -> assertThat(todo.title()).contains("周通报"));
        assertThat(schedules.todo(head)).isEmpty();
        assertThat(http.perform(get("/").with(signedIn(author))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("待修改、提交审核");
        assertThat(again(bulletins.find(begun.getFirst().value1(), author, town.directory()).orElseThrow()).writers()).as("nobody wrote on it yet").containsExactly(0);
        assertThat(http.perform(get("/bulletins/schedules").with(signedIn(author))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("巡察整改台账", "每周的星期五", "/bulletins/" + begun.getFirst().value1());
        http.perform(post("/bulletins/schedules/1/stop").with(csrf()).with(signedIn(author)));
        scheduling.begin(author.tenant(), friday.plusDays(7));
        assertThat(schedules.of(author)).isEmpty();
        assertThat(sql.fetchCount(BULLETIN, BULLETIN.TENANT.eq(author.tenant()))).isEqualTo(1);
    }

    @Test
    void saysWhyNothingWasBegun() throws Exception {
        schedules.add("rectification", null, Rhythm.WEEKLY, DayOfWeek.MONDAY, null, town.today().minusDays(20), drafter);
        var monday = town.today().with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        scheduling.begin(drafter.tenant(), monday);
        assertThat(http.perform(get("/bulletins/schedules").with(signedIn(drafter))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("没有起草：这一期在这本台账上没有本单位督查的事项");
    }
}
