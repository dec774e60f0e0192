package cn.duban.api;

import cn.duban.ledger.Act;
import cn.duban.ledger.MatterId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes with an act; everything may be left out that the action does not need.
 *
 * @param version the version the program read; a matter that moved on since is answered with 409
 * @param evidence ids of files that this person handed in
 * @param behalf for whom it is entered (代录)
 * @param other the other matter of a merge
 * @param post the post inside the unit that it is handed to
 */
public record NewAct(
        @Nullable Integer version,
        @Nullable String note,
        @Nullable String reason,
        @Nullable String verdict,
        @Nullable String title,
        @Nullable String body,
        @Nullable LocalDate due,
        @Schema(description = "role → units (number or full name) or posts (number); those of a government above or below as government-number, such as 12-5") @Nullable Map<String, List<String>> roles,
        @Nullable Map<String, String> fields,
        @Schema(description = "ids that POST /evidence answered with") @Nullable List<String> evidence,
        @Nullable Behalf behalf,
        @Schema(type = "string") @Nullable MatterId other,
        @Nullable Integer post) {

    public static final NewAct EMPTY = new NewAct(null, null, null, null, null, null, null, null, null, null, null, null, null);

    public record Behalf(int unit, @Nullable String name) {

        void sound() {
            if (name == null) throw Asked.invalid("api.null", "behalf.name");
            Sound.text("behalf.name", name);
        }
    }

    public NewAct {
        roles = Objects.requireNonNullElse(roles, Map.of());
        fields = Objects.requireNonNullElse(fields, Map.of());
        evidence = Objects.requireNonNullElse(evidence, List.of());
    }

    /** @throws cn.duban.web.Refused naming the place in the body that says nothing a ledger can hold */
    NewAct sound() {
        Sound.text("note", note);
        Sound.text("reason", reason);
        Sound.text("verdict", verdict);
        Sound.text("title", title);
        Sound.text("body", body);
        Sound.day("due", due);
        Sound.roles("roles", roles);
        Sound.fields("fields", fields);
        Sound.texts("evidence", evidence);
        if (behalf != null) behalf.sound();
        return this;
    }

    /** The kernel's act, without the roles, which need the register. */
    Act act(String action, @Nullable Integer assignment) {
        var act = Act.of(action).on(assignment).due(due).to(post)
                .saying("note", note).saying("reason", reason).saying("verdict", verdict).saying("title", title).saying("body", body)
                .with(evidence.stream().map(NewAct::file).toArray(Act.Attachment[]::new));
        for (var field : fields.entrySet()) act = act.field(field.getKey(), field.getValue());
        if (version != null) act = act.seen(version);
        if (behalf != null) act = act.onBehalfOf(new Act.Behalf(behalf.unit(), Objects.requireNonNull(behalf.name())));
        return other == null ? act : act.other(other.id());
    }

    private static Act.Attachment file(String id) {
        return new Act.Attachment(Asked.file(id).hex(), "", "", "", 0);
    }
}
