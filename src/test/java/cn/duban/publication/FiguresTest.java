package cn.duban.publication;

import cn.duban.web.Rate;
import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.DubanTest;
import cn.duban.ledger.AsOf;
import cn.duban.ledger.MatterId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever state a round is in, the composer counts what plain SQL counts on the ledger's tables. */
@DubanTest
class FiguresTest {

    private static final List<String> STATES = List.of("drafted", "assigned", "working", "paused", "submitted", "standing", "closed", "closed", "reworked", "void");
    private static final String MEASURES = " from ledger.matter m join ledger.matter f on f.tenant = m.tenant and f.id = m.parent"
            + " left join ledger.clock c on c.tenant = m.tenant and c.matter = m.id and c.state = 'running' and c.budget = 'due' and c.assignment is null"
            + " where f.parent = :round and f.phase not in ('void', 'merged') and m.phase not in ('void', 'merged')";
    private static final String OPEN = " and exists (select from ledger.matter m where m.parent = f.id and m.phase in ('draft', 'open'))";
    private static final String FINDINGS = " from ledger.matter f where f.parent = :round and f.phase not in ('void', 'merged')";

    @Autowired RoundFixture rounds;
    @Autowired Sheets sheets;
    @Autowired AsOf ledger;
    @Autowired JdbcClient sql;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void countsWhatTheLedgerSays(long seed) {
        var round = aRandomRound(new Random(seed));
        var now = Instant.now();
        agrees(round, now, LocalDate.now());
        // the same round, looked at when all the days have passed
        agrees(round, now.plus(Duration.ofDays(90)), LocalDate.now().plusDays(90));
    }

    @Test
    void tellsWhatWasSentBackAsSentBackAndNotAsProgress() {
        var round = rounds.aRound("退回的上报");
        var finding = rounds.aFinding(round, "河道有垃圾");
        var measure = rounds.aMeasure(finding, "清理河道", "submitted");
        assertThat(progress(round, measure)).isEqualTo("最新进展：已全部清理。");
        assertThat(headings(round)).as("no reason is told").contains("三、未完成事项");
        rounds.act(measure, "return");
        assertThat(progress(round, measure)).isEqualTo("上报完成，经核查退回：缺少现场照片。");
        assertThat(headings(round)).contains("三、未完成事项及原因");
        rounds.act(measure, "report");
        assertThat(progress(round, measure)).isEqualTo("最新进展：已清理三处。");
        for (var act : List.of("submit", "close", "redo")) rounds.act(measure, act);
        assertThat(progress(round, measure)).isEqualTo("重新整改：现场反弹。");
    }

    private String progress(MatterId round, MatterId measure) {
        return composed(round).figures().get(rounds.number(measure) + "进展").text();
    }

    private List<String> headings(MatterId round) {
        return composed(round).parts().stream().filter(part -> part.kind() == Composition.Kind.HEADING).map(Composition.Part::text).toList();
    }

    private Composition composed(MatterId round) {
        var now = Instant.now();
        return sheets.composed(round.tenant(), "rectification-round", ledger.tree(round, now), now, "", Template.SHIPPED, Map.of(), Content.FORM);
    }

    private MatterId aRandomRound(Random random) {
        var round = rounds.aRound("随机轮次");
        for (int f = random.nextInt(5); f >= 0; f--) {
            var finding = rounds.aFinding(round, "问题" + f);
            for (int m = random.nextInt(4); m > 0; m--) rounds.aMeasure(finding, "措施" + m, STATES.get(random.nextInt(STATES.size())));
            var open = count("select count(*) from ledger.matter m where m.parent = :round and m.phase in ('draft', 'open')", finding);
            if (open == 0 && random.nextBoolean()) {
                rounds.closeFinding(finding);
            } else if (random.nextInt(4) == 0) rounds.act(finding, "void");
        }
        return round;
    }

    private void agrees(MatterId round, Instant asOf, LocalDate on) {
        var composition = sheets.composed(round.tenant(), "rectification-round", ledger.tree(round, asOf), asOf, "", Template.SHIPPED, Map.of(), Content.FORM);
        is(composition, "问题总数", count("select count(*)" + FINDINGS, round));
        var done = count("select count(*)" + FINDINGS + " and f.phase = 'ended' and not" + OPEN.substring(4), round);
        is(composition, "已销号问题", done);
        is(composition, "未完成问题", count("select count(*)" + FINDINGS, round) - done);
        is(composition, "长期坚持问题", count("select count(*)" + FINDINGS + " and f.phase <> 'ended' and not" + OPEN.substring(4)
                + " and exists (select from ledger.matter m where m.parent = f.id and m.state = 'standing' and m.phase = 'settled')", round));
        var parts = List.of("已销号问题", "长期坚持问题", "待核定问题", "整改中问题", "待立项问题").stream().mapToInt(name -> value(composition, name)).sum();
        assertThat(parts).isEqualTo(value(composition, "问题总数"));

        is(composition, "措施总数", count("select count(*)" + MEASURES, round));
        var states = java.util.Map.of("已销号措施", "closed", "长期坚持措施", "standing", "整改中措施", "working", "待核查措施", "submitted", "待签收措施", "assigned", "已中止措施", "paused", "待交办措施", "drafted");
        states.forEach((name, state) -> is(composition, name, count("select count(*)" + MEASURES + " and m.state = '" + state + "'", round)));
        assertThat(states.keySet().stream().mapToInt(name -> value(composition, name)).sum()).isEqualTo(value(composition, "措施总数"));
        is(composition, "逾期措施", count("select count(*)" + MEASURES + " and m.state in ('drafted', 'assigned', 'working') and coalesce(c.last_day, m.due_on) < date '" + on + "'", round));
        var settled = count("select count(*)" + MEASURES + " and m.phase in ('settled', 'ended')", round);
        assertThat(composition.figures().get("措施办结率").text()).isEqualTo(Rate.text(settled, value(composition, "措施总数"))).endsWith("（" + settled + "/" + value(composition, "措施总数") + "）");
        assertThat(composition.figures().get("问题完成率").text()).isEqualTo(Rate.text(done, value(composition, "问题总数")));
    }

    private static int value(Composition composition, String figure) {
        return composition.figures().get(figure).value();
    }

    private static void is(Composition composition, String figure, int counted) {
        assertThat(value(composition, figure)).as(figure).isEqualTo(counted);
    }

    private int count(String query, MatterId parent) {
        return sql.sql(query).param("round", parent.id()).query(Integer.class).single();
    }
}
