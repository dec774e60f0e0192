package cn.duban.performance;

import static cn.duban.web.Words.say;

import cn.duban.performance.Card.Score;
import cn.duban.performance.Indicator.Sort;
import cn.duban.web.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A card in words: every point with how it came about. */
final class CardWords {

    private CardWords() {}

    /** The whole sum, such as 任务落实 54 + 工作质量 38 = 92；92 + 2（加分）= 94. */
    static String reckoned(Card card) {
        if (!card.whole()) return say("performance.sum.owed", card.owed());
        if (card.vetoed()) return say("performance.sum.vetoed");
        var full = card.scheme().full();
        var sum = new ArrayList<String>();
        sum.add(card.indicators().stream().filter(one -> one.sort() == Sort.WEIGHT && card.points(one) != null).map(one -> one.name() + " " + Points.said(card.points(one))).collect(Collectors.joining(" + ")) + " = " + Points.said(card.earned()));
        if (card.base().compareTo(full) != 0 && card.base().signum() > 0) sum.add(say("performance.sum.scaled", Points.said(card.earned()), Points.said(card.base()), Points.said(full), Points.said(card.score())));
        if (card.bonus().signum() > 0 || card.deduction().signum() > 0) sum.add(Points.said(card.score()) + (card.bonus().signum() > 0 ? say("performance.sum.bonus", Points.said(card.bonus())) : "") + (card.deduction().signum() > 0 ? say("performance.sum.deduction", Points.said(card.deduction())) : "")
                + " = " + Points.said(card.total()));
        return String.join(say("performance.and"), sum);
    }

    static List<CardPage.Line> lines(Card card, Predicate<Score> appealable) {
        var lines = new ArrayList<CardPage.Line>();
        card.indicators().forEach(one -> add(card, one, 1, appealable, lines));
        return lines;
    }

    private static void add(Card card, Indicator one, int depth, Predicate<Score> appealable, List<CardPage.Line> lines) {
        if (!one.of(card.group())) return;
        var score = one.leaf() ? card.scores().get(one.no()) : null;
        var points = card.points(one);
        var owed = score != null && score.state() == Score.State.OWED;
        lines.add(new CardPage.Line(one.no(), depth, one.name(), SchemeLines.worth(one), points == null ? null : Points.said(points), score == null ? null : figure(score), score == null || score.figure() == null || score.figure().href().isEmpty() ? null : score.figure().href(),
                score == null ? "" : reckoned(one, score), score == null ? "" : score.reason(), score == null ? "" : score.evidence(), score == null ? "" : score.scoredName(), one.leaf(), owed, score != null && lost(one, score), score != null && score.corrected(), score != null && appealable.test(score)));
        one.parts().forEach(part -> add(card, part, depth + 1, appealable, lines));
    }

    static boolean lost(Indicator leaf, Score score) {
        return Appealing.improvable(leaf, score);
    }

    static @Nullable String figure(Score score) {
        var figure = score.figure();
        if (figure == null) return null;
        var whole = figure.denominator();
        if (whole == null) return Points.said(figure.numerator());
        return figure.numerator().stripTrailingZeros().scale() <= 0 && whole.stripTrailingZeros().scale() <= 0 ? Rate.text(figure.numerator().intValue(), whole.intValue()) : Points.said(figure.numerator()) + "/" + Points.said(whole);
    }

    private static String reckoned(Indicator leaf, Score score) {
        var figure = score.figure();
        if (score.state() == Score.State.OWED) return say("performance.owed");
        if (figure == null) return leaf.assessed() ? SchemeLines.how(leaf) : "";
        var value = Indicator.value(figure);
        if (value == null) return say(score.state() == Score.State.WITHOUT ? "performance.without" : "performance.without.whole");
        if (leaf.sort() == Sort.VETO) return say("performance.veto.from", Points.said(leaf.points()));
        return leaf.formula() == null ? "" : leaf.sort() != Sort.WEIGHT && leaf.formula() instanceof Formula.PerCase each ? say("performance.formula.each.given", Points.said(value), Points.said(each.each()), Points.said(each.taken(value, leaf.points()))) : leaf.formula().reckoned(value, leaf.points());
    }
}
