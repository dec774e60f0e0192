package cn.duban.hotline.suggest;

import cn.duban.web.Words;
import java.util.Locale;

/** How sure a suggestion is, in words. The README of the package says of each how many were right. */
public enum Certainty {
    VERY_LIKELY(0.85),
    LIKELY(0.5),
    /** Shown as one of several; nobody should send a ticket by it unread. */
    POSSIBLE(0);

    private final double least;

    Certainty(double least) {
        this.least = least;
    }

    static Certainty of(double share) {
        return share >= VERY_LIKELY.least ? VERY_LIKELY : share >= LIKELY.least ? LIKELY : POSSIBLE;
    }

    public String say() {
        return Words.say("hotline.suggest.certainty." + name().toLowerCase(Locale.ROOT));
    }
}
