package cn.duban.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as it was published. Nothing in it changes any more, except that it may have been withdrawn.
 *
 * @param content canonical JSON of what the public reads
 * @param digest SM3 of it, 64 hex digits
 * @param noted number of the entry of the root matter that carries the digest; null where there is none
 * @param withdrawal why it was withdrawn; null while it stands
 */
public record Frozen(
        int tenant, UUID bulletin, String number, int year, int no, String title, String content, String digest, Instant publishedAt,
        Instant visibleFrom, @Nullable Integer noted, @Nullable String withdrawal, @Nullable Instant withdrawnAt) {

    public String slug() {
        return tenant + "-" + bulletin;
    }

    public boolean withdrawn() {
        return withdrawal != null;
    }

    public Content read() {
        return Content.read(content);
    }
}
