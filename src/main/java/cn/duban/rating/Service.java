package cn.duban.rating;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is rated: one visit, or one matter handled once.
 *
 * @param item which service it was, in the words of the office
 * @param person who served at the window; null where nobody did
 * @param matter that was handled; null for a visit
 * @param round tells one handling of a matter from the next
 * @param device at which it was rated, or may be
 */
public record Service(int tenant, UUID id, String item, int unit, @Nullable Integer person, @Nullable UUID matter, int round, @Nullable UUID device, Instant servedAt) {

    public static final int LONGEST_ITEM = 100;
}
