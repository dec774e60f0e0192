package cn.duban.figures;

import static cn.duban_db.figures.Tables.STANDING;
import static cn.duban_db.figures.Tables.STOOD;
import static cn.duban_db.figures.Tables.STRETCH;
import static cn.duban_db.figures.Tables.SUMMED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.AYear;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Sight;
import cn.duban.ledger.Town;
import cn.duban.units.Directories;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How matters stand is what their entries say, by whatever way it was counted. */
@DubanTest
class StandingTest {

    @Autowired Town town;
    @Autowired Ledger ledger;
    @Autowired Standings standings;
    @Autowired CatchingUp catchingUp;
    @Autowired DSLContext sql;
    @Autowired AYear year;
    @Autowired Sight sight;
    @Autowired Matters matters;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;

    private MatterId returnedAndClosed() {
        var id = town.aMeasureToVerify();
        ledger.act(id, Act.of("return").saying("reason", "照片不清").due(town.today().plusDays(20)), town.as("inspect"));
        ledger.act(id, Act.of("submit").saying("note", "补齐").with(town.aFile("eco.handle")), town.as("eco.handle"));
        ledger.act(id, Act.of("close").saying("verdict", "属实"), town.as("inspect1"));
        return id;
    }

    private List<String> turns(MatterId id) {
        return sql.select(STOOD.TURN).from(STOOD).where(STOOD.TENANT.eq(id.tenant()), STOOD.MATTER.eq(id.id())).orderBy(STOOD.BEGAN_AT, STOOD.NO).fetch(STOOD.TURN).stream().filter(Objects::nonNull).toList();
    }

    @Test
    void tellsWhatHappenedFromTheEntriesAlone() {
        var id = returnedAndClosed();
        standings.count(id.tenant(), List.of(id.id()));
        assertThat(turns(id)).containsExactly("opened", "returned", "settled");
        var now = sql.selectFrom(STANDING).where(STANDING.TENANT.eq(id.tenant()), STANDING.MATTER.eq(id.id())).fetchSingle();
        assertThat(now.getState()).isEqualTo("closed");
        assertThat(now.getOnTime()).isTrue();
        assertThat(now.getUnit()).isEqualTo(town.unit("市生态环境局"));
        assertThat(now.getLeader()).isEqualTo(town.post("vice1"));
        assertThat(now.getFromState()).isEqualTo("submitted");
        ledger.act(id, Act.of("redo").saying("reason", "群众不满意").due(town.today().plusDays(20)), town.as("inspect"));
        standings.count(id.tenant(), List.of(id.id()));
        assertThat(turns(id)).containsExactly("opened", "returned", "settled", "reopened");
    }

    @Test
    void countsTheSameOneByOneAndAllAtOnceAndTwice() {
        var stepwise = town.aDraftedMeasure();
        standings.count(stepwise.tenant(), List.of(stepwise.id()));
        for (var act : List.of(town.assign(), Act.of("comment").saying("note", "请抓紧"), Act.of("pause").saying("reason", "等批复"))) {
            if (act.action().equals("pause")) ledger.act(stepwise, Act.of("receive"), town.as("eco.registry"));
            ledger.act(stepwise, act, town.as("inspect"));
            standings.count(stepwise.tenant(), List.of(stepwise.id()));
        }
        var one = told(stepwise);
        sql.deleteFrom(STRETCH).where(STRETCH.MATTER.eq(stepwise.id())).execute();
        sql.deleteFrom(STANDING).where(STANDING.MATTER.eq(stepwise.id())).execute();
        sql.deleteFrom(SUMMED).where(SUMMED.TENANT.eq(stepwise.tenant())).execute();
        catchingUp.run();
        assertThat(told(stepwise)).isEqualTo(one).hasSizeGreaterThan(2);
        standings.count(stepwise.tenant(), List.of(stepwise.id()));
        assertThat(told(stepwise)).isEqualTo(one);
        assertThat(turns(stepwise)).containsExactly("opened");
    }

    @Test
    void seesWhatTheLedgerSees() {
        var city = new Town(cities, directories, ledger, files);
        var ids = year.of(city, 30, 5);
        for (int i = 0; i < ids.size(); i += 4) ledger.act(ids.get(i), Act.of("classify").saying("secrecy", i % 8 == 0 ? "named_persons" : "work_secret").saying("reason", "涉及个人"), city.as("inspect"));
        catchingUp.run(city.city.tenant());
        var directory = city.directory();
        var all = ids.stream().map(MatterId::id).toList();
        var seen = 0;
        for (var person : directory.people()) for (var post : directory.postsOf(person.id())) {
            var viewer = directory.viewer(person, post);
            var counted = sql.select(STOOD.MATTER).from(STOOD).where(sight.of(viewer, directory, Counts.AUDIENCE)).fetchSet(STOOD.MATTER);
            assertThat(counted).as(viewer.toString()).isEqualTo(matters.rows(all, viewer).keySet());
            seen += counted.size();
        }
        assertThat(seen).isPositive().isLessThan(all.size() * directory.people().size());
    }

    private List<String> told(MatterId id) {
        return sql.select(STOOD.fieldStream().filter(column -> !column.equals(STOOD.ENDED_AT)).toList()).from(STOOD).where(STOOD.TENANT.eq(id.tenant()), STOOD.MATTER.eq(id.id())).orderBy(STOOD.NO).fetch(r -> r.formatJSON());
    }
}
