package cn.duban.ledger;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Idempotency.Earlier;
import cn.duban.ledger.Idempotency.Key;
import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The one door through which matters change: it loads what an act needs in one query, decides in pure Java, and writes
 * everything in one transaction in at most four statements, or refuses with the rule, who could act and what is missing.
 */
@Component
public class Ledger {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Dossiers dossiers;
    private final Writer writer;
    private final Idempotency idempotency;
    private final MatterTypes types;
    private final Numbering numbering;
    private final Directories directories;
    private final Calendars calendars;
    private final HandedIn handedIn;
    private final Sight sight;
    private final Outbox outbox;
    private final Clock clock;
    private final Attempts attempts;
    private final ObjectProvider<ReportRule> reportRules;
    private final ObjectProvider<Objection> objections;
    private final Hosts hosts;

    Ledger(Dossiers dossiers, Writer writer, Idempotency idempotency, MatterTypes types, Numbering numbering, Directories directories,
            Calendars calendars, EvidenceFiles files, Sight sight, Outbox outbox, Clock clock, PlatformTransactionManager transactions, ObjectProvider<ReportRule> reportRules, ObjectProvider<Objection> objections, Hosts hosts) {
        this.hosts = hosts;
        this.dossiers = dossiers;
        this.writer = writer;
        this.idempotency = idempotency;
        this.types = types;
        this.numbering = numbering;
        this.directories = directories;
        this.calendars = calendars;
        this.handedIn = new HandedIn(files);
        this.sight = sight;
        this.outbox = outbox;
        this.clock = clock;
        this.attempts = new Attempts(transactions);
        this.reportRules = reportRules;
        this.objections = objections;
    }

    /** What came of an act: where the matter stands now, and the number of the entry that says so. */
    public record Done(MatterId id, int entry, String state) {}

    public static UUID newId() {
        return IDS.generate();
    }

    /** @throws Refusal.Refused when it may not be done; nothing was changed then */
    public Done act(MatterId id, Act act, Viewer viewer) {
        return act(id, act, viewer, null);
    }

    /**
     * @param asking also somebody of another government, whose unit bears a part of the matter
     * @param key the caller's idempotency key: the same request under it is done once and answered twice
     */
    public Done act(MatterId id, Act act, Viewer asking, @Nullable String key) {
        Needs.known(act);
        act.words().values().forEach(Door::check);
        if (act.behalf() != null) Door.check(act.behalf().name());
        act.evidence().forEach(file -> Door.check(file.name()));
        act.fields().values().forEach(Door::check);
        var viewer = hosts.guise(asking, id.tenant()).orElseThrow(Ledger::nothing);
        unopposed(id, act, viewer);
        var directory = directories.of(id.tenant());
        if (viewer != asking && !act.evidence().isEmpty()) {
            // nobody leaves files with a government whose matter they may not see
            seen(dossiers.of(id).stream().toList(), id.id(), viewer, directory);
            handedIn.bringAlong(act.evidence(), asking, viewer);
        }
        var sure = key == null ? null : Idempotency.key(viewer, key, new Request(id.toString(), act));
        // what was done under the key already takes no number again
        var review = act.action().equals(LookBack.ACT) && (sure == null || idempotency.earlier(sure).isEmpty()) ? review(id, act, viewer, directory) : null;
        return once(sure, () -> {
            var wanted = act.other() == null ? List.of(id.id()) : List.of(id.id(), act.other());
            var reporting = act.action().equals("report") && act.other() == null ? dossiers.reporting(id) : null;
            var loaded = reporting == null ? dossiers.held(id.tenant(), wanted) : reporting.stream().map(Dossiers.Reporting::dossier).toList();
            var now = now(loaded);
            var dossier = seen(loaded, id.id(), viewer, directory);
            var described = act.files(handedIn.known(act.evidence(), dossier, viewer));
            var lifecycle = lifecycle(types.of(dossier.matter()), directory);
            var changes = new ArrayList<Change>();
            changes.add(decide(lifecycle, dossier, described, viewer, now));
            if (reporting != null) ruled(act, reporting.orElseThrow().reports());
            if (act.other() != null) {
                var other = seen(loaded, act.other(), viewer, directory);
                var counterpart = new Counterpart(act.action());
                counterpart.check(dossier, new Standing(types.of(other.matter()), other, viewer, directory));
                changes.add(counterpart.of(other, dossier, now));
            }
            if (review != null) {
                LookBack.derive(changes.getFirst(), review.opening().id());
                changes.add(opened(review, viewer, directory, now, null));
            }
            return write(changes, viewer, sure);
        }).getFirst();
    }

    /** One act on each of several matters, all of them or none; for acts that bring no file and name no other matter. */
    public List<Done> actEach(List<UUID> matters, Act act, Viewer viewer) {
        if (matters.isEmpty()) return List.of();
        Needs.known(act);
        act.words().values().forEach(Door::check);
        matters.forEach(id -> unopposed(new MatterId(viewer.tenant(), id), act, viewer));
        var directory = directories.of(viewer.tenant());
        return attempts.at(() -> {
            var loaded = dossiers.held(viewer.tenant(), matters);
            var now = now(loaded);
            var changes = matters.stream().map(id -> seen(loaded, id, viewer, directory)).map(dossier -> lifecycle(types.of(dossier.matter()), directory).judge(dossier, act, viewer, now)).toList();
            return write(changes, viewer, null);
        });
    }

    /**
     * What follows acts on many matters at once, figures and notices among it, may wait on this node for so long at most: for whoever does thousands of them in a row. What others
     * do goes before it in any case. Asked again, the time begins anew; zero ends it. {@link Steps#manyWait} says that much is still to follow.
     */
    public void followLater(Duration atMost) {
        outbox.rest(atMost);
    }

    private void unopposed(MatterId id, Act act, Viewer viewer) {
        objections.stream().flatMap(room -> Stream.ofNullable(room.against(id, act, viewer))).findFirst().ifPresent(against -> {
            throw against.thrown();
        });
    }

    private void ruled(Act act, List<ReportRule.Reported> earlier) {
        var text = act.word("note");
        if (text != null) reportRules.stream().flatMap(rule -> Stream.ofNullable(rule.against(text, earlier))).findFirst().ifPresent(against -> {
            throw against.thrown();
        });
    }

    /** Decided once before, so that no number is taken for what is refused. */
    private Numbered review(MatterId id, Act act, Viewer viewer, Directory directory) {
        var origin = seen(dossiers.of(id).stream().toList(), id.id(), viewer, directory);
        var type = types.of(origin.matter());
        lifecycle(type, directory).judge(origin, act, viewer, now(List.of(origin)));
        var lookBack = new LookBack(type, origin);
        var next = types.current(viewer.tenant(), lookBack.promise().map(ClockRule::opens).orElseThrow()).type();
        return numbered(lookBack.opening(next, directory, act.word("reason")), viewer, directory);
    }

    private Change decide(Lifecycle lifecycle, Dossier dossier, Act act, Viewer viewer, Instant now) {
        if (act.action().equals(Erasing.ACT)) return new Erasing(lifecycle).decide(dossier, act, viewer, now, no -> dossiers.entry(dossier.matter().address(), no));
        return lifecycle.judge(dossier, act, viewer, now);
    }

    public Done open(Opening opening, Viewer viewer, @Nullable String key) {
        return openAll(List.of(opening), viewer, key).getFirst();
    }

    /** Opens a whole batch or nothing; a child may name a parent of the same batch that stands before it. */
    public List<Done> openAll(List<Opening> openings, Viewer viewer, @Nullable String key) {
        return openNumbered(number(openings, viewer), viewer, key);
    }

    /** An opening with the type it will be pinned to and the number it will bear. */
    public record Numbered(Opening opening, Published published, String number) {}

    /** To be called outside a transaction: a number may need one of its own, and nobody holds a connection while waiting for another. */
    public List<Numbered> number(List<Opening> openings, Viewer viewer) {
        if (!viewer.has(Viewer.Duty.SUPERVISE))
            throw Refusal.role("立项由督查岗位来做，您当前的岗位不是。", "Opening a matter is for a supervising post.", List.of(MatterType.SUPERVISOR)).thrown();
        openings.forEach(Ledger::checkTexts);
        var directory = directories.of(viewer.tenant());
        return openings.stream().map(opening -> numbered(opening, viewer, directory)).toList();
    }

    /** {@link #openAll} for openings whose numbers were taken before; joins the caller's transaction. */
    public List<Done> openNumbered(List<Numbered> drafts, Viewer viewer, @Nullable String key) {
        var openings = drafts.stream().map(Numbered::opening).toList();
        var directory = directories.of(viewer.tenant());
        var sure = key == null ? null : Idempotency.key(viewer, key, Map.of("openings", openings));
        return once(sure, () -> {
            var batch = new Batch(openings, name -> types.current(viewer.tenant(), name).type());
            var parents = dossiers.of(viewer.tenant(), batch.parents());
            var origins = dossiers.held(viewer.tenant(), batch.origins());
            var now = now(origins);
            var changes = new ArrayList<Change>();
            for (var draft : drafts) {
                var opening = draft.opening();
                var type = draft.published().type();
                var parent = opening.parent() == null || batch.opens(opening.parent()) ? null : seen(parents, opening.parent(), viewer, directory);
                if (parent != null) batch.hangs(type, new Standing(types.of(parent.matter()), parent, viewer, directory));
                else if (opening.parent() != null) batch.hangsWithin(opening, type);
                changes.add(opened(draft, viewer, directory, now, parent == null ? null : parent.matter().phase()));
            }
            batch.derived().forEach((origin, derived) -> changes.add(new Counterpart("derive").of(seen(origins, origin, viewer, directory), derived, now)));
            return write(changes, viewer, sure);
        }).subList(0, openings.size());
    }

    Numbered numbered(Opening opening, Viewer viewer, Directory directory) {
        var published = types.current(viewer.tenant(), opening.type());
        var type = published.type();
        var pattern = Objects.requireNonNullElse(type.number(), type.label().zh() + "{year}-{seq}");
        return new Numbered(opening, published, numbering.next(viewer.tenant(), pattern, LocalDate.ofInstant(now(), directory.zone()), viewer.unitName()));
    }

    Change opened(Numbered draft, Viewer viewer, Directory directory, Instant now, @Nullable Phase parentPhase) {
        var opening = draft.opening();
        var type = draft.published().type();
        opening.fields().forEach((name, value) -> {
            var field = type.fields().get(name);
            if (field == null) throw Needs.noField(name);
            Needs.check(field, value);
        });
        var today = LocalDate.ofInstant(now, directory.zone());
        var fresh = Matter.opened(opening, draft.published().version(), type, draft.number(), viewer.tenant(), today, now);
        return lifecycle(type, directory).open(opening, fresh, viewer, now, parentPhase);
    }

    private static void checkTexts(Opening opening) {
        Door.check(opening.title());
        Door.check(opening.body());
        Door.check(opening.note());
        opening.fields().values().forEach(Door::check);
        if (opening.title().isBlank()) throw Refusal.of("missing", "请写明事项名称。", "Give the matter a title.").thrown();
    }

    List<Done> write(List<Change> changes, Viewer viewer, @Nullable Key key) {
        var acts = changes.stream().map(change -> {
            var entry = Chain.seal(change, viewer);
            return new Written(change, entry, change.matter.sealed(entry.no(), entry.hash()));
        }).toList();
        writer.write(acts, key);
        outbox.wakeAfterCommit();
        return acts.stream().map(w -> new Done(w.matter().address(), w.entry().no(), w.matter().state())).toList();
    }

    /** A request already done under its key is answered from the record, whatever became of the matter since. */
    private List<Done> once(@Nullable Key key, Supplier<List<Done>> work) {
        try {
            return attempts.at(work);
        } catch (Refusal.Refused | DuplicateKeyException refused) {
            var answered = key == null || Attempts.joined() ? List.<Done>of() : answered(key);
            if (answered.isEmpty()) throw refused;
            return answered;
        }
    }

    private List<Done> answered(Key key) {
        var earlier = idempotency.earlier(key);
        var matters = earlier.isEmpty() ? List.<Dossier>of() : dossiers.of(key.tenant(), earlier.stream().map(Earlier::matter).toList());
        return earlier.stream().map(e -> {
            var matter = find(matters, e.matter()).matter();
            return new Done(matter.address(), e.no(), matter.state());
        }).toList();
    }

    /** What this opening came to under the same key before: for whoever opens in a transaction of their own, in which nothing can be asked once it failed. */
    Optional<Done> opened(Opening opening, Viewer viewer, String key) {
        return answered(Idempotency.key(viewer, key, Map.of("openings", List.of(opening)))).stream().findFirst();
    }

    private record Request(String matter, Act act) {}

    private Dossier seen(List<Dossier> loaded, UUID id, Viewer viewer, Directory directory) {
        var dossier = find(loaded, id);
        if (!sight.sees(dossier, viewer, directory)) throw nothing();
        return dossier;
    }

    private static Dossier find(List<Dossier> loaded, UUID id) {
        return loaded.stream().filter(d -> d.matter().id().equals(id)).findFirst().orElseThrow(Ledger::nothing);
    }

    /** The same answer whether it does not exist or may not be seen. */
    static Refusal.Refused nothing() {
        return Refusal.of("not-found", "没有这件事，或者您的岗位看不到它。", "There is no such matter, or your post may not see it.").thrown();
    }

    Lifecycle lifecycle(MatterType type, Directory directory) {
        return new Lifecycle(type, directory, new Deadlines(calendars.of(directory.tenant(), directory.region()), directory.zone()));
    }

    /** Never before anything that stands in these matters already: another node's clock may be a moment ahead. */
    Instant now(List<Dossier> loaded) {
        return loaded.stream().map(Dossier::latest).reduce(now(), (one, other) -> one.isAfter(other) ? one : other);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
