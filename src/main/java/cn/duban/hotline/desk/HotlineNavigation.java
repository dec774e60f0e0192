package cn.duban.hotline.desk;

import cn.duban.hotline.Desks;
import cn.duban.web.Navigation;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The desk's pages for the desk; which unit it is for the administrator. */
@Component
class HotlineNavigation implements Navigation {

    private static final Entry SETTINGS = new Entry("hotline.settings.title", "/hotline/settings", "headset", 352, Set.of(Duty.ADMINISTER));
    private static final List<Entry> DESK = List.of(
            new Entry("hotline.desk.title", "/hotline", "headset", 100, Set.of(), "/hotline/calls"),
            new Entry("hotline.callbacks.title", "/hotline/callbacks", "phone-call", 101, Set.of()),
            new Entry("hotline.clusters.title", "/hotline/clusters", "trending-up", 102, Set.of()),
            new Entry("hotline.held.title", "/hotline/held", "inbox", 103, Set.of()),
            new Entry("hotline.platforms.title", "/hotline/platforms", "file-import", 103, Set.of()),
            new Entry("hotline.answers.title", "/hotline/answers", "messages", 104, Set.of()),
            new Entry("hotline.figures.title", "/hotline/figures", "chart-bar", 105, Set.of()),
            new Entry("hotline.column.title", "/hotline/column", "news", 106, Set.of()),
            new Entry("hotline.catalogue.title", "/hotline/catalogue", "list-tree", 107, Set.of()),
            new Entry("hotline.quality.title", "/hotline/quality", "clipboard-check", 108, Set.of()));

    private final Desks desks;

    HotlineNavigation(Desks desks) {
        this.desks = desks;
    }

    @Override
    public List<Entry> entries() {
        return List.of(SETTINGS);
    }

    @Override
    public List<Entry> entries(Viewer viewer) {
        var entries = new ArrayList<Entry>();
        if (viewer.has(Duty.SUPERVISE) && desks.answers(viewer)) entries.addAll(DESK);
        if (viewer.has(Duty.ADMINISTER)) entries.add(SETTINGS);
        return entries;
    }
}
