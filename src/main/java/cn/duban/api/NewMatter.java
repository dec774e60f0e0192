package cn.duban.api;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.Secrecy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A matter to open.
 *
 * @param ledger the ledger it stands on; the type's own where nothing is said
 * @param roles role → units (by number or full name) or posts (by number)
 */
public record NewMatter(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "rectification-measure") String type,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
        @Nullable String body,
        @Nullable String ledger,
        @Schema(description = "field → value, as the matter type names them") @Nullable Map<String, String> fields,
        @Schema(description = "role → units (number or full name) or posts (number)") @Nullable Map<String, List<String>> roles,
        @Nullable LocalDate due,
        @Nullable LocalDate receivedOn,
        @Schema(type = "string") @Nullable MatterId parent,
        @Schema(type = "string") @Nullable MatterId derivedFrom,
        @Nullable Integer position,
        @Nullable Secrecy secrecy,
        @Nullable String note,
        @Schema(description = "hold it against what is open or was closed in the past two years first; where something may be the same, the answer is a problem with the `hits`, and nothing is opened") @Nullable Boolean checkDuplicates,
        @Schema(description = "what was decided about something that may be the same; with it nothing is checked") @Nullable Duplicate duplicate) {

    /** @param decision {@code open}: another matter, with the reason; {@code link} or {@code merge}: with or into {@code other} */
    public record Duplicate(@Schema(allowableValues = {"open", "link", "merge"}) @Nullable String decision, @Schema(type = "string") @Nullable MatterId other, @Nullable String reason) {}


    public NewMatter {
        type = Objects.requireNonNullElse(type, "");
        title = Objects.requireNonNullElse(title, "");
        fields = Objects.requireNonNullElse(fields, Map.of());
        roles = Objects.requireNonNullElse(roles, Map.of());
    }

    /** @throws cn.duban.web.Refused naming the place in the body that says nothing a ledger can hold */
    NewMatter sound() {
        Sound.text("type", type);
        Sound.text("title", title);
        Sound.text("body", body);
        Sound.text("ledger", ledger);
        Sound.text("note", note);
        if (duplicate != null) Sound.text("duplicate.reason", duplicate.reason());
        Sound.day("due", due);
        Sound.day("receivedOn", receivedOn);
        Sound.fields("fields", fields);
        Sound.roles("roles", roles);
        return this;
    }
}
