package cn.duban.performance;

import cn.duban.performance.Indicator.Sort;
import cn.duban.performance.Measure.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that one unit is scored on, and what it adds up to: pure, from the scheme and the scores, so that anybody reckons the same.
 *
 * @param earned points of what counts for the unit @param base all that these are worth: less than the full points where there was nothing to count
 * @param score {@code earned} in terms of the full points @param bonus what comes on top @param deduction what goes off
 * @param vetoed one indicator fails the whole
 * @param owed how many scores are still owed: until they are there, the total is none
 */
record Card(Scheme scheme, String group, Map<String, Score> scores, BigDecimal earned, BigDecimal base, BigDecimal score, BigDecimal bonus, BigDecimal deduction, BigDecimal total, boolean vetoed, int owed) {

    static Card of(Scheme scheme, String group, Map<String, Score> scores) {
        var earned = Points.NONE;
        var base = Points.NONE;
        var bonus = Points.NONE;
        var deduction = Points.NONE;
        var vetoed = false;
        var owed = 0;
        for (var leaf : scheme.leaves(group)) {
            var score = scores.get(leaf.no());
            if (score == null || score.state() == Score.State.OWED) owed++;
            if (score == null || score.points() == null) continue;
            var points = score.points();
            switch (leaf.sort()) {
                case WEIGHT -> {
                    earned = earned.add(points);
                    base = base.add(leaf.points());
                }
                case BONUS -> bonus = bonus.add(points);
                case DEDUCTION -> deduction = deduction.add(points);
                case VETO -> vetoed |= leaf.vetoes(points);
            }
        }
        var score = base.signum() == 0 ? Points.NONE : base.compareTo(scheme.full()) == 0 || owed > 0 ? earned : Points.of(earned.multiply(scheme.full()).divide(base, MathContext.DECIMAL64));
        return new Card(scheme, group, Map.copyOf(scores), earned, base, score, bonus, deduction, vetoed ? Points.NONE : score.add(bonus).subtract(deduction).max(Points.NONE), vetoed, owed);
    }

    boolean whole() {
        return owed == 0;
    }

    /** Of a node: the sum of what is below it; null where nothing of it counts yet. */
    @Nullable BigDecimal points(Indicator indicator) {
        return indicator.leaves().filter(leaf -> leaf.of(group) && leaf.sort() == Sort.WEIGHT || indicator.leaf()).map(leaf -> scores.get(leaf.no())).filter(score -> score != null && score.points() != null)
                .map(Score::points).reduce(BigDecimal::add).orElse(null);
    }

    List<Indicator> indicators() {
        return scheme.indicators().stream().filter(one -> one.of(group)).toList();
    }

    /** @param figure null where it is assessed, or not counted yet @param points null while it is owed or does not count */
    record Score(int unit, String indicator, String group, @Nullable Integer assessor, State state, @Nullable Figure figure, @Nullable BigDecimal points, String reason, String evidence, @Nullable Integer scoredBy, String scoredName, boolean corrected) {

        enum State {
            /** Not scored yet, whoever is to: neither nought nor full. */
            OWED,
            SCORED,
            /** There was nothing to count. */
            WITHOUT
        }
    }
}
