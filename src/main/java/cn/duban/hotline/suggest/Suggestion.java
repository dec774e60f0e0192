package cn.duban.hotline.suggest;

import cn.duban.web.Words;
import java.util.List;
import java.util.Optional;

/**
 * A category, and who would handle it.
 *
 * @param share how often such a suggestion is right, from 0 to 1
 * @param units the likeliest first; none where neither the catalogue nor a closed ticket names one
 */
public record Suggestion(String category, double share, List<Handler> units, List<Reason> reasons) {

    /** A unit, and why this one. */
    public record Handler(String unit, Reason reason) {}

    public Certainty certainty() {
        return Certainty.of(share);
    }

    public Optional<String> unit() {
        return units.stream().findFirst().map(Handler::unit);
    }

    /** In words and as a number: 很可能（92%）. */
    public String sure() {
        return Words.say("hotline.suggest.sure", certainty().say(), Math.round(100 * share));
    }
}
