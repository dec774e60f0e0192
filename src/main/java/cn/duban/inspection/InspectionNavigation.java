package cn.duban.inspection;

import cn.duban.web.Dates;
import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The plan for everybody who has a part in it, the calendar for whoever oversees it; who was drawn finds it on the to-do list. */
@Component
class InspectionNavigation implements Navigation {

    private static final Set<Duty> EVERYBODY = Set.of();

    private final Plans plans;

    InspectionNavigation(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("inspection.plan.title", "/inspections", "clipboard-check", 250, EVERYBODY),
                new Entry("inspection.calendar.title", "/inspections/calendar", "calendar-stats", 252, Set.of(Duty.SUPERVISE, Duty.LEAD)),
                new Entry("inspection.visits.title", "/inspections/visits", "map-pin", 254, EVERYBODY));
    }

    @Override
    public Map<String, Integer> badges(Viewer viewer) {
        return viewer.has(Duty.SUPERVISE) ? Map.of("/inspections", plans.waiting(viewer)) : Map.of();
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        return plans.drawnFor(viewer).stream().map(one -> new Task(one.title(), one.href(), Words.say("inspection.task.drawn", Dates.day(one.first())), Words.say("inspection.task.look"))).toList();
    }
}
