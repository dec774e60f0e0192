package cn.duban.inspection.contact;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ContactNavigation implements Navigation {

    private final Contacts contacts;

    ContactNavigation(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("inspection.contacts.title", "/inspections/contacts", "address-book", 258, Set.of(Duty.SUPERVISE)));
    }

    @Override
    public Map<String, Integer> badges(Viewer viewer) {
        return viewer.has(Duty.SUPERVISE) ? Map.of("/inspections/contacts", contacts.waiting(viewer)) : Map.of();
    }
}
