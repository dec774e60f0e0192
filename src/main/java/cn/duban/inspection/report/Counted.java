package cn.duban.inspection.report;

import cn.duban.web.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Figures that the ledger counts itself, of one inspection. */
public enum Counted {
    VISITS, UNITS, FINDINGS, CLOSED, ON_SITE, ON_PAPERS;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return Words.say("inspection.counted." + word());
    }

    static Optional<Counted> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
