package cn.duban.performance;

import cn.duban.performance.Card.Score;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What somebody may do in a round: pure, so that every door asks the same. */
record Rights(Round round, Viewer viewer, Directory directory) {

    private static final Set<Duty> SCORING = Set.of(Duty.HANDLE, Duty.REVIEW, Duty.SIGN, Duty.SUPERVISE);
    private static final Set<Duty> ANSWERING = Set.of(Duty.HANDLE, Duty.REVIEW, Duty.SIGN, Duty.REGISTRY);

    /** Opens, counts, shows: for the unit that appraises. */
    boolean conducts() {
        return viewer.unit() == round.unit() && viewer.has(Duty.SUPERVISE);
    }

    /** Publishes, in the name of the unit that appraises or of one above it. */
    boolean signs() {
        return viewer.has(Duty.SIGN) && directory.lineage(round.unit()).contains(viewer.unit());
    }

    /** Sees all of it before it is published. */
    boolean oversees() {
        return conducts() || signs() || viewer.has(Duty.LEAD) && directory.lineage(round.unit()).contains(viewer.unit());
    }

    /** Whether the person belongs to a unit, in this post or in any other that they hold. */
    static boolean belongs(Viewer viewer, int unit, Directory directory) {
        return directory.within(viewer.unit(), unit) || directory.postsOf(viewer.person()).stream().anyMatch(post -> directory.within(post.unit(), unit));
    }

    /** In one of its posts, or of the units below; under a government everybody stands, and only its own posts speak for it. */
    static boolean speaksFor(Viewer viewer, int unit, Directory directory) {
        return viewer.unit() == unit || unit != directory.root().id() && directory.within(viewer.unit(), unit);
    }

    /** The unit that owes it, in the person of somebody who does not belong to whom it is about. */
    boolean assesses(Score score) {
        return round.state() == Round.State.SCORING && score.assessor() != null && SCORING.stream().anyMatch(viewer::has) && speaksFor(viewer, score.assessor(), directory) && !belongs(viewer, score.unit(), directory);
    }

    /** The one of the appraised that this viewer speaks for. */
    Optional<Integer> own(Collection<Integer> appraised) {
        return directory.lineage(viewer.unit()).stream().filter(appraised::contains).findFirst();
    }

    boolean appeals(int unit) {
        return round.state() == Round.State.SHOWN && round.appealUntil() != null && !directory.today().isAfter(round.appealUntil()) && ANSWERING.stream().anyMatch(viewer::has) && directory.within(viewer.unit(), unit);
    }

    /** Neither who scored it, in person or in unit, nor anybody of the unit that appeals. */
    boolean decides(Score score) {
        var asked = viewer.unit() == round.unit() && (viewer.has(Duty.SUPERVISE) || viewer.has(Duty.SIGN)) || signs();
        var scored = score.scoredBy() != null && score.scoredBy() == viewer.person() || score.assessor() != null && speaksFor(viewer, score.assessor(), directory);
        return round.state() == Round.State.SHOWN && asked && !scored && !belongs(viewer, score.unit(), directory);
    }

    /** Who scores one of the appraised: the unit that the scheme names, and above it where that is the one that is scored, or part of it. */
    static int assessor(int named, int appraised, Directory directory) {
        return directory.lineage(named).stream().filter(unit -> !directory.within(unit, appraised)).findFirst().orElse(directory.root().id());
    }
}
