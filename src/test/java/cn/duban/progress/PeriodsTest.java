package cn.duban.progress;

import static cn.duban_db.progress.Tables.DUE_REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Act;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Happenings;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Town;
import cn.duban.ledger.type.Phase;
import cn.duban.similarity.Progress;
import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.web.Complaints;
import cn.duban.web.Refused;
import cn.duban.workdays.Calendars;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Rounds of progress in a town of their own: half months that end on 31 August, 15 and 30 September. They lie in years to come, so that
 * the room's own listener, which goes by today, plans nothing of them meanwhile.
 */
@DubanTest
class PeriodsTest {

    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired AYear year;
    @Autowired DSLContext sql;
    @Autowired DueReports due;
    @Autowired Duties duties;
    @Autowired Reminders reminders;
    @Autowired MatterTypes types;
    @Autowired Calendars calendars;
    @Autowired Tenants tenants;
    @Autowired Clocks clocks;
    @Autowired Matters matters;
    @Autowired Progress progress;
    @Autowired Happenings happenings;
    @Autowired PlatformTransactionManager transactions;

    Town town;

    @BeforeEach
    void found() {
        town = new Town(cities, directories, ledger, files);
    }

    private static Instant at(int month, int day) {
        return LocalDate.of(2031, month, day).atTime(10, 0).toInstant(ZoneOffset.ofHours(8));
    }

    private Planning planning(Instant now) {
        return new Planning(sql, due, reminders, types, directories, calendars, tenants, Clock.fixed(now, ZoneOffset.UTC), transactions);
    }

    private Ledger then(Instant now) {
        return year.ledgerAt(Clock.fixed(now, ZoneOffset.UTC));
    }

    private HandIn handIn(Instant now) {
        return new HandIn(then(now), clocks, due, planning(now), transactions);
    }

    private MatterId atWork(Instant now) {
        var door = then(now);
        var id = door.open(town.measure("清理河道"), town.as("inspect"), null).id();
        door.act(id, Act.of("assign").role("leader", town.post("vice1")).role("lead", town.unit("市生态环境局")).due(LocalDate.of(2031, 12, 30)), town.as("inspect"));
        door.act(id, Act.of("receive"), town.as("eco.registry"));
        planning(now).plan(id.tenant(), List.of(id.id()));
        return id;
    }

    private void report(MatterId id, Instant now, String text) {
        handIn(now).report(id, new HandIn.Given(null, text, List.of(), null), town.as("eco.handle"));
    }

    private List<String> states(MatterId id) {
        return sql.select(DUE_REPORT.STARTS_ON, DUE_REPORT.STATE).from(DUE_REPORT).where(DUE_REPORT.TENANT.eq(id.tenant()), DUE_REPORT.MATTER.eq(id.id())).orderBy(DUE_REPORT.STARTS_ON).fetch(r -> r.value1() + " " + r.value2());
    }

    @Test
    void closesSilenceAsNotReportedAndCarriesItToTheNextRound() {
        var id = atWork(at(8, 18));
        assertThat(states(id)).containsExactly("2031-08-16 owed");
        planning(at(8, 31)).turn(id.tenant(), at(8, 31));
        assertThat(states(id)).as("not before its end").containsExactly("2031-08-16 owed");
        planning(at(9, 2)).turn(id.tenant(), at(9, 2));
        assertThat(states(id)).containsExactly("2031-08-16 missed", "2031-09-01 owed");
        planning(at(9, 20)).turn(id.tenant(), at(9, 20));
        assertThat(states(id)).containsExactly("2031-08-16 missed", "2031-09-01 missed", "2031-09-16 owed");
        assertThat(duties.mine(town.as("eco.handle"), LocalDate.of(2031, 9, 20))).singleElement().satisfies(row -> {
            assertThat(row.startsOn()).as("a report of today answers the last round that ended").isEqualTo(LocalDate.of(2031, 9, 1));
            assertThat(row.before()).isEqualTo("missed");
        });
        report(id, at(9, 20), "已清运垃圾三吨，月底前完成岸坡整治。");
        assertThat(states(id)).as("late, and the round that nobody reported stays").containsExactly("2031-08-16 missed", "2031-09-01 submitted", "2031-09-16 owed");
        var tally = duties.tallies(cn.duban.workdays.Rhythm.HALF_MONTH, LocalDate.of(2031, 9, 1), at(9, 20), town.as("inspect"));
        assertThat(tally).containsExactly(new Duties.Tally(town.unit("市生态环境局"), 1, 0, 1, 0, 0, 0, 0));
        assertThat(duties.tallies(cn.duban.workdays.Rhythm.HALF_MONTH, LocalDate.of(2031, 8, 16), at(9, 20), town.as("inspect")).getFirst().unreported()).isEqualTo(1);
    }

    @Test
    void reportsARoundOnceHoweverOftenSomebodyClicks() {
        var id = atWork(at(8, 18));
        report(id, at(8, 20), "已清运垃圾三吨。");
        assertThat(states(id)).containsExactly("2031-08-16 submitted");
        assertThatThrownBy(() -> report(id, at(8, 21), "又清运垃圾五吨。")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule()).isEqualTo("progress.reported"));
        assertThat(entries(id)).as("nothing is on the chain of what was refused").isEqualTo(4);
    }

    @Test
    void asksForNoReportInARoundThatIsTooShort() {
        var id = atWork(at(8, 30));
        assertThat(states(id)).as("two days are no round").isEmpty();
        var writing = new Writing(sql, duties, due, clocks, planning(at(8, 30)), matters, progress, directories);
        var page = writing.page(id, Writing.Typed.NOTHING, false, new Complaints(), null, town.as("eco.handle"));
        assertThat(page.period().from()).isEqualTo(LocalDate.of(2031, 8, 16));
        assertThat(page.next()).isNotNull();
        assertThat(page.next().from()).isEqualTo(LocalDate.of(2031, 9, 1));
        assertThat(page.over()).as("what is not asked for may be written all the same").isFalse();
    }

    private int entries(MatterId id) {
        return happenings.of(id.tenant(), java.util.stream.IntStream.rangeClosed(1, 20).mapToObj(no -> new Happenings.Key(id.id(), no)).toList()).size();
    }

    @Test
    void reportsNoOtherRoundByASecondClick() {
        var id = atWork(at(8, 18));
        var late = new HandIn.Given(LocalDate.of(2031, 8, 16), "迟报：已清运垃圾三吨。", List.of(), null);
        handIn(at(9, 5)).report(id, late, town.as("eco.handle"));
        assertThatThrownBy(() -> handIn(at(9, 5)).report(id, late, town.as("eco.handle"))).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule()).isEqualTo("progress.moved"));
        assertThat(states(id)).containsExactly("2031-08-16 submitted");
    }

    @Test
    void takesTheSameTextForTwoRoundsAndNeverForAThird() {
        var same = "已约谈沿线企业负责人，逐户下达整改通知，整改方案正在报送审查。";
        var id = atWork(at(8, 18));
        report(id, at(8, 20), same);
        report(id, at(9, 3), same.replace("正在", "正"));
        assertThatThrownBy(() -> report(id, at(9, 18), same)).isInstanceOfSatisfying(Refusal.Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo("repeats"));
        assertThatThrownBy(() -> then(at(9, 18)).act(id, Act.of("report").saying("note", same), town.as("eco.handle"))).as("from the page of the matter neither")
                .isInstanceOfSatisfying(Refusal.Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo("repeats"));
        report(id, at(9, 18), "12家企业的整改方案已批复，5家开工。");
        assertThat(states(id)).containsExactly("2031-08-16 submitted", "2031-09-01 submitted", "2031-09-16 submitted");
    }

    @Test
    void returnsAReportSoThatItsRoundIsOwedAgainAndNotWithTheSameWords() {
        var id = atWork(at(8, 18));
        report(id, at(8, 20), "正在推进。");
        var entry = duties.waiting(town.as("inspect")).getFirst();
        reviewing(at(8, 21)).review(new Reviewing.Decision(entry.duty().key(), entry.entry(), "没有写完成多少"), town.as("inspect"));
        assertThat(states(id)).containsExactly("2031-08-16 returned");
        assertThat(clocks.of(id, planning(at(8, 21)).deadlines(id.tenant()), java.util.Locale.ENGLISH).orElseThrow().from()).isEqualTo(LocalDate.of(2031, 8, 16));
        assertThatThrownBy(() -> report(id, at(8, 22), "正在推进。")).isInstanceOfSatisfying(Refusal.Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo("repeats"));
        report(id, at(8, 22), "三处排口已封堵两处，第三处月底前完成。");
        assertThat(states(id)).containsExactly("2031-08-16 submitted");
        var again = duties.waiting(town.as("inspect")).getFirst();
        var pass = new Reviewing.Decision(again.duty().key(), again.entry(), null);
        reviewing(at(8, 23)).review(pass, town.as("inspect"));
        reviewing(at(8, 23)).review(pass, town.as("inspect"));
        assertThat(states(id)).containsExactly("2031-08-16 passed");
        assertThat(entries(id)).as("opened, handed out, received, reported, returned, reported, passed once").isEqualTo(7);
        assertThatThrownBy(() -> reviewing(at(8, 24)).review(new Reviewing.Decision(again.duty().key(), again.entry(), "晚了"), town.as("inspect1")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule()).isEqualTo("progress.reviewed"));
    }

    private Reviewing reviewing(Instant now) {
        return new Reviewing(then(now), due, duties, planning(now), transactions);
    }

    @Test
    void undoesTheRowWhereTheKernelRefusesTheReviewer() {
        var id = atWork(at(8, 18));
        handIn(at(8, 20)).report(id, new HandIn.Given(null, "电话报来：已封堵两处。", List.of(), new Act.Behalf(town.unit("市生态环境局"), "江映川")), town.as("inspect1"));
        var waiting = duties.waiting(town.as("inspect1")).getFirst();
        assertThat(waiting.behalfName()).isEqualTo("江映川");
        assertThatThrownBy(() -> reviewing(at(8, 21)).review(new Reviewing.Decision(waiting.duty().key(), waiting.entry(), null), town.as("inspect1")))
                .isInstanceOfSatisfying(Refusal.Refused.class, refused -> assertThat(refused.refusal().rule()).isEqualTo("own-work"));
        assertThat(states(id)).containsExactly("2031-08-16 submitted");
    }

    @Test
    void keepsInStepWithActsFromTheMatterAndAsksNoMoreWhereItIsSettled() {
        var id = atWork(at(8, 18));
        var following = new Following(happenings, due, planning(at(8, 20)), clocks);
        var entry = then(at(8, 20)).act(id, Act.of("report").saying("note", "已封堵两处。"), town.as("eco.handle")).entry();
        var event = new MatterActed(id, entry, "rectification", "rectification-measure", "report", "working", Phase.OPEN);
        following.acted(event);
        following.acted(event);
        assertThat(states(id)).containsExactly("2031-08-16 submitted");
        planning(at(9, 2)).turn(id.tenant(), at(9, 2));
        assertThat(states(id)).containsExactly("2031-08-16 submitted", "2031-09-01 owed");
        var submitted = then(at(9, 3)).act(id, Act.of("submit").saying("note", "完成").with(town.aFile("eco.handle")), town.as("eco.handle"));
        new Following(happenings, due, planning(at(9, 3)), clocks).acted(new MatterActed(id, submitted.entry(), "rectification", "rectification-measure", "submit", "submitted", Phase.OPEN));
        assertThat(states(id)).containsExactly("2031-08-16 submitted", "2031-09-01 lapsed");
        planning(at(9, 20)).turn(id.tenant(), at(9, 20));
        assertThat(states(id)).as("nobody was silent").containsExactly("2031-08-16 submitted", "2031-09-01 lapsed");
    }

    @Test
    void isReportedByTheRegistryAboveForAUnitThatNeverSignsIn() {
        var section = town.unit("工程质量安全科");
        var door = then(at(8, 18));
        var id = door.open(town.measure("老旧小区消防通道"), town.as("inspect"), null).id();
        door.act(id, Act.of("assign").role("leader", town.post("vice1")).role("lead", section).due(LocalDate.of(2031, 12, 30)), town.as("inspect"));
        door.act(id, Act.of("receive"), town.as("housing.handle1"));
        planning(at(8, 18)).plan(id.tenant(), List.of(id.id()));
        assertThat(duties.mine(town.as("housing.registry"), LocalDate.of(2031, 8, 20))).extracting(Duty::matter).containsExactly(id);
        var given = new HandIn.Given(null, "电话报来：通道已清理3处。", List.of(), new Act.Behalf(section, "卫一砖"));
        assertThatThrownBy(() -> handIn(at(8, 20)).report(id, given, town.as("eco.registry"))).isInstanceOf(Refused.class);
        handIn(at(8, 20)).report(id, given, town.as("housing.registry"));
        assertThat(states(id)).containsExactly("2031-08-16 submitted");
        assertThat(duties.waiting(town.as("inspect"))).singleElement().satisfies(waiting -> {
            assertThat(waiting.person()).isEqualTo("俞小楼");
            assertThat(waiting.behalfName()).isEqualTo("卫一砖");
            assertThat(waiting.behalfUnit()).isEqualTo(section);
        });
    }

    @Test
    void keepsADraftForTheUnitAndHandsNothingIn() {
        var id = atWork(at(8, 18));
        var key = duties.mine(town.as("eco.handle"), LocalDate.of(2031, 8, 20)).getFirst().key();
        assertThat(due.draft(key, "写到一半", town.as("eco.handle").person(), at(8, 20))).isTrue();
        assertThat(duties.of(key, town.as("eco.handle2")).orElseThrow().draft()).isEqualTo("写到一半");
        assertThat(duties.waiting(town.as("inspect"))).isEmpty();
        planning(at(9, 2)).turn(id.tenant(), at(9, 2));
        assertThat(states(id)).as("a draft is no report").containsExactly("2031-08-16 missed", "2031-09-01 owed");
        assertThat(duties.of(key, town.as("permit.handle1"))).as("another bureau sees nothing").isEmpty();
    }
}
