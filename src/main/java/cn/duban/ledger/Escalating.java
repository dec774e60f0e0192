package cn.duban.ledger;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.ledger.Ledger.Done;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 督办: what is written into a matter's chain about its delay: a document issued by the rule of a ladder or by a supervisor, the reply to
 * it, its appeal and revocation. It moves nothing, neither state nor clocks. The room that keeps the documents writes its rows in the same
 * transaction; nobody takes the act through the common door.
 */
@Component
public class Escalating {

    static final String ACT = "escalate";

    private final Ledger ledger;
    private final Dossiers dossiers;
    private final MatterTypes types;
    private final Directories directories;
    private final Sight sight;
    private final HandedIn handedIn;

    Escalating(Ledger ledger, Dossiers dossiers, MatterTypes types, Directories directories, Sight sight, EvidenceFiles files) {
        this.ledger = ledger;
        this.dossiers = dossiers;
        this.types = types;
        this.directories = directories;
        this.sight = sight;
        this.handedIn = new HandedIn(files);
    }

    /**
     * What an entry says.
     *
     * @param words {@code note} and {@code reason} are read like anybody's, the others by the room that wrote them; {@code why} is a reason for that room alone
     * @param behalf for whom it is entered
     */
    public record Line(Dossier dossier, Map<String, String> words, List<Act.Attachment> evidence, Act.@Nullable Behalf behalf) {

        public static Line of(Dossier dossier, Map<String, String> words) {
            return new Line(dossier, words, List.of(), null);
        }
    }

    /** These matters, locked to the end of the caller's transaction, in the order of their ids. */
    public List<Dossier> hold(int tenant, Collection<UUID> matters) {
        return dossiers.held(tenant, matters);
    }

    /** The same for one that this person must see. @throws Refusal.Refused where it is not there for them */
    public Dossier hold(MatterId id, Viewer viewer) {
        var held = dossiers.held(id.tenant(), List.of(id.id())).stream().findFirst().orElseThrow(Ledger::nothing);
        if (!sight.sees(held, viewer, directories.of(id.tenant()))) throw Ledger.nothing();
        return held;
    }

    /** The same without holding it, for a page. */
    public Dossier of(MatterId id, Viewer viewer) {
        var dossier = dossiers.of(id).orElseThrow(Ledger::nothing);
        if (!sight.sees(dossier, viewer, directories.of(id.tenant()))) throw Ledger.nothing();
        return dossier;
    }

    /** The instant at which something is written now into this matter. */
    public Instant now(Dossier dossier) {
        return ledger.now(List.of(dossier));
    }

    /** By rule, in nobody's name; each matter once. */
    public List<Done> write(int tenant, List<Line> lines) {
        return lines.isEmpty() ? List.of() : ledger.write(lines.stream().map(this::change).toList(), Automaton.of(tenant), null);
    }

    /** By a person: what they typed and handed in is checked as with every act. */
    public Done write(Line line, Viewer viewer) {
        Stream.of("note", "reason", "why").map(line.words()::get).forEach(Door::check);
        if (line.behalf() != null) Door.check(line.behalf().name());
        line.evidence().forEach(file -> Door.check(file.name()));
        var described = handedIn.known(line.evidence(), line.dossier(), viewer);
        return ledger.write(List.of(change(new Line(line.dossier(), line.words(), described, line.behalf()))), viewer, null).getFirst();
    }

    private Change change(Line line) {
        var change = new Change(ACT, line.dossier(), ledger.now(List.of(line.dossier())));
        change.words.putAll(line.words());
        change.behalf = line.behalf();
        line.evidence().forEach(file -> change.attach(file, null));
        return change;
    }

    /** Whether the matter is awake: neither merged, void nor ended. */
    public static boolean awake(Dossier dossier) {
        return Stream.of(Phase.MERGED, Phase.VOID, Phase.ENDED).noneMatch(dossier.matter().phase()::equals);
    }

    /** Whether this person supervises the matter and is not barred by own work on it. */
    public boolean supervises(Dossier dossier, Viewer viewer) {
        var standing = standing(dossier, viewer);
        return standing.roles().contains(MatterType.SUPERVISOR) && !standing.barredBy(MatterType.WORKING);
    }

    /** The same, or from above: a supervising, leading or signing post of a unit over the one that supervises. */
    public boolean decides(Dossier dossier, Viewer viewer) {
        var standing = standing(dossier, viewer);
        if (standing.barredBy(MatterType.WORKING)) return false;
        return standing.roles().contains(MatterType.SUPERVISOR) || Stream.of(Duty.SUPERVISE, Duty.LEAD, Duty.SIGN).anyMatch(viewer::has)
                && dossier.bearing(MatterType.SUPERVISOR).anyMatch(owner -> owner.unit() != viewer.unit() && standing.directory().within(owner.unit(), viewer.unit()));
    }

    /** Whether this person works for the unit. */
    public boolean worksFor(int unit, Dossier dossier, Viewer viewer) {
        return standing(dossier, viewer).worksFor(unit);
    }

    private Standing standing(Dossier dossier, Viewer viewer) {
        Directory directory = directories.of(dossier.matter().tenant());
        return new Standing(types.of(dossier.matter()), dossier, viewer, directory);
    }
}
