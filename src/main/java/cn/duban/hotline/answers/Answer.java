package cn.duban.hotline.answers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param unit who answered, by its name of that day @param reason why it was returned or withdrawn */
public record Answer(UUID id, UUID ticket, String question, String answer, String category, String unit, State state, int proposedBy, String proposedName, Instant proposedAt, @Nullable String checkedName, @Nullable Instant checkedAt, @Nullable String reason) {

    public enum State {
        PROPOSED, PUBLISHED, RETURNED, WITHDRAWN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
