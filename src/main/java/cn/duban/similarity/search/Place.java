package cn.duban.similarity.search;

import cn.duban.similarity.wording.Excerpt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where in a matter a word stands.
 *
 * @param entry the line of the timeline
 * @param at when it was said, or handed in
 * @param who the person with the unit of that day; null for title and body, which are everybody's
 */
public record Place(Kind kind, int entry, Instant at, @Nullable String who, Excerpt excerpt) {

    /** In the order in which the table numbers them. */
    public enum Kind {
        FRONT, BODY, NOTE, FILE
    }
}
