package cn.duban.supervision;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class SupervisionNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("supervision.title", "/supervision", "eye-check", 200, Set.of(Duty.SUPERVISE, Duty.LEAD)),
                new Entry("supervision.targets.title", "/supervision/targets", "target", 202, Set.of()),
                new Entry("supervision.dispatches.title", "/supervision/dispatches", "calendar-repeat", 204, Set.of()));
    }
}
