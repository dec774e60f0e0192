package cn.duban.figures;

import cn.duban.crypto.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Figures of a month as they were told to everybody; nothing in it changes any more.
 *
 * @param version from 1; what came later is a correction
 * @param content canonical JSON: {@code month}, {@code version}, {@code reason} and whatever the room told, its lines under {@code rows}
 * @param digest SM3 of it, 64 hex digits
 * @param reason why it was corrected; null for the first
 */
public record PublishedMonth(YearMonth month, int version, String content, String digest, @Nullable String reason, String by, Instant at) {

    public JsonNode read() {
        return CanonicalJson.tree(content.getBytes(StandardCharsets.UTF_8));
    }

    public List<JsonNode> rows() {
        return StreamSupport.stream(read().path("rows").spliterator(), false).toList();
    }
}
