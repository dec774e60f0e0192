package cn.duban.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tie to another matter, written on both sides. Parent and child are columns of the matter, not relations. */
public record Relation(
        int tenant,
        UUID matter,
        int no,
        Kind kind,
        int otherTenant,
        UUID other,
        Instant since,
        @Nullable Instant until) {

    public enum Kind {
        DUPLICATE_OF, HAS_DUPLICATE, RELATED, DERIVED_FROM, HAS_DERIVED, ESCALATED_TO, ESCALATED_FROM
    }

    public boolean current() {
        return until == null;
    }

    Relation ended(Instant at) {
        return new Relation(tenant, matter, no, kind, otherTenant, other, since, at);
    }
}
