package cn.duban.ledger.desk;

import cn.duban.ledger.MatterTypes.Version;
import cn.duban.ledger.TypeDesk;
import cn.duban.ledger.TypeDrafts.Draft;
import cn.duban.ledger.TypeDrafts;
import cn.duban.ledger.TypeVersions.Status;
import cn.duban.ledger.TypeVersions;
import cn.duban.ledger.desk.NewTypePage.Choice;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what is typed, keeps it, and says what is wrong with it. */
@Component
class Editing {

    private final TypeDrafts drafts;
    private final TypeDesk desk;
    private final TypeVersions versions;
    private final TypePages pages;

    Editing(TypeDrafts drafts, TypeDesk desk, TypeVersions versions, TypePages pages) {
        this.drafts = drafts;
        this.desk = desk;
        this.versions = versions;
        this.pages = pages;
    }

    EditorPage open(Viewer viewer, String name) {
        var draft = drafts.of(viewer, name).orElseThrow(NotFound::new);
        return page(viewer, draft, draft.yaml(), null, null);
    }

    /** Where somebody kept another text meanwhile, both are shown, and the next keeping decides. What was typed after the draft was published or discarded begins another. */
    EditorPage keep(Viewer viewer, String name, String ledger, int revision, String typed) {
        if (drafts.of(viewer, name).isEmpty()) {
            var anew = drafts.begin(viewer, name, ledger, typed.replace("\r\n", "\n"));
            return page(viewer, anew, anew.yaml(), Words.say("ledger.types.edit.anew"), null);
        }
        var kept = drafts.keep(viewer, name, revision, typed);
        if (kept.done()) return page(viewer, kept.draft(), kept.draft().yaml(), null, null);
        var text = typed.replace("\r\n", "\n");
        return page(viewer, kept.draft(), text, Words.say("ledger.types.edit.conflict", kept.draft().by()) + Words.say("ledger.types.edit.conflict.next"), LineDifference.of(kept.draft().yaml(), text));
    }

    private EditorPage page(Viewer viewer, Draft draft, String text, @Nullable String notice, @Nullable LineDifference theirs) {
        var name = draft.version().name();
        var reading = desk.lint(viewer, name, text);
        var type = reading.type();
        return new EditorPage(name, type == null ? name : type.label().in(TypePages.language()), Words.say("ledger.types.version.own", draft.version().version()), text, draft, reading,
                type == null ? null : StateDiagram.of(type, TypePages.language()), notice, theirs);
    }

    NewTypePage form(Viewer viewer, String name, String ledger, String origin, Complaints complaints) {
        if (!desk.may(viewer)) viewer.require(Viewer.Duty.ADMINISTER);
        var ledgers = new ArrayList<Choice>();
        var origins = new ArrayList<Choice>();
        for (var item : versions.of(viewer)) {
            if (ledgers.stream().noneMatch(choice -> choice.value().equals(item.ledger()))) ledgers.add(new Choice(item.ledger(), TypePages.ledgerNamed(item.ledger())));
            var type = item.status() == Status.PUBLISHED ? pages.type(viewer, item.version()) : null;
            if (type != null) origins.add(new Choice(item.version().name() + "/" + item.version().word(), type.label().in(TypePages.language()) + " · " + VersionRow.called(item)));
        }
        return new NewTypePage(name, ledger, origin, ledgers, origins, complaints);
    }

    /** @return null when it was begun, else the form with what is wrong */
    @Nullable NewTypePage begin(Viewer viewer, String name, String ledger, String origin) {
        var complaints = new Complaints();
        complaints.addIf(!TypeDrafts.NAME.matcher(name).matches() || name.equals("new"), "name", "ledger.types.new.name.wrong");
        complaints.addIf(complaints.isEmpty() && !versions.of(viewer, name).isEmpty(), "name", "ledger.types.new.name.taken");
        var known = versions.of(viewer).stream().anyMatch(item -> item.ledger().equals(ledger));
        complaints.addIf(!known && !TypeDrafts.NAME.matcher(ledger).matches(), "ledger", "ledger.types.new.ledger.wrong");
        var from = origin(viewer, origin);
        complaints.addIf(from == null && !origin.isEmpty(), "origin", "ledger.types.new.origin.wrong");
        if (!complaints.isEmpty()) return form(viewer, name, ledger, origin, complaints);
        if (from == null) drafts.begin(viewer, name, ledger, FirstType.named(name));
        else drafts.copy(viewer, from, name);
        return null;
    }

    private @Nullable Version origin(Viewer viewer, String origin) {
        var slash = origin.indexOf('/');
        return slash < 0 ? null : Version.of(viewer.tenant(), origin.substring(0, slash), origin.substring(slash + 1)).filter(version -> versions.of(viewer, version).isPresent()).orElse(null);
    }
}
