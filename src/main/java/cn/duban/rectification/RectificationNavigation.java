package cn.duban.rectification;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class RectificationNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("rectification.rounds.title", "/rectification/rounds", "list-tree", 210, Set.of()),
                new Entry("rectification.intakes.title", "/rectification/intakes", "file-import", 220, Set.of(Duty.SUPERVISE)));
    }
}
