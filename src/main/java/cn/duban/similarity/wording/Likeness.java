package cn.duban.similarity.wording;

import cn.duban.ledger.Duplicates.Level;
import cn.duban.similarity.wording.PlaceNames.Elsewhere;
import java.util.List;
import java.util.Optional;

/**
 * Whether two matters are the same one: what speaks for it and what against, weighed. Pure.
 *
 * <p>The weights are few and each has its reason, see the README of the room; {@code DuplicatePairsTest} measures what they come to.
 *
 * @param meaning how alike title and body are by what they mean, from 0 to 1; not a number where that could not be compared
 * @param wording pairs of characters in common, from 0 to 1
 * @param retold how much of the title the other tells again, from 0 to 1
 * @param places that both name
 * @param elsewhere how far they name others, where there is none in common
 * @param amounts that both count
 * @param otherAmounts both count the same kind of thing, and no amount is the same
 * @param orders numbers that somebody outside gave both
 */
public record Likeness(double meaning, double wording, double retold, List<String> places, Elsewhere elsewhere, List<String> amounts, boolean otherAmounts, boolean otherYears, boolean otherAddress, List<String> orders) {

    /** From here on it is worth a look, and from there on it is called very likely. */
    public static final double LIKELY = 0.4;
    public static final double VERY_LIKELY = 0.7;

    /** Below so much meaning nothing else makes it the same. */
    public static final double WORTH = 0.6;

    /** More of it in common says nothing more about a frame that both fill in. */
    private static final double FRAME = 0.3;

    public static Likeness of(Traits one, Traits other, double meaning) {
        var places = one.commonPlaces(other);
        return new Likeness(meaning, one.all().alike(other.all()), one.retold(other, places), places, places.isEmpty() ? one.elsewhere(other) : Elsewhere.UNKNOWN,
                one.figures().common(other.figures()), one.figures().differ(other.figures()), one.figures().otherYears(other.figures()), one.figures().otherAddress(other.figures()), one.commonOrders(other));
    }

    /** Empty where it is not worth a look. */
    public static Optional<Level> level(double score) {
        return score >= VERY_LIKELY ? Optional.of(Level.VERY_LIKELY) : score >= LIKELY ? Optional.of(Level.LIKELY) : Optional.empty();
    }

    /** From 0 to 1. */
    public double score() {
        if (!orders.isEmpty() && !otherYears) return 0.99;
        // without the model the words in common stand for the meaning, with caution
        var meant = Double.isNaN(meaning) ? 0.6 + 0.5 * wording : meaning;
        var where = !places.isEmpty() ? 1.4 : switch (elsewhere) {
            case UNKNOWN -> 0;
            case PERHAPS -> -1.5;
            case SURELY -> -2;
            case HEADED -> -4;
        };
        var sum = -12.5 + 14 * meant + 4.5 * retold - 9 * Math.min(FRAME, wording) + where
                + 2.5 * Math.min(2, amounts.size()) - (otherAmounts ? 4 : 0) - (otherAddress ? 3 : 0) - (otherYears ? 2 : 0);
        return 1 / (1 + Math.exp(-sum));
    }
}
