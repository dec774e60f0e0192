package cn.duban.performance;

import cn.duban.ledger.Door;
import cn.duban.performance.Card.Score;
import cn.duban.performance.Indicator.Sort;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appeals on one score: by the unit that was scored, within the days; decided by somebody who neither scored nor belongs to it. What is upheld is corrected at once. */
@Component
public class Appealing {

    private final Rounds rounds;
    private final Scores scores;
    private final Appeals appeals;
    private final Steps steps;
    private final Conducting conducting;
    private final RoundNotices notices;
    private final Directories directories;

    Appealing(Rounds rounds, Scores scores, Appeals appeals, Steps steps, Conducting conducting, RoundNotices notices, Directories directories) {
        this.rounds = rounds;
        this.scores = scores;
        this.appeals = appeals;
        this.steps = steps;
        this.conducting = conducting;
        this.notices = notices;
        this.directories = directories;
    }

    @Transactional
    public void appeal(UUID id, int unit, String indicator, String reason, String evidence, Viewer viewer) {
        Door.check(reason);
        Door.check(evidence);
        var round = rounds.hold(id, viewer);
        var directory = directories.of(viewer.tenant());
        if (!new Rights(round, viewer, directory).appeals(unit)) throw Conducting.refused("duty", "performance.appeal.not-yours");
        var score = scores.find(round, unit, indicator).filter(one -> one.points() != null).orElseThrow(NotFound::new);
        var scheme = conducting.scheme(round);
        var leaf = scheme.leaf(indicator).orElseThrow(NotFound::new);
        if (!improvable(leaf, score)) throw Conducting.refused("nothing", "performance.appeal.nothing");
        var now = steps.now();
        var due = conducting.deadlines(directory).due(directory.today(), scheme.answer()).lastDay();
        var no = appeals.open(round, unit, indicator, reason, evidence, due, now, viewer).orElseThrow(() -> Conducting.refused("twice", "performance.appeal.twice"));
        steps.add(round, "appeal", Map.of("no", (long) no, "unit", (long) unit, "indicator", indicator, "reason", reason, "evidence", evidence, "due", due.toString()), now, viewer);
        notices.appealed(round, score, due, viewer);
    }

    /** @param points what it is worth from now on, where it is upheld @throws cn.duban.web.Refused where the points are no better than they were */
    @Transactional
    void decide(UUID id, int no, @Nullable BigDecimal points, String decision, Viewer viewer) {
        Door.check(decision);
        var round = rounds.hold(id, viewer);
        var appeal = appeals.find(round, no).orElseThrow(NotFound::new);
        var score = scores.find(round, appeal.unit(), appeal.indicator()).orElseThrow(NotFound::new);
        if (!new Rights(round, viewer, directories.of(viewer.tenant())).decides(score)) throw Conducting.refused("duty", "performance.decide.not-yours");
        var scheme = conducting.scheme(round);
        var leaf = scheme.leaf(appeal.indicator()).orElseThrow(NotFound::new);
        if (points != null && !better(leaf, score, points)) throw Conducting.refused("points", "performance.decide.points", Points.said(leaf.points()));
        var now = steps.now();
        if (!appeals.decide(round, no, points != null, decision, now, viewer)) throw Conducting.refused("decided", "performance.decide.twice");
        var corrected = points == null ? List.<Score>of() : List.of(new Score(score.unit(), score.indicator(), score.group(), score.assessor(), Score.State.SCORED, score.figure(), Points.of(points), score.reason(), score.evidence(), score.scoredBy(), score.scoredName(), true));
        scores.correct(round, corrected);
        if (!corrected.isEmpty()) conducting.add(round, scheme);
        steps.add(round, points == null ? "dismiss" : "uphold", Map.of("no", (long) no, "reason", decision, "rows", corrected.stream().map(Steps::said).toList()), now, viewer);
        notices.decided(round, score, viewer);
    }

    private static boolean falling(Indicator leaf) {
        return leaf.sort() == Sort.DEDUCTION || leaf.sort() == Sort.VETO;
    }

    /** Whether the unit could have got more than it did. */
    static boolean improvable(Indicator leaf, Score score) {
        return score.points() != null && (falling(leaf) ? score.points().signum() > 0 : score.points().compareTo(leaf.points()) < 0);
    }

    private static boolean better(Indicator leaf, Score score, BigDecimal points) {
        if (score.points() == null || points.signum() < 0) return false;
        return falling(leaf) ? points.compareTo(score.points()) < 0 : points.compareTo(score.points()) > 0 && points.compareTo(leaf.points()) <= 0;
    }
}
