package cn.duban.notices;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class NoticeNavigation implements Navigation {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("notices.gateways.title", "/notices/gateways", "send", 940, Set.of(Duty.ADMINISTER)),
                new Entry("notices.deliveries.title", "/notices/deliveries", "mailbox", 941, Set.of(Duty.ADMINISTER)),
                new Entry("notices.choices.title", "/notices/choices", "bell-cog", 991, Set.of()));
    }
}
