package cn.duban.performance;

import static cn.duban.web.Words.say;

import cn.duban.ledger.Door;
import cn.duban.ledger.Refusal;
import cn.duban.performance.Card.Score;
import cn.duban.performance.Indicator.Entered;
import cn.duban.performance.Measure.Figure;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scores that people give: each by the unit that owes it, with a reason and evidence for every point that is not given. Nobody scores their own unit. */
@Component
public class Assessing {

    static final int LONGEST = 500;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}(\\.\\d{1,2})?");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,7})\\s*[/／]\\s*(\\d{1,7})");

    private final Rounds rounds;
    private final Scores scores;
    private final Steps steps;
    private final Conducting conducting;
    private final Directories directories;

    Assessing(Rounds rounds, Scores scores, Steps steps, Conducting conducting, Directories directories) {
        this.rounds = rounds;
        this.scores = scores;
        this.steps = steps;
        this.conducting = conducting;
        this.directories = directories;
    }

    /** One line of a sheet, as it was typed. */
    public record Typed(String value, String reason, String evidence) {

        boolean blank() {
            return value.isBlank() && reason.isBlank() && evidence.isBlank();
        }
    }

    /** @param faults by unit: what could not be taken, and why @param written how many were */
    public record Outcome(Map<Integer, String> faults, int written) {}

    /** What is right is written, what is wrong is said; what is left blank stays owed. */
    @Transactional
    public Outcome score(UUID id, String indicator, Map<Integer, Typed> typed, Viewer viewer) {
        var round = rounds.hold(id, viewer);
        var rights = new Rights(round, viewer, directories.of(viewer.tenant()));
        if (round.state() != Round.State.SCORING) throw Conducting.refused("state", "performance.score.late");
        var leaf = conducting.scheme(round).leaf(indicator).orElseThrow(NotFound::new);
        var faults = new LinkedHashMap<Integer, String>();
        var written = new ArrayList<Score>();
        for (var score : scores.of(round)) {
            var line = typed.get(score.unit());
            if (!score.indicator().equals(indicator) || line == null || line.blank() || line.equals(Assessing.typed(leaf, score))) continue;
            // no page offers it
            if (!rights.assesses(score)) throw Conducting.refused("duty", "performance.score.not-yours");
            taken(leaf, score, line, viewer, faults, written);
        }
        var now = steps.now();
        scores.write(round, written, viewer.person(), now);
        if (!written.isEmpty()) steps.add(round, "score", Map.of("rows", written.stream().map(Steps::said).toList()), now, viewer);
        return new Outcome(faults, written.size());
    }

    /** A score as the sheet shows it. */
    static Typed typed(Indicator leaf, Score score) {
        if (score.state() == Score.State.OWED) return new Typed("", "", "");
        var figure = score.figure();
        if (leaf.assessed() || figure == null) return new Typed(score.points() == null ? "" : Points.said(score.points()), score.reason(), score.evidence());
        return new Typed(Points.said(figure.numerator()) + (figure.denominator() == null ? "" : "/" + Points.said(figure.denominator())), score.reason(), score.evidence());
    }

    private static void taken(Indicator leaf, Score score, Typed line, Viewer viewer, Map<Integer, String> faults, List<Score> written) {
        var reason = line.reason().strip();
        var evidence = line.evidence().strip();
        var figure = leaf.source() instanceof Entered ? entered(leaf, line.value().strip()) : null;
        var points = figure != null ? leaf.score(figure) : assessed(leaf, line.value().strip());
        String fault = null;
        if (leaf.source() instanceof Entered && figure == null) fault = say(shared(leaf) ? "performance.score.share" : "performance.score.cases");
        else if (leaf.assessed() && points == null) fault = say("performance.score.points", Points.said(leaf.points()));
        else if (reason.length() > LONGEST || evidence.length() > LONGEST) fault = say("performance.score.long", LONGEST);
        else if (figure != null && evidence.isEmpty()) fault = say("performance.score.entered");
        else if (leaf.assessed() && points != null && leaf.explained(points) && (reason.isEmpty() || evidence.isEmpty())) fault = say(leaf.sort() == Indicator.Sort.WEIGHT ? "performance.score.because" : "performance.score.because.more");
        if (fault == null) fault = unfit(reason, evidence);
        if (fault != null) faults.put(score.unit(), fault);
        else written.add(new Score(score.unit(), score.indicator(), score.group(), score.assessor(), points == null ? Score.State.WITHOUT : Score.State.SCORED, figure, points, reason, evidence, viewer.person(), viewer.unitName() + " " + viewer.personName(), false));
    }

    /** What no text may carry, as at the door of the ledger: everybody reads a card once it is published. */
    private static @Nullable String unfit(String... texts) {
        try {
            for (var text : texts) Door.check(text);
            return null;
        } catch (Refusal.Refused refused) {
            return refused.refusal().text();
        }
    }

    private static @Nullable BigDecimal assessed(Indicator leaf, String value) {
        if (!NUMBER.matcher(value).matches()) return null;
        var points = new BigDecimal(value);
        return points.compareTo(leaf.points()) > 0 ? null : Points.of(points);
    }

    static boolean shared(Indicator leaf) {
        return leaf.formula() != null && leaf.formula().percent();
    }

    private static @Nullable Figure entered(Indicator leaf, String value) {
        if (!shared(leaf)) return NUMBER.matcher(value).matches() ? new Figure(new BigDecimal(value), null, "") : null;
        var share = SHARE.matcher(value);
        if (!share.matches()) return null;
        var figure = Figure.share(Long.parseLong(share.group(1)), Long.parseLong(share.group(2)), "");
        return figure.denominator() == null || figure.numerator().compareTo(figure.denominator()) > 0 ? null : figure;
    }
}
