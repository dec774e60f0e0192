package cn.duban.units.page;

import cn.duban.web.Navigation;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class UnitsNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("units.navigation", "/units", "sitemap", 800, Set.of()),
                new Entry("units.people.title", "/people", "users", 801, Set.of()));
    }
}
