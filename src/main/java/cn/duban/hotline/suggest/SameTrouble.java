package cn.duban.hotline.suggest;

import cn.duban.web.Words;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether two tickets tell of the same trouble: by meaning, place and time. The weights are few, fitted to the tuning half of the labelled clusters and
 * rounded; what they come to is in the README of the package. Pure.
 *
 * @param meaning how alike place and text are by what they mean, a cosine
 * @param place how much of the one's place the other names, from 0 to 1
 * @param elsewhere both say which house, line or part, and not the same one
 * @param sameArea 1 in one sub-district, 0 in two, between where it is not known
 * @param about how likely both are about one category
 */
public record SameTrouble(double meaning, double place, boolean elsewhere, double sameArea, long daysApart, double about) {

    public static final double LIKELY = 0.4;
    public static final double VERY_LIKELY = 0.6;

    /** People tell of one trouble within days; after so many, each month speaks against it. */
    private static final int FRESH = 7;
    private static final double MONTH = 30;
    private static final double CLEARLY = 0.5;

    /** Without embeddings characters in common stand for the meaning, with caution. */
    private static final double WITHOUT = 0.5;

    private static final double UNKNOWN = 0.5;

    public static SameTrouble of(Told one, Told other) {
        var here = Place.of(one.place());
        var there = Place.of(other.place());
        var place = Math.max(here.within(Place.of(other.place() + other.text())), there.within(Place.of(one.place() + one.text())));
        var area = one.area().isEmpty() || other.area().isEmpty() ? UNKNOWN : one.area().equals(other.area()) ? 1 : 0;
        return new SameTrouble(meaning(one, other), place, here.contradicts(there), area, Math.abs(ChronoUnit.DAYS.between(one.day(), other.day())), about(one.about(), other.about()));
    }

    /** What the score cannot exceed, told by meaning, area and time alone: among thousands of tickets nearly every pair is out at once. */
    static double atMost(Told one, Told other) {
        var here = one.meaning();
        var there = other.meaning();
        var area = one.area().isEmpty() || other.area().isEmpty() ? UNKNOWN : one.area().equals(other.area()) ? 1 : 0;
        return new SameTrouble(here != null && there != null ? Directions.cosine(here, there) : 1, 1, false, area, Math.abs(ChronoUnit.DAYS.between(one.day(), other.day())), 1).score();
    }

    private static double meaning(Told one, Told other) {
        var here = one.meaning();
        var there = other.meaning();
        if (here != null && there != null) return Directions.cosine(here, there);
        var own = Place.of(one.text());
        var others = Place.of(other.text());
        return WITHOUT + WITHOUT * Math.max(own.within(others), others.within(own));
    }

    private static double about(Map<String, Double> one, Map<String, Double> other) {
        return one.isEmpty() || other.isEmpty() ? UNKNOWN : one.entrySet().stream().mapToDouble(share -> share.getValue() * other.getOrDefault(share.getKey(), 0.0)).sum();
    }

    /** From 0 to 1. */
    public double score() {
        var late = Math.max(0, daysApart - FRESH) / MONTH;
        var sum = -14.3 + 12 * meaning + 0.5 * place - 5 * late + 5 * sameArea - (elsewhere ? 2 : 0) + 2.4 * about;
        return 1 / (1 + Math.exp(-sum));
    }

    /** Empty where they are hardly the same. */
    public Optional<Certainty> certainty() {
        var score = score();
        return score >= VERY_LIKELY ? Optional.of(Certainty.VERY_LIKELY) : score >= LIKELY ? Optional.of(Certainty.LIKELY) : Optional.empty();
    }

    /** What speaks for it and against, in words. */
    public List<String> reasons() {
        var reasons = new ArrayList<String>();
        reasons.add(Words.say("hotline.suggest.same.meaning", String.format(Locale.ROOT, "%.2f", meaning)));
        if (place >= CLEARLY) reasons.add(Words.say("hotline.suggest.same.place"));
        reasons.add(daysApart == 0 ? Words.say("hotline.suggest.same.day") : Words.say("hotline.suggest.same.days", daysApart));
        if (elsewhere) reasons.add(Words.say("hotline.suggest.same.elsewhere"));
        return List.copyOf(reasons);
    }
}
