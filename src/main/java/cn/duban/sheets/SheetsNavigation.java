package cn.duban.sheets;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class SheetsNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("sheets.sheets.title", "/sheets", "table-import", 30, Set.of(Duty.SUPERVISE)));
    }
}
