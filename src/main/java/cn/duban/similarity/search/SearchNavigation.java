package cn.duban.similarity.search;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The search box of the top bar leads here; whoever enters matters can look first whether they are there already. */
@Component
class SearchNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("similarity.alike.check", "/alikes", "copy-check", 30, Set.of(Duty.SUPERVISE, Duty.REGISTRY)), new Entry("similarity.clusters.title", "/alikes/clusters", "copy", 31, Set.of(Duty.SUPERVISE)));
    }

    @Override
    public String search() {
        return "/search";
    }
}
