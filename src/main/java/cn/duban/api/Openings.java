package cn.duban.api;

import cn.duban.ledger.DuplicateDecision;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a program wants opened, in the kernel's words. */
@Component
class Openings {

    private final MatterTypes types;
    private final Directories directories;

    Openings(MatterTypes types, Directories directories) {
        this.types = types;
        this.directories = directories;
    }

    Opening of(NewMatter asked, Viewer viewer, @Nullable String key) {
        var published = types.current(viewer.tenant(), asked.type());
        known(asked, published.type());
        return new Opening(id(viewer, key), Objects.requireNonNullElse(asked.ledger(), published.ledger()), asked.type(), asked.title().strip(),
                Objects.requireNonNullElse(asked.body(), ""), Objects.requireNonNull(asked.fields()),
                Asked.bearers(Objects.requireNonNull(asked.roles()), directories.of(viewer.tenant())), asked.due(), asked.receivedOn(),
                own(asked.parent(), viewer), Objects.requireNonNullElse(asked.position(), 0), Objects.requireNonNullElse(asked.secrecy(), Secrecy.INTERNAL),
                false, asked.note(), own(asked.derivedFrom(), viewer));
    }

    /** What the program decided about duplicates; null where it asks to be told of them. */
    static @Nullable DuplicateDecision decision(NewMatter asked, Viewer viewer) {
        var said = asked.duplicate();
        if (said == null) return Boolean.TRUE.equals(asked.checkDuplicates()) ? null : DuplicateDecision.NONE;
        var other = own(said.other(), viewer);
        var decision = DuplicateDecision.read(other == null ? said.decision() : said.decision() + "-" + other, said.reason());
        if (decision == null || decision.kind() == DuplicateDecision.Kind.LEAVE) throw Asked.invalid("api.duplicate.decision");
        if (!decision.complete()) throw Asked.invalid("api.duplicate.reason");
        return decision;
    }

    private static void known(NewMatter asked, MatterType type) {
        Objects.requireNonNull(asked.fields()).keySet().stream().filter(name -> !type.fields().containsKey(name)).findFirst()
                .ifPresent(name -> { throw Asked.invalid("api.field", asked.type(), name); });
        Objects.requireNonNull(asked.roles()).keySet().stream().filter(name -> !type.roles().containsKey(name)).findFirst()
                .ifPresent(name -> { throw Asked.invalid("api.role", asked.type(), name); });
    }

    /** Under a key the id follows from it, so that the same request sent twice asks for the same thing. */
    private static UUID id(Viewer viewer, @Nullable String key) {
        if (key == null) return Ledger.newId();
        return UUID.nameUUIDFromBytes((viewer.tenant() + "/" + viewer.post() + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable UUID own(@Nullable MatterId matter, Viewer viewer) {
        if (matter == null) return null;
        if (matter.tenant() != viewer.tenant()) throw new NotFound();
        return matter.id();
    }
}
