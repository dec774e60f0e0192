package cn.duban.rating.board;

import cn.duban.rating.Offices;
import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The board for staff; devices for the office; which unit the office is for the administrator. */
@Component
class RatingNavigation implements Navigation {

    private static final Entry BOARD = new Entry("rating.board.title", "/ratings", "star", 110, Set.of());
    private static final Entry DEVICES = new Entry("rating.devices.title", "/ratings/devices", "device-tablet", 111, Set.of());
    private static final Entry SETTINGS = new Entry("rating.settings.title", "/ratings/settings", "star", 353, Set.of(Duty.ADMINISTER));

    private final Offices offices;

    RatingNavigation(Offices offices) {
        this.offices = offices;
    }

    @Override
    public List<Entry> entries() {
        return List.of(SETTINGS);
    }

    @Override
    public List<Entry> entries(Viewer viewer) {
        var entries = new ArrayList<Entry>();
        if (offices.named(viewer.tenant()).isPresent()) entries.add(BOARD);
        if (offices.looksAfter(viewer)) entries.add(DEVICES);
        if (viewer.has(Duty.ADMINISTER)) entries.add(SETTINGS);
        return entries;
    }
}
