package cn.duban.ledger;

import static cn.duban.ledger.TimelineWords.language;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.EvidenceRefused;
import cn.duban.evidence.FileId;
import cn.duban.evidence.FileRow;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Fills and reads the forms of acts: asks what is needed, takes what was typed to the ledger, and gives back what was refused with it. */
@Component
class Acting {

    /** Refusals of who asks: where no form was offered, there is none to give back. */
    private static final Set<String> NOT_THEIRS = Set.of("role", "own-work");

    /** Acts that speak of another matter. */
    private static final Set<String> TYING = Set.of("merge", "unmerge", "link", "unlink");

    /** Whoever means to say the same once more waits longer. */
    private static final Duration BACK = Duration.ofMinutes(10);

    private final Matters matters;
    private final Ledger ledger;
    private final EvidenceFiles files;

    Acting(Matters matters, Ledger ledger, EvidenceFiles files) {
        this.matters = matters;
        this.ledger = ledger;
        this.files = files;
    }

    /** @param assignment the unit's assignment that it is about */
    record Asked(MatterId id, String action, @Nullable Integer assignment) {}

    /** What came with a form: what was typed, and files that came with it. */
    record Given(MultiValueMap<String, String> typed, List<MultipartFile> uploads, EvidenceKind kind) {}

    /** The empty form. @throws Refusal.Refused when the act is not this viewer's to take now */
    MatterPage form(Asked asked, Viewer viewer) {
        var portrait = portrait(asked.id(), viewer);
        if (offers(portrait, asked).stream().noneMatch(o -> o.action().equals(asked.action())))
            throw Refusal.of("state", Words.in(Words.CHINESE, "ledger.form.gone"), Words.in(java.util.Locale.ENGLISH, "ledger.form.gone")).thrown();
        return portrait.page(TimelineKind.ALL).with(form(portrait, asked, new LinkedMultiValueMap<>(), new Complaints(), null, List.of(), List.of()));
    }

    /** Takes the act to the ledger; null when it was done, else the page with the form as it was filled in. */
    @Nullable MatterPage take(Asked asked, Given given, Viewer viewer) throws IOException {
        var portrait = portrait(asked.id(), viewer);
        var complaints = new Complaints();
        var kept = receive(given, portrait.dossier(), viewer, portrait.viewer(), complaints);
        var form = form(portrait, asked, given.typed(), complaints, null, kept, List.of());
        var asks = new Asks(portrait.lifecycle().type(), portrait.dossier(), portrait.lifecycle().directory(), given.typed());
        var act = asks.act(asked.action(), assignment(portrait, asked), form.asks(), complaints::add)
                .with(kept.stream().map(f -> new Act.Attachment(f.id().hex(), f.name(), "", "", 0)).toArray(Act.Attachment[]::new))
                .onBehalfOf(behalf(form, complaints)).other(other(asked, given, viewer, complaints));
        if (!asked.action().equals("comment")) act = act.seen(seen(given.typed(), portrait));
        complaints.addIf(asks.leadAssists(form.asks()), Asks.ROLE + "assist", "ledger.form.lead-assists");
        if (!complaints.isEmpty()) return portrait.page(TimelineKind.ALL).with(form);
        if (repeats(act, portrait)) return null;
        try {
            ledger.act(asked.id(), act, viewer, given.typed().getFirst("key"));
            return null;
        } catch (Refusal.Refused refused) {
            if (NOT_THEIRS.contains(refused.refusal().rule()) && offers(portrait, asked).stream().noneMatch(o -> o.action().equals(asked.action()))) throw refused;
            return refused(refused.refusal(), asked, given.typed(), complaints, kept, viewer);
        }
    }

    /** Sent again after going back in the browser: the last line of the matter says the very same, from the same person, a moment ago. */
    private static boolean repeats(Act act, Portrait portrait) {
        if (act.words().isEmpty() || portrait.around().lines().isEmpty()) return false;
        var last = portrait.around().lines().getFirst();
        var files = portrait.dossier().evidence().stream().filter(file -> file.entry() == last.no()).map(AttachedEvidence::hash).collect(Collectors.toSet());
        return last.act().equals(act.action()) && last.person() == portrait.viewer().person() && Objects.equals(last.fromState(), last.toState())
                && last.at().isAfter(portrait.now().minus(BACK)) && TimelineWords.SAID.stream().allMatch(word -> Objects.equals(last.payload().get(word), act.word(word)))
                && act.evidence().stream().map(Act.Attachment::hash).collect(Collectors.toSet()).equals(files);
    }

    private MatterPage refused(Refusal refusal, Asked asked, MultiValueMap<String, String> typed, Complaints complaints, List<FileRow> kept, Viewer viewer) {
        var portrait = portrait(asked.id(), viewer);
        var type = portrait.lifecycle().type();
        if (refusal.rule().equals(Objection.RULE) && refusal.missing().contains(Asks.REASON)) typed.putIfAbsent(Asks.REASON, List.of(""));
        if (refusal.rule().equals("missing"))
            for (var need : refusal.missing()) complaints.add(Asks.field(type, need), "ledger.form.missing", called(type, need));
        var due = typed.getFirst("due");
        if (refusal.rule().equals("too-late") || refusal.rule().equals("input") && due != null && !due.isBlank() && refusal.zh().contains("期")) complaints.add("due", refusal.text());
        // whatever rule refused: if somebody acted meanwhile, that is why, and what they did is told
        var since = seen(typed, portrait) < portrait.dossier().matter().version()
                ? portrait.page(TimelineKind.ALL).timeline().stream().filter(line -> line.no() > seen(typed, portrait)).toList() : List.<TimelineLine>of();
        return portrait.page(TimelineKind.ALL).with(form(portrait, asked, typed, complaints, complaints.isEmpty() ? refusal.text() : null, kept, since));
    }

    private static String called(MatterType type, String need) {
        if (type.roles().containsKey(need)) return type.roles().get(need).label().in(language());
        if (type.fields().containsKey(need)) return type.fields().get(need).label().in(language());
        return Words.say("ledger.ask." + need);
    }

    private Portrait portrait(MatterId id, Viewer viewer) {
        return matters.portrait(id, viewer, TimelineKind.ALL, Integer.MAX_VALUE).orElseThrow(Ledger::nothing);
    }

    private static List<Offer> offers(Portrait portrait, Asked asked) {
        var offers = new Offers(portrait.lifecycle(), portrait.dossier(), portrait.viewer(), portrait.now());
        var assignment = assignment(portrait, asked);
        return assignment == null ? offers.onMatter() : offers.on(assignment);
    }

    private static @Nullable Assignment assignment(Portrait portrait, Asked asked) {
        return asked.assignment() == null ? null : portrait.dossier().assignment(asked.assignment()).filter(Assignment::live).orElseThrow(Ledger::nothing);
    }

    private ActForm form(Portrait portrait, Asked asked, MultiValueMap<String, String> typed, Complaints complaints, @Nullable String refused, List<FileRow> kept, List<TimelineLine> since) {
        var type = portrait.lifecycle().type();
        var directory = portrait.lifecycle().directory();
        var assignment = assignment(portrait, asked);
        var action = type.action(asked.action()).filter(a -> a.onAssignment() == (assignment != null));
        var asks = new Asks(type, portrait.dossier(), directory, typed).of(asked.action(), assignment);
        var needed = action.map(Action::needs).orElse(List.of());
        var takesFiles = asked.action().equals("comment") || needed.contains("evidence") || needed.contains("note") || needed.contains("verdict");
        var offers = new Offers(portrait.lifecycle(), portrait.dossier(), portrait.viewer(), portrait.now());
        var behalves = (assignment != null ? offers.behalves(assignment, asked.action()) : action.map(offers::behalves).orElse(List.of())).stream().map(unit -> new Choice(String.valueOf(unit), directory.unitName(unit))).toList();
        var own = (assignment != null ? offers.on(assignment) : offers.onMatter()).stream().anyMatch(o -> o.action().equals(asked.action()) && o.rank() != Offer.Rank.PROXY);
        var href = "/matters/" + asked.id() + (asked.assignment() == null ? "" : "/assignments/" + asked.assignment()) + "/actions/" + asked.action();
        return new ActForm(asked.action(), NextAct.called(type, asked.action()).in(language()), assignment == null ? null : directory.unitName(assignment.unit()), href,
                portrait.dossier().matter().version(), UUID.randomUUID().toString(), asks, takesFiles, needed.contains("evidence"), kept, takesFiles ? there(portrait, kept) : List.of(), behalves, own,
                Objects.requireNonNullElse(typed.getFirst("behalfUnit"), own || behalves.isEmpty() ? "" : behalves.getFirst().value()),
                Objects.requireNonNullElse(typed.getFirst("behalfName"), ""), complaints, refused, since, new ActEffect(type, portrait.dossier(), directory).of(asked.action(), assignment != null));
    }

    /** The files of the matter, each once, the latest first. */
    private static List<FileRow> there(Portrait portrait, List<FileRow> kept) {
        var files = new LinkedHashMap<FileId, FileRow>();
        portrait.dossier().evidence().reversed().stream().map(TimelineWords::file).filter(file -> kept.stream().noneMatch(had -> had.id().equals(file.id()))).forEach(file -> files.putIfAbsent(file.id(), file));
        return List.copyOf(files.values());
    }

    /** @param viewer whoever asks, as the ledger of the matter knows them */
    private List<FileRow> receive(Given given, Dossier dossier, Viewer asking, Viewer viewer, Complaints complaints) throws IOException {
        var kept = new ArrayList<FileRow>();
        var hidden = given.typed().getOrDefault("evidence", List.of()).stream().filter(id -> id.matches("\\d{1,9}-[0-9a-f]{64}")).map(FileId::of).toList();
        dossier.evidence().stream().map(TimelineWords::file).filter(file -> hidden.contains(file.id())).filter(file -> kept.stream().noneMatch(had -> had.id().equals(file.id()))).forEach(kept::add);
        var handedIn = hidden.stream().filter(id -> kept.stream().noneMatch(had -> had.id().equals(id))).toList();
        if (!handedIn.isEmpty() && asking != viewer) files.bringAlong(handedIn, asking, viewer).forEach(receipt -> kept.add(FileRow.of(receipt)));
        if (!handedIn.isEmpty()) files.attachable(viewer, handedIn).forEach(receipt -> kept.add(FileRow.of(receipt)));
        for (var upload : given.uploads()) {
            if (upload.isEmpty() && Objects.requireNonNullElse(upload.getOriginalFilename(), "").isEmpty()) continue;
            try (var in = upload.getInputStream()) {
                kept.add(FileRow.of(files.receive(viewer, Objects.requireNonNullElse(upload.getOriginalFilename(), ""), in, given.kind())));
            } catch (EvidenceRefused refused) {
                complaints.add("evidence", refused.getMessage() + refused.next());
            }
        }
        return kept;
    }

    private static Act.@Nullable Behalf behalf(ActForm form, Complaints complaints) {
        if (form.behalves().isEmpty() || form.behalfUnit().isBlank()) return null;
        complaints.addIf(form.behalfName().isBlank(), "behalfName", "ledger.form.behalf");
        return new Act.Behalf(Integer.parseInt(form.behalfUnit()), form.behalfName().strip());
    }

    private @Nullable UUID other(Asked asked, Given given, Viewer viewer, Complaints complaints) {
        if (!TYING.contains(asked.action())) return null;
        if (asked.action().equals("unmerge")) return portrait(asked.id(), viewer).dossier().matter().mergedInto();
        var number = Objects.requireNonNullElse(given.typed().getFirst("other"), "").strip();
        var found = matters.numbered(number, viewer);
        complaints.addIf(found.isEmpty(), "other", number.isEmpty() ? "ledger.form.other" : "ledger.form.other.none", number);
        return found.orElse(null);
    }

    private static int seen(MultiValueMap<String, String> typed, Portrait portrait) {
        var version = Objects.requireNonNullElse(typed.getFirst("version"), "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : portrait.dossier().matter().version();
    }
}
