package cn.duban.inspection.report;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ReportNavigation implements Navigation {

    private final Reports reports;

    ReportNavigation(Reports reports) {
        this.reports = reports;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("inspection.reports.title", "/inspections/reports", "report-search", 256, Set.of(Duty.SUPERVISE, Duty.LEAD)));
    }

    /** Silence is no confirmation: what a unit is asked for stands on its to-do list until somebody answers. */
    @Override
    public List<Task> tasks(Viewer viewer) {
        var asked = reports.asked(viewer);
        return asked == 0 ? List.of() : List.of(new Task(Words.say("inspection.figures.task", asked), "/inspections/figures", Words.say("inspection.answer.asked"), Words.say("inspection.figures.do")));
    }
}
