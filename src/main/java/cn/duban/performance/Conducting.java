package cn.duban.performance;

import static cn.duban.web.Words.say;

import cn.duban.crypto.Sm3;
import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.performance.Card.Score;
import cn.duban.performance.Indicator.Assessed;
import cn.duban.performance.Indicator.Entered;
import cn.duban.performance.Round.State;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import java.nio.charset.StandardCharsets;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rounds from their opening to their publication, by the unit that appraises; each act is rows and a step in one transaction, with the round held. */
@Component
public class Conducting {

    private final Schemes schemes;
    private final Rounds rounds;
    private final Scores scores;
    private final Appeals appeals;
    private final Measures measures;
    private final Steps steps;
    private final RoundNotices notices;
    private final Directories directories;
    private final Calendars calendars;

    Conducting(Schemes schemes, Rounds rounds, Scores scores, Appeals appeals, Measures measures, Steps steps, RoundNotices notices, Directories directories, Calendars calendars) {
        this.schemes = schemes;
        this.rounds = rounds;
        this.scores = scores;
        this.appeals = appeals;
        this.measures = measures;
        this.steps = steps;
        this.notices = notices;
        this.directories = directories;
        this.calendars = calendars;
    }

    Deadlines deadlines(Directory directory) {
        return new Deadlines(calendars.of(directory.tenant(), directory.region()), directory.zone());
    }

    /** @param day any day of the period */
    @Transactional
    public UUID open(UUID schemeId, LocalDate day, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var latest = schemes.versions(schemeId, viewer).stream().findFirst().orElseThrow(NotFound::new);
        var rhythm = latest.read().rhythm();
        var first = rhythm.startOf(day);
        var last = rhythm.endOf(day);
        if (first.isAfter(directory.today())) throw refused("future", "performance.open.future");
        var version = schemes.inForce(schemeId, last, viewer.tenant()).orElseThrow(() -> refused("not-in-force", "performance.open.not-in-force"));
        var scheme = version.read();
        var until = deadlines(directory).due(last.isBefore(directory.today()) ? directory.today() : last, scheme.scoring()).lastDay();
        var round = new Round(viewer.tenant(), Ledger.newId(), schemeId, version.version(), version.unit(), scheme.name(), scheme.rhythm(), first, last, State.SCORING, until, null, null, null);
        if (!new Rights(round, viewer, directory).conducts()) throw refused("duty", "performance.conducts");
        var planned = planned(round, scheme, last.isBefore(directory.today()) ? directory.at(last) : directory, directory);
        if (planned.isEmpty()) throw refused("nobody", "performance.open.nobody");
        if (rounds.open(round).isEmpty()) throw refused("opened", "performance.open.twice");
        scores.plan(round, planned);
        var now = steps.now();
        steps.add(round, "open", Map.of("scheme", schemeId.toString(), "version", (long) version.version(), "text", Sm3.hex(Sm3.digest(version.text().getBytes(StandardCharsets.UTF_8))), "first", first.toString(), "last", last.toString(),
                "until", until.toString(), "rows", planned.stream().map(Steps::said).toList()), now, viewer);
        notices.owed(round, planned, viewer);
        if (last.isBefore(directory.today())) count(round, scheme, now, viewer);
        return round.id();
    }

    private List<Score> planned(Round round, Scheme scheme, Directory then, Directory directory) {
        var planned = new ArrayList<Score>();
        for (var one : Appraised.of(scheme, then)) for (var leaf : scheme.leaves(one.group())) {
            var named = switch (leaf.source()) {
                case Assessed by -> by.by();
                case Entered by -> by.by();
                case null, default -> null;
            };
            Integer assessor = null;
            if (named != null) assessor = Rights.assessor(named.equals(SchemeLinter.OWN) ? round.unit() : Appraised.named(named, directory).orElseThrow(() -> refused("assessor", "performance.open.assessor", named)).id(), one.unit(), directory);
            planned.add(new Score(one.unit(), leaf.no(), one.group(), assessor, Score.State.OWED, null, null, "", "", null, "", false));
        }
        return planned;
    }

    /** As of the end of the period; before that, to see how it goes. */
    @Transactional
    void count(UUID id, Viewer viewer) {
        var round = held(id, viewer);
        if (round.state() != State.SCORING) throw refused("state", "performance.count.late");
        count(round, scheme(round), steps.now(), viewer);
    }

    private void count(Round round, Scheme scheme, Instant now, Viewer viewer) {
        var counted = counted(round, scheme, scores.of(round));
        scores.write(round, counted, null, now);
        rounds.counted(round, now);
        steps.add(round, "count", Map.of("rows", counted.stream().map(Steps::said).toList()), now, viewer);
    }

    /** The counted scores as they are now. */
    private List<Score> counted(Round round, Scheme scheme, List<Score> all) {
        var appraised = all.stream().map(score -> new Appraised(score.unit(), score.group())).distinct().toList();
        var figures = measures.count(round, scheme, appraised, eyes(round));
        return all.stream().filter(score -> figures.containsKey(score.indicator())).map(score -> {
            var figure = figures.get(score.indicator()).get(score.unit());
            var points = scheme.leaf(score.indicator()).orElseThrow().score(figure);
            return new Score(score.unit(), score.indicator(), score.group(), null, points == null ? Score.State.WITHOUT : Score.State.SCORED, figure, points, "", "", null, "", score.corrected());
        }).toList();
    }

    /** Counted is what the unit that appraises sees, whoever presses the button: somebody who sees more, or less, would count another figure. */
    private Viewer eyes(Round round) {
        return new Viewer(round.tenant(), 0, "", 0, "", round.unit(), directories.of(round.tenant()).unitName(round.unit()), Set.of(Duty.SUPERVISE));
    }

    /** To each of the appraised, its own; from now on nothing changes without a line that says why. */
    @Transactional
    public void show(UUID id, Viewer viewer) {
        var round = held(id, viewer);
        var directory = directories.of(viewer.tenant());
        if (round.state() != State.SCORING) throw refused("state", "performance.show.twice");
        if (!round.last().isBefore(directory.today())) throw refused("period", "performance.show.early", round.last());
        var scheme = scheme(round);
        var now = steps.now();
        count(round, scheme, now, viewer);
        var owed = scores.of(round).stream().filter(score -> score.state() == Score.State.OWED).toList();
        if (!owed.isEmpty()) throw refused("owed", "performance.show.owed", owed.size(), String.join("、", owed.stream().flatMap(score -> score.assessor() == null ? Stream.<String>of() : Stream.of(directory.unitName(score.assessor()))).distinct().toList()));
        var until = deadlines(directory).due(directory.today(), scheme.appeal()).lastDay();
        rounds.show(round, until);
        add(round, scheme);
        steps.add(round, "show", Map.of("until", until.toString()), now, viewer);
        notices.shown(round, scores.of(round).stream().map(Score::unit).distinct().toList(), until, viewer);
    }

    /** Final: after the days for appeals, and when all of these are decided. */
    @Transactional
    void publish(UUID id, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var round = rounds.hold(id, viewer);
        if (!new Rights(round, viewer, directory).signs()) throw refused("duty", "performance.signs");
        if (round.state() != State.SHOWN || round.appealUntil() == null) throw refused("state", "performance.publish.state");
        if (!directory.today().isAfter(round.appealUntil())) throw refused("appeals", "performance.publish.early", round.appealUntil());
        var open = appeals.of(round).stream().filter(Appeals.Appeal::open).count();
        if (open > 0) throw refused("appeals", "performance.publish.open", open);
        var now = steps.now();
        rounds.publish(round, now);
        steps.add(round, "publish", Map.of("results", rounds.results(round).stream().map(place -> Map.of("unit", (long) place.unit(), "total", Points.said(place.total()), "rank", (long) place.rank(), "vetoed", place.vetoed())).toList()), now, viewer);
        notices.published(round, scores.of(round).stream().map(Score::unit).distinct().toList(), viewer);
    }

    /** Figures that changed since they were shown, as when a deduction was revoked, are corrected with a reason. What an appeal corrected stays. @return how many */
    @Transactional
    int recount(UUID id, String reason, Viewer viewer) {
        Door.check(reason);
        var round = rounds.hold(id, viewer);
        var rights = new Rights(round, viewer, directories.of(viewer.tenant()));
        if (round.state() == State.SCORING) throw refused("state", "performance.recount.early");
        if (!(round.state() == State.FINAL ? rights.signs() : rights.conducts())) throw refused("duty", round.state() == State.FINAL ? "performance.signs" : "performance.conducts");
        var scheme = scheme(round);
        var all = scores.of(round);
        var now = steps.now();
        var appealed = appeals.of(round).stream().filter(appeal -> appeal.state().equals("upheld")).map(appeal -> appeal.unit() + " " + appeal.indicator()).toList();
        var changed = counted(round, scheme, all).stream().filter(score -> !appealed.contains(score.unit() + " " + score.indicator()))
                .filter(score -> all.stream().noneMatch(was -> was.unit() == score.unit() && was.indicator().equals(score.indicator()) && same(was, score)))
                .map(score -> new Score(score.unit(), score.indicator(), score.group(), null, score.state(), score.figure(), score.points(), reason, "", null, "", true)).toList();
        if (changed.isEmpty()) return 0;
        scores.write(round, changed, null, now);
        add(round, scheme);
        steps.add(round, "recount", Map.of("reason", reason, "rows", changed.stream().map(Steps::said).toList()), now, viewer);
        notices.corrected(round, changed.stream().map(Score::unit).distinct().toList(), viewer);
        return changed.size();
    }

    private static boolean same(Score one, Score other) {
        return compare(one.points(), other.points()) && one.figure() != null && other.figure() != null && compare(one.figure().numerator(), other.figure().numerator()) && compare(one.figure().denominator(), other.figure().denominator());
    }

    private static boolean compare(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** What the scores come to, written down anew. */
    void add(Round round, Scheme scheme) {
        rounds.results(round, Standings.of(scores.cards(round, scheme)), scheme.full());
    }

    Scheme scheme(Round round) {
        return schemes.find(round.scheme(), round.version(), round.tenant()).orElseThrow().read();
    }

    private Round held(UUID id, Viewer viewer) {
        var round = rounds.hold(id, viewer);
        if (!new Rights(round, viewer, directories.of(viewer.tenant())).conducts()) throw refused("duty", "performance.conducts");
        return round;
    }

    static Refused refused(String rule, String key, Object... words) {
        return rule.equals("duty") ? Refused.forbidden("performance." + rule, say(key, words), say("performance.refused.next")) : Refused.conflict("performance." + rule, say(key, words), say("performance.refused.next"));
    }
}
