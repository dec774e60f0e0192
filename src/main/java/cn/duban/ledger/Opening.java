package cn.duban.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter to be opened. {@code id} may be chosen by the caller so that children in the same batch can name it.
 *
 * @param ledger the ledger it stands on, usually the module's name
 * @param roles role → units or posts known already
 * @param imported it came out of a document: what it says was done is a claim, and no clock starts for its past
 */
public record Opening(
        UUID id,
        String ledger,
        String type,
        String title,
        String body,
        Map<String, String> fields,
        Map<String, List<Integer>> roles,
        @Nullable LocalDate due,
        @Nullable LocalDate receivedOn,
        @Nullable UUID parent,
        int position,
        Secrecy secrecy,
        boolean imported,
        @Nullable String note,
        @Nullable UUID derivedFrom) {}
