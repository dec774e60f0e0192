package cn.duban.ledger.desk;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.TypeDesk.Publication;
import cn.duban.ledger.TypeDesk;
import cn.duban.ledger.TypeDrafts;
import cn.duban.ledger.TypeVersions;
import cn.duban.ledger.desk.NewTypePage.Choice;
import cn.duban.ledger.type.TypeDifference.Change;
import cn.duban.ledger.type.TypeDifference;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares versions, and publishes a draft after a last look. */
@Component
class Publishing {

    private final TypePages pages;
    private final TypeVersions versions;
    private final TypeDrafts drafts;
    private final TypeDesk desk;
    private final Directories directories;

    Publishing(TypePages pages, TypeVersions versions, TypeDrafts drafts, TypeDesk desk, Directories directories) {
        this.pages = pages;
        this.versions = versions;
        this.drafts = drafts;
        this.desk = desk;
        this.directories = directories;
    }

    /** @param wanted the version to compare with; the one in force, else the one before, where none is asked for */
    DifferencePage difference(Viewer viewer, Version version, @Nullable String wanted) {
        var rows = pages.rows(viewer, version.name());
        var shown = rows.stream().filter(row -> row.item().version().equals(version)).findFirst().orElseThrow(NotFound::new);
        var others = rows.stream().filter(row -> row != shown).toList();
        var base = others.stream().filter(row -> row.item().version().word().equals(wanted)).findFirst().or(() -> usual(rows, shown)).orElse(null);
        var type = pages.type(viewer, version);
        return new DifferencePage(version.name(), type == null ? version.name() : type.label().in(TypePages.language()), shown, base,
                others.stream().map(row -> new Choice(row.item().version().word(), row.called())).toList(), base == null ? List.of() : changes(viewer, base.item().version(), version),
                base == null ? new LineDifference(List.of()) : LineDifference.of(versions.text(viewer, base.item().version()), versions.text(viewer, version)));
    }

    private static Optional<VersionRow> usual(List<VersionRow> rows, VersionRow shown) {
        return rows.stream().filter(row -> row != shown && row.standing().equals("valid")).findFirst()
                .or(() -> rows.stream().skip(rows.indexOf(shown) + 1L).findFirst());
    }

    private @Nullable List<Change> changes(Viewer viewer, Version base, Version version) {
        var old = pages.type(viewer, base);
        var next = pages.type(viewer, version);
        return old == null || next == null ? null : TypeDifference.between(old, next).changes();
    }

    /** What was typed into the form of publication. */
    record Typed(String from, String to, String reason, int revision) {}

    PublicationPage form(Viewer viewer, String name, @Nullable Typed typed, Complaints complaints) {
        var draft = drafts.of(viewer, name).orElseThrow(NotFound::new);
        var rows = pages.rows(viewer, name);
        var base = rows.stream().filter(row -> row.standing().equals("valid")).findFirst().orElse(null);
        var changes = base == null ? null : changes(viewer, base.item().version(), draft.version());
        var type = pages.type(viewer, draft.version());
        return new PublicationPage(name, type == null ? name : type.label().in(TypePages.language()), draft, VersionRow.called(versions.of(viewer, draft.version()).orElseThrow(NotFound::new)),
                desk.lint(viewer, name, draft.yaml()).faults().size(), base, changes == null ? List.of() : changes, rows.stream().mapToInt(VersionRow::running).sum(),
                typed == null ? directories.of(viewer.tenant()).today().toString() : typed.from(), typed == null ? "" : typed.to(), typed == null ? "" : typed.reason(), complaints);
    }

    /** @return null when it was published, else the form with what is wrong */
    @Nullable PublicationPage publish(Viewer viewer, String name, Typed typed) {
        var draft = drafts.of(viewer, name).orElseThrow(NotFound::new);
        var complaints = new Complaints();
        var from = day(typed.from());
        var to = day(typed.to());
        complaints.addIf(from == null, "from", "ledger.types.publication.from.wrong");
        complaints.addIf(to == null && !typed.to().isBlank(), "to", "ledger.types.publication.to.wrong");
        complaints.addIf(typed.reason().isBlank(), "reason", "ledger.types.publication.reason.wrong");
        if (from == null || !complaints.isEmpty()) return form(viewer, name, typed, complaints);
        try {
            desk.publish(viewer, name, draft.version().version(), new Publication(from, to, typed.reason().strip(), typed.revision()));
            return null;
        } catch (Refusal.Refused refused) {
            if (refused.refusal().rule().equals("role")) throw refused;
            return form(viewer, name, typed, complaints.add(refused.refusal().rule().equals("input") ? "from" : "yaml", refused.refusal().text()));
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
