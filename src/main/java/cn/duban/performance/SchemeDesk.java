package cn.duban.performance;

import static cn.duban.web.Words.say;

import cn.duban.ledger.Door;
import cn.duban.performance.Schemes.Version;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A scheme on its way: written by the unit that appraises, said something of by the appraised, approved by somebody who did not write it. */
@Component
public class SchemeDesk {

    private final Schemes schemes;
    private final Measures measures;
    private final SchemeNotices notices;
    private final Steps steps;
    private final Directories directories;

    SchemeDesk(Schemes schemes, Measures measures, SchemeNotices notices, Steps steps, Directories directories) {
        this.schemes = schemes;
        this.measures = measures;
        this.notices = notices;
        this.steps = steps;
        this.directories = directories;
    }

    /** One that cannot be read has no name yet, and is not kept; faults of other sorts may wait until it is consulted on. */
    @Transactional
    public UUID add(String text, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var scheme = SchemeReader.read(text).scheme();
        if (scheme == null) throw invalid("performance.scheme.unreadable");
        return schemes.add(scheme.name(), text, steps.now(), viewer).orElseThrow(() -> invalid("performance.scheme.twice", scheme.name()));
    }

    /** Whether the unit has a scheme of that name. */
    public boolean has(String name, Viewer viewer) {
        return schemes.list(viewer).stream().anyMatch(version -> version.unit() == viewer.unit() && version.name().equals(name));
    }

    @Transactional
    void save(Version version, int seen, String text, Viewer viewer) {
        writes(version, viewer);
        var scheme = SchemeReader.read(text).scheme();
        if (scheme == null) throw invalid("performance.scheme.unreadable");
        if (!scheme.name().equals(version.name())) throw invalid("performance.scheme.name", version.name());
        if (!schemes.save(version, seen, text, steps.now(), viewer)) throw Conducting.refused("moved", "performance.scheme.moved");
    }

    @Transactional
    void draft(UUID id, Viewer viewer) {
        var latest = latest(id, viewer);
        if (viewer.unit() != latest.unit() || !viewer.has(Duty.SUPERVISE)) throw Conducting.refused("duty", "performance.conducts");
        if (latest.approved()) schemes.draft(latest.scheme(), latest.version() + 1, latest.text(), steps.now(), viewer);
    }

    /** Only what is sound is shown to the appraised. */
    @Transactional
    public void consult(UUID id, LocalDate until, Viewer viewer) {
        var version = latest(id, viewer);
        writes(version, viewer);
        var directory = directories.of(viewer.tenant());
        var read = SchemeReader.read(version.text());
        var faults = measures.check(read, directory);
        if (!faults.isEmpty() || read.scheme() == null) throw invalid("performance.consult.faults", faults.size());
        if (!until.isAfter(directory.today())) throw invalid("performance.consult.until");
        if (!schemes.consult(version, until, viewer)) throw Conducting.refused("moved", "performance.scheme.moved");
        notices.consulting(version, Appraised.of(read.scheme(), directory).stream().map(Appraised::unit).toList(), until, viewer);
    }

    /** @param agrees {@code yes} or {@code no} @param text what is to be said of it; an objection says why */
    @Transactional
    public void opine(UUID id, String agrees, String text, Viewer viewer) {
        var version = latest(id, viewer);
        var directory = directories.of(viewer.tenant());
        var unit = opines(viewer, Appraised.of(version.read(), directory).stream().map(Appraised::unit).toList(), directory).orElseThrow(() -> Conducting.refused("duty", "performance.opine.not-yours"));
        if (!version.consulting()) throw Conducting.refused("state", "performance.opine.late");
        if (!agrees.equals("yes") && !agrees.equals("no")) throw invalid("performance.opine.choose");
        if (agrees.equals("no") && text.isBlank()) throw invalid("performance.opine.why");
        Door.check(text);
        schemes.opine(version, unit, agrees.equals("yes"), text, steps.now(), viewer);
    }

    @Transactional
    void answer(UUID id, int unit, String answer, Viewer viewer) {
        var version = latest(id, viewer);
        writes(version, viewer);
        if (!version.consulting()) throw Conducting.refused("state", "performance.opine.late");
        if (answer.isBlank()) throw invalid("performance.answer.missing");
        Door.check(answer);
        schemes.answer(version, unit, answer, viewer);
    }

    /** After everybody spoke or could have, with every objection answered; from a day of the period before at the earliest, since appraisals are often agreed on late. */
    @Transactional
    public void approve(UUID id, LocalDate since, Viewer viewer) {
        var version = latest(id, viewer);
        var directory = directories.of(viewer.tenant());
        if (!approves(version, viewer, directory)) throw Conducting.refused("duty", "performance.approve.not-yours");
        if (!version.consulting() || version.opinionsUntil() == null) throw Conducting.refused("state", "performance.approve.state");
        var opinions = schemes.opinions(version, viewer.tenant());
        var scheme = version.read();
        var silent = Appraised.of(scheme, directory).stream().filter(one -> opinions.stream().noneMatch(said -> said.unit() == one.unit())).count();
        if (silent > 0 && !directory.today().isAfter(version.opinionsUntil())) throw Conducting.refused("opinions", "performance.approve.early", version.opinionsUntil(), silent);
        var unanswered = opinions.stream().filter(said -> !said.agrees() && said.answer() == null).count();
        if (unanswered > 0) throw Conducting.refused("opinions", "performance.approve.unanswered", unanswered);
        var earliest = scheme.rhythm().startOf(scheme.rhythm().startOf(directory.today()).minusDays(1));
        if (since.isBefore(earliest)) throw invalid("performance.approve.before", earliest);
        if (!measures.check(SchemeReader.read(version.text()), directory).isEmpty()) throw invalid("performance.approve.faults");
        if (!schemes.approve(version, since, steps.now(), viewer)) throw Conducting.refused("moved", "performance.scheme.moved");
    }

    private Version latest(UUID id, Viewer viewer) {
        return schemes.versions(id, viewer).stream().findFirst().orElseThrow(NotFound::new);
    }

    private static void writes(Version version, Viewer viewer) {
        if (viewer.unit() != version.unit() || !viewer.has(Duty.SUPERVISE)) throw Conducting.refused("duty", "performance.conducts");
        if (version.approved()) throw Conducting.refused("state", "performance.scheme.approved");
    }

    static boolean approves(Version version, Viewer viewer, Directory directory) {
        return viewer.has(Duty.SIGN) && directory.lineage(version.unit()).contains(viewer.unit()) && viewer.person() != version.person();
    }

    /** The one of the appraised for which this viewer speaks. */
    static Optional<Integer> opines(Viewer viewer, Collection<Integer> appraised, Directory directory) {
        return viewer.has(Duty.SIGN) || viewer.has(Duty.REGISTRY) || viewer.has(Duty.REVIEW) || viewer.has(Duty.HANDLE) ? directory.lineage(viewer.unit()).stream().filter(appraised::contains).findFirst() : Optional.empty();
    }

    private static Refused invalid(String key, Object... words) {
        return Refused.invalid("performance.scheme", say(key, words), "");
    }
}
