package cn.duban.similarity.search;

import cn.duban.ledger.Listing;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a search ended, as its address carries it: the part it was in, the last matter, and the count that the
 * first page made.
 */
record Mark(Part part, Spot last, int count) {

    String token() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((part + " " + last.openedAt() + " " + last.matter() + " " + count).getBytes(StandardCharsets.UTF_8));
    }

    /** @return null where it is no place of a search, which then begins anew */
    static @Nullable Mark read(@Nullable String token) {
        if (token == null) return null;
        try {
            var said = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ");
            if (said.length != 4) return null;
            return new Mark(Part.valueOf(said[0]), new Spot(UUID.fromString(said[2]), Instant.parse(said[1])), Math.clamp(Integer.parseInt(said[3]), 0, Listing.COUNTED + 1));
        } catch (IllegalArgumentException | DateTimeException broken) {
            return null;
        }
    }
}
