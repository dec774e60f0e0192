package cn.duban.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who answers in which role, from when until when. {@code post} is set where the role is borne by a post. */
public record Responsibility(
        int tenant,
        UUID matter,
        int no,
        String role,
        int unit,
        @Nullable Integer post,
        Instant since,
        @Nullable Instant until) {

    public boolean current() {
        return until == null;
    }

    Responsibility ended(Instant at) {
        return new Responsibility(tenant, matter, no, role, unit, post, since, at);
    }
}
