package cn.duban.ledger;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a running deadline stands, derived from it and the hour, never stored. Cards (黄牌、红牌) are another thing. */
public enum Lamp {
    /** On time and running. */
    BLUE,
    /** One working day or less before the end, or a periodic report missing. */
    YELLOW,
    /** Overdue. */
    RED;

    /** @param yellowUntil the end of the next working day @param onlyReport every breached clock is a rhythm's */
    static @Nullable Lamp of(@Nullable Instant dueAt, Instant now, Instant yellowUntil, boolean onlyReport) {
        if (dueAt == null) return null;
        if (!dueAt.isAfter(now)) return onlyReport ? YELLOW : RED;
        return dueAt.isAfter(yellowUntil) ? BLUE : YELLOW;
    }

    /** As it stands in addresses and style sheets. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
