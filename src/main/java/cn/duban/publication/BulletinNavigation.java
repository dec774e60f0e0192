package cn.duban.publication;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class BulletinNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("publication.bulletins.title", "/bulletins", "news", 330, Set.of(Duty.SUPERVISE, Duty.SIGN)));
    }
}
