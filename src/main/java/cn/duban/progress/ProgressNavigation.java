package cn.duban.progress;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a unit has to report, what a supervisor has to review, and who has not reported. */
@Component
class ProgressNavigation implements Navigation {

    private final Duties duties;

    ProgressNavigation(Duties duties) {
        this.duties = duties;
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("progress.mine.title", "/progress", "report", 22, Set.of(Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN)),
                new Entry("progress.review.title", "/progress/review", "report-analytics", 24, Set.of(Duty.SUPERVISE)),
                new Entry("progress.missing.title", "/progress/missing", "report-off", 26, Set.of(Duty.SUPERVISE, Duty.LEAD)));
    }

    @Override
    public Map<String, Integer> badges(Viewer viewer) {
        return viewer.has(Duty.SUPERVISE) ? Map.of("/progress/review", duties.toReviewCount(viewer)) : Map.of();
    }
}
