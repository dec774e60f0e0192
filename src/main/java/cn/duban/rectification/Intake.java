package cn.duban.rectification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way into the ledger.
 *
 * @param kind what it was read as
 * @param lines the text as it was handed in, by line; every finding and remark names one, counted from 1
 * @param version counts the corrections; who saves an older one is told
 * @param round the matter it became
 */
public record Intake(
        int tenant,
        UUID id,
        String name,
        RoundKind kind,
        List<String> lines,
        IntakeDraft draft,
        String state,
        int version,
        @Nullable UUID round,
        int enteredBy,
        Instant enteredAt) {

    public boolean open() {
        return state.equals("draft");
    }
}
