package cn.duban.performance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.performance.Card.Score;
import cn.duban.performance.Measure.Figure;
import cn.duban.web.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** Points and sums, over many values: within bounds, never falling where the value gets better, the same whenever they are reckoned again. */
class ReckoningTest {

    private final Random random = new Random(20260701);

    @BeforeEach
    void reads() {
        LocaleContextHolder.setLocale(Words.CHINESE);
    }

    @AfterEach
    void readsNoMore() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private Formula.Linear line(boolean rising) {
        var none = new Bound(BigDecimal.valueOf(random.nextInt(50), 2), true);
        var all = new Bound(none.value().add(BigDecimal.valueOf(1 + random.nextInt(50), 2)), true);
        return rising ? new Formula.Linear(none, all) : new Formula.Linear(all, none);
    }

    private Formula.Steps steps(boolean within) {
        var at = new TreeMap<Bound, BigDecimal>();
        var points = 0;
        for (int i = 1; i <= 4; i++) at.put(new Bound(BigDecimal.valueOf(within ? 100 - 20 * i : 20 * i, 2), true), BigDecimal.valueOf(points += random.nextInt(8)));
        return new Formula.Steps(at, within);
    }

    @Test
    void staysWithinBoundsAndNeverFallsWhereTheValueGetsBetter() {
        for (int run = 0; run < 500; run++) {
            var full = BigDecimal.valueOf(32 + random.nextInt(60));
            var better = random.nextBoolean();
            var formulas = better ? List.of(line(true), steps(false)) : List.of(line(false), steps(true), new Formula.PerCase(BigDecimal.valueOf(1 + random.nextInt(300), 2), random.nextBoolean() ? null : BigDecimal.valueOf(10)));
            for (var formula : formulas) {
                var scale = formula instanceof Formula.PerCase ? 0 : 2;
                BigDecimal before = null;
                for (int value = 0; value <= 100; value++) {
                    var points = formula.points(BigDecimal.valueOf(better ? value : 100 - value, scale), full);
                    assertThat(points).as("%s of %s", formula, value).isBetween(BigDecimal.ZERO, full);
                    if (before != null) assertThat(points).as("%s at %s", formula, value).isGreaterThanOrEqualTo(before);
                    assertThat(points.scale()).isEqualTo(2);
                    before = points;
                }
            }
        }
    }

    @Test
    void reckonsAsTheRuleIsSaid() {
        var line = new Formula.Linear(new Bound(of("0.60"), true), new Bound(of("0.95"), true));
        assertThat(line.points(of("0.9"), of("25"))).isEqualByComparingTo("21.43");
        assertThat(line.reckoned(of("0.9"), of("25"))).isEqualTo("(90% − 60%) ÷ (95% − 60%) × 25");
        assertThat(line.points(of("0.95"), of("25"))).isEqualByComparingTo("25");
        assertThat(line.points(of("0.6"), of("25"))).isEqualByComparingTo("0");
        var each = new Formula.PerCase(of("3"), of("6"));
        assertThat(each.points(of("1"), of("10"))).isEqualByComparingTo("7");
        assertThat(each.points(of("9"), of("10"))).as("no more than the most").isEqualByComparingTo("4");
        assertThat(new Formula.PerCase(of("3"), null).points(of("9"), of("10"))).as("no less than nothing").isEqualByComparingTo("0");
        assertThat(Bound.read("95%")).contains(new Bound(of("0.95"), true));
        assertThat(Bound.read("九成")).isEmpty();
    }

    private static final String SCHEME = """
            方案: 试考核
            周期: 季度
            对象: { 部门: 全部工作部门 }
            指标:
              办结: { 分值: 60, 数据: 按期办结率, 直线: { 零分: 0%, 满分: 100% } }
              质量: { 分值: 40, 评分: 考核单位 }
              创新: { 加分: 3, 评分: 考核单位 }
              通报: { 减分: 5, 数据: 逾期未办结, 每件: 2 }
              造假: { 否决: 1, 填报: 考核单位 }
            """;

    private final Scheme scheme = Objects.requireNonNull(SchemeReader.read(SCHEME).scheme());

    private Score score(int unit, String no, Figure figure, BigDecimal points) {
        var leaf = scheme.leaf(no).orElseThrow();
        var reckoned = figure == null ? points : leaf.score(figure);
        return new Score(unit, no, "部门", null, reckoned != null ? Score.State.SCORED : figure != null ? Score.State.WITHOUT : Score.State.OWED, figure, reckoned, "", "", null, "", false);
    }

    private Card card(int unit, Score... scores) {
        var all = new LinkedHashMap<String, Score>();
        for (var score : scores) all.put(score.indicator(), score);
        return Card.of(scheme, "部门", all);
    }

    private Card card(int unit, int part, int whole, String quality, String bonus, int late, int faked) {
        return card(unit, score(unit, "1", Figure.share(part, whole, ""), null), score(unit, "2", null, quality == null ? null : of(quality)), score(unit, "3", null, of(bonus)), score(unit, "4", Figure.cases(late, ""), null), score(unit, "5", Figure.cases(faked, ""), null));
    }

    @Test
    void addsUpWithEveryStepShown() {
        var card = card(1, 9, 10, "38", "2", 1, 0);
        assertThat(card.total()).isEqualByComparingTo("92");
        assertThat(CardWords.reckoned(card)).isEqualTo("办结 54 + 质量 38 = 92；92 + 2（加分） − 2（减分） = 92");
        assertThat(CardWords.figure(card.scores().get("1"))).isEqualTo("90%（9/10）");
    }

    @Test
    void leavesOutWhatHadNothingToCountInsteadOfGivingNoneOrAll() {
        var card = card(1, 0, 0, "30", "0", 0, 0);
        assertThat(card.base()).isEqualByComparingTo("40");
        assertThat(card.total()).as("30 of 40 in terms of 100").isEqualByComparingTo("75");
        assertThat(CardWords.reckoned(card)).isEqualTo("质量 30 = 30；30 ÷ 40 × 100（无此类事项的指标不计）= 75");
    }

    @Test
    void hasNoTotalWhileAScoreIsOwed() {
        var card = card(1, 9, 10, null, "0", 0, 0);
        assertThat(card.whole()).isFalse();
        assertThat(card.owed()).isEqualTo(1);
        assertThat(CardWords.reckoned(card)).isEqualTo("还有 1 项待评，暂无总分");
    }

    @Test
    void failsTheWholeOnOneVetoWhateverElseWasGot() {
        for (int run = 0; run < 100; run++) {
            var vetoed = card(1, 10, 10, "40", "3", 0, 1 + random.nextInt(5));
            var poor = card(2, random.nextInt(10), 10, String.valueOf(random.nextInt(40)), "0", random.nextInt(9), 0);
            assertThat(vetoed.vetoed()).isTrue();
            var places = Standings.of(Map.of(1, vetoed, 2, poor));
            assertThat(places.getFirst().unit()).isEqualTo(2);
            assertThat(places.getLast().rank()).isEqualTo(2);
        }
    }

    @Test
    void ranksWithinTheGroupAndSharesPlaces() {
        var cards = new LinkedHashMap<Integer, Card>();
        var totals = new ArrayList<Integer>();
        for (int unit = 1; unit <= 60; unit++) {
            var part = random.nextInt(11);
            totals.add(part);
            cards.put(unit, card(unit, part, 10, "40", "0", 0, 0));
        }
        for (var place : Standings.of(cards)) {
            var mine = totals.get(place.unit() - 1);
            assertThat(place.rank()).isEqualTo(1 + (int) totals.stream().filter(other -> other > mine).count());
        }
    }
}
