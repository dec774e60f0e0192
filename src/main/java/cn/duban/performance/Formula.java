package cn.duban.performance;

import static cn.duban.web.Words.say;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a value becomes points: one of a few named ways, as data. Always between none and all, and never falling where the value gets better. */
sealed interface Formula {

    /** @param value a share from 0 to 1, or a number of cases @param full all the points that there are */
    BigDecimal points(BigDecimal value, BigDecimal full);

    /** The rule, in words. */
    String said(BigDecimal full);

    /** How the points of this value come about, in figures. */
    String reckoned(BigDecimal value, BigDecimal full);

    /** Whether it is about a share; otherwise about a number of cases. */
    boolean percent();

    /** 直线: no points at one value, all at another, evenly between; the better may be the smaller one. */
    record Linear(Bound none, Bound all) implements Formula {

        @Override
        public BigDecimal points(BigDecimal value, BigDecimal full) {
            var share = value.subtract(none.value()).divide(all.value().subtract(none.value()), MathContext.DECIMAL64);
            return Points.of(full.multiply(share.max(BigDecimal.ZERO).min(BigDecimal.ONE)));
        }

        @Override
        public String said(BigDecimal full) {
            return say("performance.formula.linear", none, all, Points.said(full));
        }

        @Override
        public String reckoned(BigDecimal value, BigDecimal full) {
            var rising = all.compareTo(none) > 0;
            if (rising ? value.compareTo(all.value()) >= 0 : value.compareTo(all.value()) <= 0) return say("performance.formula.linear.all", all);
            if (rising ? value.compareTo(none.value()) <= 0 : value.compareTo(none.value()) >= 0) return say("performance.formula.linear.none", none);
            return say("performance.formula.linear.between", rounded(value), none, all, Points.said(full));
        }

        private Bound rounded(BigDecimal value) {
            return new Bound(value.setScale(4, RoundingMode.HALF_UP), percent());
        }

        @Override
        public boolean percent() {
            return all.percent();
        }
    }

    /** 分档: the points of the best step that is reached; none where none is. @param within the value is to stay within the step, instead of reaching it */
    record Steps(NavigableMap<Bound, BigDecimal> at, boolean within) implements Formula {

        @Override
        public BigDecimal points(BigDecimal value, BigDecimal full) {
            var reached = within ? at.ceilingEntry(new Bound(value, percent())) : at.floorEntry(new Bound(value, percent()));
            return reached == null ? Points.NONE : Points.of(reached.getValue());
        }

        @Override
        public String said(BigDecimal full) {
            return (within ? at : at.descendingMap()).entrySet().stream().map(step -> say(within ? "performance.formula.step.within" : "performance.formula.step", step.getKey(), Points.said(step.getValue())))
                    .collect(Collectors.joining(say("performance.and")));
        }

        @Override
        public String reckoned(BigDecimal value, BigDecimal full) {
            var reached = within ? at.ceilingEntry(new Bound(value, percent())) : at.floorEntry(new Bound(value, percent()));
            return reached == null ? say("performance.formula.step.none") : say(within ? "performance.formula.step.within" : "performance.formula.step", reached.getKey(), Points.said(reached.getValue()));
        }

        @Override
        public boolean percent() {
            return at.firstKey().percent();
        }
    }

    /** 每件: so many points for each case. @param most at most so many; null for all that there are */
    record PerCase(BigDecimal each, @Nullable BigDecimal most) implements Formula {

        BigDecimal taken(BigDecimal value, BigDecimal full) {
            return Points.of(each.multiply(value).min(most == null ? full : most.min(full)));
        }

        @Override
        public BigDecimal points(BigDecimal value, BigDecimal full) {
            return Points.of(full.subtract(taken(value, full)));
        }

        @Override
        public String said(BigDecimal full) {
            return most == null ? say("performance.formula.each", Points.said(each)) : say("performance.formula.each.most", Points.said(each), Points.said(most));
        }

        @Override
        public String reckoned(BigDecimal value, BigDecimal full) {
            return say("performance.formula.each.taken", Points.said(value), Points.said(each), Points.said(taken(value, full)));
        }

        @Override
        public boolean percent() {
            return false;
        }
    }
}
