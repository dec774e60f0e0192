package cn.duban.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.supervision.Dispatch.Round;
import cn.duban.units.Directories;
import cn.duban.web.SignedIn;
import cn.duban.workdays.Rhythm;
import cn.duban.workdays.WorkCalendar;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A dispatch round by round: who is asked, who is silent, what the sheet says once it has ended. */
@DubanTest
class DispatchTest {

    @Autowired MockMvc http;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired Dispatching dispatching;
    @Autowired Dispatches dispatches;
    @Autowired DSLContext sql;

    Town town;
    MatterId reported;
    MatterId silent;

    @BeforeEach
    void found() {
        town = new Town(cities, directories, ledger, files);
        reported = town.aMeasureAtWork();
        silent = town.aMeasureAtWork();
    }

    private String page(String path, String login) throws Exception {
        return http.perform(get(path).with(SignedIn.as(town.as(login)))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse add(String what, String rhythm, String first, String login) throws Exception {
        return http.perform(post("/supervision/dispatches").param("name", "整改周调度").param("what", what).param("lead", "" + town.unit("市生态环境局")).param("rhythm", rhythm).param("first", first).with(SignedIn.as(town.as(login))).with(csrf())).andReturn().getResponse();
    }

    private String weekly() throws Exception {
        return Objects.requireNonNull(add("rectification/rectification-measure", "weekly", town.today().toString(), "inspect1").getRedirectedUrl());
    }

    private String number(MatterId id) {
        return sql.fetchOne("select number from ledger.matter where tenant = ? and id = ?", id.tenant(), id.id()).get(0, String.class);
    }

    @Test
    void showsWhatIsMissingBeforeAnybodyAsksAndMakesASheetOfIt() throws Exception {
        var path = weekly();
        assertThat(page(path, "inspect1")).contains("进行中", "应报2项，已报0项，未报2项");
        ledger.act(reported, Act.of("report").saying("note", "三处排口已封堵两处，第三处本周完成。"), town.as("eco.handle"));
        assertThat(page(path, "inspect1")).contains("应报2项，已报1项，未报1项");
        assertThat(page("/supervision/dispatches", "inspect1")).contains("应报2项，还有1项没报");
        assertThat(page("/notices", "eco.handle")).as("told as it began").contains("新一轮调度，请报进展", "整改周调度");
        assertThat(page(path, "eco.handle")).as("whoever is asked").contains(number(silent));
        assertThat(http.perform(get(path).with(SignedIn.as(town.as("permit.handle1")))).andReturn().getResponse().getStatus()).as("who is not").isEqualTo(404);

        var id = UUID.fromString(path.replaceFirst(".*/", ""));
        var round = new Round(Rhythm.WEEKLY.startOf(town.today()), Rhythm.WEEKLY.endOf(town.today()));
        var shown = dispatches.lines(dispatches.find(town.city.tenant(), id).orElseThrow(), round, false, Dispatching.begins(round, town.directory()), Dispatching.ends(round, town.directory()), 1, town.as("inspect1"));
        assertThat(shown).as("what is missing comes first, where not all is shown").extracting(DispatchLine::matter).containsExactly(silent);
        dispatching.turn(town.city.tenant(), round.to());
        assertThat(page("/notices", "eco.handle")).as("before it ends").contains("还有进展没报");
        dispatching.turn(town.city.tenant(), round.to().plusDays(1));
        var sheet = page(path + "?from=" + round.from(), "inspect1");
        assertThat(sheet).contains("调度表", "未报：1项", "已报：1项").containsSubsequence("未报：1项", number(silent), "已报：1项", number(reported));
        var sheetFile = http.perform(get(path + "/sheet.xlsx").param("from", round.from().toString()).with(SignedIn.as(town.as("inspect1")))).andReturn().getResponse().getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheetFile))) {
            assertThat(book.getSheetAt(1).getSheetName()).contains("未报");
            assertThat(book.getSheetAt(1).getRow(4).getCell(1).getStringCellValue()).isEqualTo(number(silent));
            assertThat(book.getSheetAt(2).getRow(4).getCell(1).getStringCellValue()).isEqualTo(number(reported));
        }
        ledger.act(silent, Act.of("report").saying("note", "迟到的进展不改上一轮的调度表。"), town.as("eco.handle"));
        assertThat(page(path + "?from=" + round.from(), "inspect1")).as("the sheet stands").contains("未报：1项");

        assertThat(page(path, "inspect1")).as("the next round, with the one before").contains("上一轮未报1项", "上一轮也没有报");
        dispatching.turn(town.city.tenant(), round.to().plusDays(8));
        assertThat(page(path + "?from=" + round.to().plusDays(1), "inspect1")).contains("停滞（连续两轮没有进展）：1项", "未报：2项");
        var rows = sql.fetchCount(org.jooq.impl.DSL.table("supervision.dispatch_row"), org.jooq.impl.DSL.condition("tenant = ? and dispatch = ?", town.city.tenant(), id));
        dispatching.turn(town.city.tenant(), round.to().plusDays(8));
        assertThat(sql.fetchCount(org.jooq.impl.DSL.table("supervision.dispatch_row"), org.jooq.impl.DSL.condition("tenant = ? and dispatch = ?", town.city.tenant(), id))).as("twice changes nothing").isEqualTo(rows);
    }

    @Test
    void isSetUpByASupervisorAndStopped() throws Exception {
        assertThat(add("rectification", "weekly", town.today().toString(), "eco.handle").getStatus()).isEqualTo(403);
        var wrong = add("no-such", "yearly", "tomorrow", "inspect1");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8)).contains("整改周调度", "请选择调度哪些事项", "请填写开始的日期");
        var later = Objects.requireNonNull(add("rectification", "monthly", town.today().plusMonths(2).toString(), "inspect1").getRedirectedUrl());
        assertThat(page(later, "inspect1")).contains("还没有开始");
        var stop = post(later + "/stop");
        assertThat(http.perform(stop.with(SignedIn.as(town.as("inspect2"))).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(page("/supervision/dispatches", "inspect1")).contains("已停止");
        dispatching.turn(town.city.tenant(), town.today().plusMonths(3));
        assertThat(dispatches.rounds(dispatches.find(town.city.tenant(), UUID.fromString(later.replaceFirst(".*/", ""))).orElseThrow())).isEmpty();
    }

    @Test
    void knowsItsRoundsAndWhenToWarn() {
        var calendar = WorkCalendar.shipped();
        var friday = LocalDate.of(2026, 11, 27);
        var daily = new Dispatch(1, new UUID(0, 1), "日调度", "task", null, null, Rhythm.DAILY, friday, 1, 1, false);
        assertThat(daily.of(friday, calendar)).contains(new Round(friday, friday));
        assertThat(daily.of(friday.plusDays(1), calendar)).as("nobody is asked on a Saturday").isEmpty();
        assertThat(daily.of(friday.minusDays(1), calendar)).as("before its first day").isEmpty();
        var half = new Dispatch(1, new UUID(0, 1), "半月调度", "task", null, null, Rhythm.HALF_MONTH, friday, 1, 1, false);
        var round = half.of(friday, calendar).orElseThrow();
        assertThat(round).isEqualTo(new Round(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 30)));
        assertThat(half.warning(round, calendar)).contains(LocalDate.of(2026, 11, 30));
        assertThat(half.warning(new Round(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 15)), calendar)).as("before the holiday").contains(LocalDate.of(2026, 2, 14));
    }
}
