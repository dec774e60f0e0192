package cn.duban.access;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class AccessNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("access.accounts.title", "/access/accounts", "key", 920, Set.of(Viewer.Duty.ADMINISTER)),
                new Entry("access.all-tokens.title", "/access/tokens", "plug-connected", 930, Set.of(Viewer.Duty.ADMINISTER)),
                new Entry("access.me.title", "/access/me", "user-cog", 990, Set.of()));
    }
}
