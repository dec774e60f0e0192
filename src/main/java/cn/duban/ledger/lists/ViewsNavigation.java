package cn.duban.ledger.lists;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The reader's views stand under the list in the navigation, the first of them. */
@Component
class ViewsNavigation implements Navigation {

    private static final int FIRST = 21;
    private static final int MOST = 8;

    private final SavedViews views;

    ViewsNavigation(SavedViews views) {
        this.views = views;
    }

    @Override
    public List<Entry> entries() {
        return List.of();
    }

    @Override
    public List<Entry> entries(Viewer viewer) {
        var kept = views.of(viewer).views();
        return IntStream.range(0, Math.min(MOST, kept.size())).mapToObj(i -> Entry.called(kept.get(i).name(), kept.get(i).href(), "bookmark", FIRST + i)).toList();
    }
}
