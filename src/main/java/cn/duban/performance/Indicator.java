package cn.duban.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree. Only leaves are scored.
 *
 * @param no where it stands, such as {@code 2.1}
 * @param path where it stands in the text, to find its line
 * @param points all that it is worth; of a bonus or a deduction the most; of a veto from how many cases on it fails the whole
 * @param groups those it is for; empty for all
 * @param special a part that rules know by name (专项), such as 政务公开
 * @param basis the document that asks for it @param explanation why it is asked for where no document does; both hold for what is below
 * @param standard how assessors are to score, for them to read
 * @param whole where there is nothing to count it gives all points; otherwise it does not count for the unit
 */
record Indicator(String no, String path, String name, Sort sort, BigDecimal points, Set<String> groups, @Nullable String special, @Nullable String basis, @Nullable String explanation, @Nullable String standard,
        @Nullable Source source, @Nullable Formula formula, boolean whole, List<Indicator> parts) {

    enum Sort {
        /** 分值 */
        WEIGHT,
        /** 加分 */
        BONUS,
        /** 减分 */
        DEDUCTION,
        /** 单项否决 */
        VETO
    }

    /** Where a leaf's score comes from. */
    sealed interface Source {}

    /** 数据 @param of what is said beside it */
    record Counted(String measure, @Nullable String of) implements Source {}

    /** 评分: points, with a reason for each that is not given. */
    record Assessed(String by) implements Source {}

    /** 填报: a value with its evidence, from which the formula makes points. */
    record Entered(String by) implements Source {}

    boolean leaf() {
        return parts.isEmpty();
    }

    boolean of(String group) {
        return groups.isEmpty() || groups.contains(group);
    }

    Stream<Indicator> leaves() {
        return leaf() ? Stream.of(this) : parts.stream().flatMap(Indicator::leaves);
    }

    Stream<Indicator> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Indicator::all));
    }

    boolean assessed() {
        return source instanceof Assessed;
    }

    /** Of a value that was counted or entered; null where there was nothing to count and it therefore does not count. */
    @Nullable BigDecimal score(Measure.Figure figure) {
        var value = value(figure);
        if (value == null) return sort == Sort.WEIGHT && whole ? Points.of(points) : sort == Sort.WEIGHT ? null : Points.NONE;
        if (sort == Sort.VETO || formula == null) return Points.of(value);
        if (sort != Sort.WEIGHT && formula instanceof Formula.PerCase each) return each.taken(value, points);
        return formula.points(value, points);
    }

    static @Nullable BigDecimal value(Measure.Figure figure) {
        var whole = figure.denominator();
        if (whole == null) return figure.numerator();
        return whole.signum() == 0 ? null : figure.numerator().divide(whole, MathContext.DECIMAL64);
    }

    boolean vetoes(BigDecimal scored) {
        return sort == Sort.VETO && scored.compareTo(points) >= 0;
    }

    /** Whether a score of points takes something away that has to be explained. */
    boolean explained(BigDecimal scored) {
        return sort == Sort.WEIGHT ? scored.compareTo(points) < 0 : scored.signum() > 0;
    }
}
