package cn.duban.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token in a list: everything but the secret, which nobody has. */
public record TokenRow(
        UUID id,
        String name,
        String person,
        String post,
        Instant createdAt,
        LocalDate expiresOn,
        @Nullable LocalDate lastUsedOn,
        State state) {

    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }
}
