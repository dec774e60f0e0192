package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.escalation.Tables.SERIES;
import static cn.duban_db.ledger.Tables.ESCALATION_ROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.escalation.Ladder.Scope;
import cn.duban.escalation.Step.Colour;
import cn.duban.escalation.Step.From;
import cn.duban.escalation.Step.Whom;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import cn.duban.ledger.type.MatterType.Breach;
import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.workdays.Calendars;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of late units: every step comes once for each breach of each matter, on two nodes and with interruptions, and numbers have no gaps. */
@DubanTest
class LateYearTest {

    private static final int MONTHS = 10;
    /** In every month each bearer, received or not, with each of the days. */
    private static final int A_MONTH = 15;

    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired Ledger ledger;
    @Autowired EvidenceFiles files;
    @Autowired AYear year;
    @Autowired DSLContext sql;
    @Autowired Breaches breaches;
    @Autowired Ladders ladders;
    @Autowired Forms forms;
    @Autowired Documents documents;
    @Autowired Numbers numbers;
    @Autowired DocumentNotices notices;
    @Autowired Tenants tenants;
    @Autowired Calendars calendars;
    @Autowired PlatformTransactionManager transactions;

    private Town town;
    private int tenant;

    @BeforeEach
    void aTownOfItsOwn() {
        town = new Town(cities, directories, ledger, files);
        tenant = town.city.tenant();
    }

    private Firing node(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Firing(breaches, ladders, forms, documents, numbers, year.escalatingAt(clock), notices, directories, tenants, clock, transactions);
    }

    private Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(town.directory().zone()).toInstant();
    }

    static Step step(int no, Kind kind, Colour colour, From from, int days, Breach only, int reply, String points) {
        return new Step(no, kind, colour, from, days, true, only, Whom.UNIT, reply, new BigDecimal(points), "测试", false, "", "");
    }

    /** Every step issued by the rule. */
    static List<Step> steps() {
        return List.of(step(1, Kind.CHASER, null, From.END, -2, null, 2, "0"), step(2, Kind.CHASER, null, From.END, 1, Breach.REMIND, 2, "0"), step(3, Kind.ORDER, Colour.YELLOW, From.END, 5, Breach.YELLOW, 3, "1"),
                step(4, Kind.ORDER, Colour.RED, From.UNANSWERED, 1, Breach.RED, 3, "2"), step(5, Kind.LISTED, null, From.UNANSWERED, 1, Breach.RED, 5, "3"), step(6, Kind.NAMED, null, From.UNANSWERED, 2, Breach.RED, 0, "5"));
    }

    private int publish(List<Step> steps, LocalDate since) {
        return ladders.publish(new Ladder(0, "测试阶梯", Scope.ALL, since, false, "30d", "30d", steps, "测试", ""), town.as("inspect"), at(since));
    }

    /** Handed out over the year; every fifth one is received. */
    private List<MatterId> late(LocalDate first) {
        var ids = new ArrayList<MatterId>();
        for (int month = 0; month < MONTHS; month++) {
            var day = first.plusDays(month * 30L);
            var then = year.ledgerAt(Clock.fixed(at(day), ZoneOffset.UTC));
            var openings = IntStream.range(0, A_MONTH).mapToObj(i -> town.measure("第" + i + "件")).toList();
            var opened = then.openAll(openings, town.as("inspect"), null);
            for (int i = 0; i < opened.size(); i++) {
                var id = opened.get(i).id();
                then.act(id, Act.of("assign").role("leader", town.post("vice1")).role("lead", town.unit(i % 3 == 0 ? "市住建局" : "市生态环境局")).due(day.plusDays(20 + i % 15)), town.as("inspect"));
                if (i % 5 == 0) then.act(id, Act.of("receive"), town.as(i % 3 == 0 ? "housing.registry" : "eco.registry"));
                ids.add(id);
            }
        }
        return ids;
    }

    @Test
    void takesEachStepOnceForEachBreachOfEachMatter() throws Exception {
        var first = LocalDate.of(2025, 1, 6);
        publish(steps(), first);
        var ids = late(first);
        var calendar = calendars.of(tenant, town.directory().region());
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var day = first.plusDays(15); day.isBefore(first.plusDays(365)); day = day.plusDays(1)) {
                // an outage of three weeks, then everything that was missed at once
                if (!calendar.working(day) || day.getDayOfYear() > 200 && day.getDayOfYear() < 222 || day.getDayOfYear() % 5 != 0) continue;
                var now = at(day);
                if (day.getDayOfYear() % 20 == 0) interrupted(now);
                if (day.getDayOfYear() % 10 == 0) {
                    var made = both.invokeAll(List.<Callable<Integer>>of(() -> node(now).fire(tenant, now), () -> node(now).fire(tenant, now)));
                    for (var one : made) one.get();
                } else node(now).fire(tenant, now);
                assertThat(day.getDayOfYear() % 30 == 0 ? node(now).fire(tenant, now) : 0).as("once more on " + day).isZero();
            }
        }
        var rows = sql.select(DOCUMENT.MATTER, DOCUMENT.CLOCK, DOCUMENT.RUN_ON, DOCUMENT.STEP, DOCUMENT.ID).from(DOCUMENT).where(DOCUMENT.TENANT.eq(tenant)).fetch();
        var lines = sql.select(ESCALATION_ROW.MATTER, ESCALATION_ROW.DOCUMENT, ESCALATION_ROW.STEP).from(ESCALATION_ROW).where(ESCALATION_ROW.TENANT.eq(tenant)).fetch();
        assertThat(lines).as("as many lines in the chains as documents, each of one").hasSize(rows.size());
        assertThat(lines.stream().map(line -> line.value2()).distinct()).hasSize(rows.size());
        assertThat(lines).allMatch(line -> line.value3().equals("issue"));
        var seen = new HashSet<List<Object>>();
        assertThat(rows).allMatch(row -> seen.add(List.of(row.value1(), row.value2(), row.value3(), row.value4())));

        var expected = 0;
        for (int i = 0; i < ids.size(); i++) expected += expected(ids.get(i), i % A_MONTH % 5 == 0);
        assertThat(rows).hasSize(expected);
        numbered();
        assertThat(year.breaks(tenant)).isEmpty();
    }

    /** Of one that waits for its receipt (a clock of one working day, remind and yellow): both steps; of one at work (a day of its own, and a rhythm): all six, and the order of the rhythm. */
    private int expected(MatterId id, boolean received) {
        var steps = sql.select(DOCUMENT.CLOCK_ZH, DOCUMENT.STEP).from(DOCUMENT).where(DOCUMENT.TENANT.eq(tenant), DOCUMENT.MATTER.eq(id.id())).orderBy(DOCUMENT.CLOCK_ZH, DOCUMENT.STEP).fetch(row -> row.value1() + row.value2());
        var all = received ? List.of("半月一督查1", "半月一督查3", "整改时限1", "整改时限2", "整改时限3", "整改时限4", "整改时限5", "整改时限6") : List.of("签收时限2", "签收时限3");
        assertThat(steps).as("%s", id).isEqualTo(all);
        return all.size();
    }

    /** Killed between anything and anything: nothing of it stands, its numbers neither. */
    private void interrupted(Instant now) {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            node(now).fire(tenant, now);
            throw new IllegalStateException("interrupted");
        })).hasMessage("interrupted");
    }

    private void numbered() {
        for (var kind : Kind.values()) for (int of : List.of(2025, 2026)) {
            var given = sql.select(DOCUMENT.NO).from(DOCUMENT).where(DOCUMENT.TENANT.eq(tenant), DOCUMENT.KIND.eq(kind.word()), DOCUMENT.YEAR.eq(of)).orderBy(DOCUMENT.NO).fetch(DOCUMENT.NO);
            assertThat(given).as(kind + " of " + of).isEqualTo(IntStream.rangeClosed(1, given.size()).boxed().toList());
            assertThat(sql.select(SERIES.LAST).from(SERIES).where(SERIES.TENANT.eq(tenant), SERIES.KIND.eq(kind.word()), SERIES.YEAR.eq(of)).fetchOptional(SERIES.LAST).orElse(0)).isEqualTo(given.size());
        }
    }
}
