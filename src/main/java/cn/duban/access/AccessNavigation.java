package cn.duban.access;

import cn.duban.web.Navigation;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AccessNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("access.me.title", "/access/me", "user-cog", 990, Set.of()));
    }
}
