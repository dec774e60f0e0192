package cn.duban.figures;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What counts as having happened to a matter. */
public enum Turn {
    OPENED,
    /** Its promise counts as kept, by whoever verified it. */
    SETTLED,
    /** Sent back by the office that was to verify it, to those who work on it. */
    RETURNED,
    /** It was settled, yet has to be done again. */
    REOPENED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Turn of(@Nullable String word) {
        return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
    }
}
