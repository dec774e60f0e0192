package cn.duban.figures;

import static cn.duban_db.figures.Tables.LOT;
import static cn.duban_db.figures.Tables.STAY;
import static cn.duban_db.figures.Tables.TALLY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Proof;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Town;
import cn.duban.units.Author;
import cn.duban.units.Directories;
import cn.duban.units.Units;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sums are what the stretches add up to, however they came to be, and a board tells the same from both. */
@DubanTest
class SumsTest {

    @Autowired AYear year;
    @Autowired Boards boards;
    @Autowired Standings standings;
    @Autowired Summing summing;
    @Autowired SumsProof proof;
    @Autowired CatchingUp catchingUp;
    @Autowired Ledger ledger;
    @Autowired Units units;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;

    private Town town;
    private int tenant;

    @BeforeEach
    void aTown() {
        town = new Town(cities, directories, ledger, files);
        tenant = town.city.tenant();
    }

    private List<String> tables() {
        var tallies = sql.selectFrom(TALLY).where(TALLY.TENANT.eq(tenant)).orderBy(TALLY.SPAN, TALLY.FIRST, TALLY.LOT).fetch().stream()
                .filter(row -> Summing.KINDS.stream().anyMatch(kind -> row.get(Summing.column(kind)) != 0)).map(row -> row.formatJSON());
        var stays = sql.selectFrom(STAY).where(STAY.TENANT.eq(tenant), STAY.N.ne(0)).orderBy(STAY.SPAN, STAY.FIRST, STAY.WAY, STAY.TENTHS).fetch().stream().map(row -> row.formatJSON());
        return Stream.concat(tallies, stays).toList();
    }

    private void tryTo(MatterId id, Act act) {
        try {
            ledger.act(id, act, town.as("inspect"));
        } catch (Refusal.Refused refused) {
            // what is settled is not handed on
        }
    }

    @Test
    void addsNothingTwiceAndTakesBackWhatNoLongerHolds() throws Exception {
        var ids = year.of(town, 14, 9);
        var all = ids.stream().map(MatterId::id).toList();
        try (var both = Executors.newFixedThreadPool(2)) {
            var counts = IntStream.range(0, 8).mapToObj(i -> both.submit(() -> standings.count(tenant, i % 2 == 0 ? all : all.reversed()))).toList();
            for (var count : counts) count.get();
        }
        catchingUp.run(tenant);
        var before = town.as("patrol");
        assertThat(boards.of(new Scope(null, null, null, null, null, null, null, null), Ranking.LATE, before).section("type").orElseThrow().lines()).isEmpty();
        for (int i = 0; i < ids.size(); i += 3) tryTo(ids.get(i), Act.of("classify").saying("secrecy", i % 2 == 0 ? "named_persons" : "work_secret").saying("reason", "涉及个人"));
        standings.count(tenant, all);
        // the office is dissolved, and what it supervised goes to another, which sees its past with it
        units.close(new Author(tenant, town.city.administrator()), town.as("inspect").unit(), town.today(), town.as("patrol").unit(), "机构改革");
        standings.count(tenant, all);
        standings.count(tenant, all);
        assertThat(sql.fetchCount(LOT, LOT.TENANT.eq(tenant), LOT.SUPERVISORS.contains(new Integer[] {before.unit()}))).isPositive();
        var counted = tables();
        new TransactionTemplate(transactions).executeWithoutResult(status -> summing.anew(tenant));
        assertThat(tables()).isEmpty();
        assertThat(next(5)).isTrue();
        standings.count(tenant, all);
        assertThat(next(5)).isTrue();
        catchingUp.run(tenant);
        assertThat(next(5)).isFalse();
        assertThat(tables()).isEqualTo(counted).hasSizeGreaterThan(200);
        for (int ago = 1; ago < 360; ago += 17) assertThat(proof.faults(town.directory(), town.today().minusDays(ago))).isEmpty();
    }

    private boolean next(int most) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> summing.next(tenant, most)));
    }

    @Test
    void provesTheSumsWithTheRecord() {
        var id = town.aMeasureAtWork();
        standings.count(tenant, List.of(id.id()));
        catchingUp.run(tenant);
        assertThat(proof.faults(town.directory(), town.today())).isEmpty();
        sql.update(TALLY).set(TALLY.OPEN, TALLY.OPEN.plus(1)).where(TALLY.TENANT.eq(tenant), TALLY.OPEN.ne(0)).execute();
        assertThat(proof.faults(town.directory(), town.today())).extracting(Proof.Break::zh).containsExactly("汇总为 2，逐件统计为 1；用 --duban.figures.anew=true 启动一次即重新汇总");
        new TransactionTemplate(transactions).executeWithoutResult(status -> summing.anew(tenant));
        assertThat(proof.faults(town.directory(), town.today())).as("read by nobody yet").isEmpty();
        catchingUp.run(tenant);
        assertThat(proof.faults(town.directory(), town.today())).isEmpty();
    }
}
