package cn.duban.notices;

import cn.duban.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the inbox shows it.
 *
 * @param about what it is about, as its reader may see it at this moment
 */
public record NoticeRow(UUID id, Kind kind, Subject about, String place, String whatZh, String whatEn, String actor, @Nullable LocalDate day, Instant at, boolean unread) {

    /** The act, or the clock, in the reader's language. */
    public String what() {
        return Words.english() ? whatEn : whatZh;
    }
}
