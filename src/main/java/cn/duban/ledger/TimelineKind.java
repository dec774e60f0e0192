package cn.duban.ledger;

import java.util.Locale;

/** What a reader of a timeline wants to see of it. */
public enum TimelineKind {
    ALL,
    /** What moved the matter on or back. */
    STEPS,
    /** Reports, directions, comments: what was said without moving it. */
    WORDS,
    /** What came with evidence. */
    FILES;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
