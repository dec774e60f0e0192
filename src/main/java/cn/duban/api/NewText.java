package cn.duban.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text that is about to be entered. */
public record NewText(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title, @Nullable String body) {

    public NewText {
        title = Objects.requireNonNullElse(title, "");
    }

    /** @throws cn.duban.web.Refused where there is nothing to compare with, or nothing a ledger can hold */
    NewText sound() {
        Sound.text("title", title);
        Sound.text("body", body);
        if (title.isBlank() && (body == null || body.isBlank())) throw Asked.bad("api.alike.nothing");
        return this;
    }
}
