package cn.duban.ledger;

import cn.duban.ledger.Duplicates.Hit;
import cn.duban.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about something that may stand on the ledger already.
 *
 * @param other the matter to link, or to merge into; null where it is opened for its own or left out
 * @param reason stands in the entry; needed where it is opened anyway
 */
public record DuplicateDecision(Kind kind, @Nullable UUID other, String reason) {

    public enum Kind {
        /** It is another matter: opened, with the reason. */
        OPEN,
        /** Opened, and the two say of each other that they belong together. */
        LINK,
        /** Opened, and at once merged into the one that stands there: what came in is kept, its clocks wait. */
        MERGE,
        /** Not opened at all. */
        LEAVE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** There was nothing to decide. */
    public static final DuplicateDecision NONE = new DuplicateDecision(Kind.OPEN, null, "");

    /** As a form or a file keeps it: {@code open}, {@code leave}, {@code link-ID}, {@code merge-ID}. @return null where it says nothing of the kind */
    public static @Nullable DuplicateDecision read(@Nullable String choice, @Nullable String reason) {
        if (choice == null || choice.isBlank()) return null;
        var dash = choice.indexOf('-');
        try {
            var kind = Kind.valueOf((dash < 0 ? choice : choice.substring(0, dash)).toUpperCase(Locale.ROOT));
            var other = dash < 0 ? null : UUID.fromString(choice.substring(dash + 1));
            if ((kind == Kind.LINK || kind == Kind.MERGE) != (other != null)) return null;
            return new DuplicateDecision(kind, other, reason == null ? "" : reason.strip());
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    public String choice() {
        return other == null ? kind.word() : kind.word() + "-" + other;
    }

    /** Whether what it needs is there. */
    public boolean complete() {
        return kind != Kind.OPEN || !reason.isBlank();
    }

    /** Whether it speaks of one of these, or of none. */
    public boolean among(List<Hit> hits) {
        return other == null || hits.stream().anyMatch(hit -> hit.row().id().id().equals(other));
    }

    /** The line that stands in the entry of what is opened: what it was held against, where that is known, and what was decided. */
    String noted(List<Hit> hits) {
        var named = hits.stream().filter(hit -> other == null || hit.row().id().id().equals(other)).limit(3).map(hit -> hit.row().number()).collect(Collectors.joining("、"));
        var said = "ledger.duplicates.noted." + kind.word();
        return (named.isEmpty() ? Words.in(Words.CHINESE, said + ".plain") : Words.in(Words.CHINESE, said, named))
                + (reason.isBlank() ? "" : Words.in(Words.CHINESE, "ledger.duplicates.noted.reason", reason));
    }
}
