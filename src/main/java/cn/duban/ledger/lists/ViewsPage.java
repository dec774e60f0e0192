package cn.duban.ledger.lists;

import cn.duban.ledger.lists.SavedView.Reach;
import cn.duban.web.Complaints;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The views that the reader may use, and what they may do with each.
 *
 * @param home the one that the list begins with; null for none
 * @param administers whether the reader may take away what others shared with everybody
 */
public record ViewsPage(List<SavedView> views, @Nullable UUID home, boolean sharesWithAll, boolean administers, Complaints complaints) {

    public List<Reach> reaches(SavedView view) {
        return Arrays.stream(Reach.values()).filter(reach -> reach != Reach.ALL || sharesWithAll || view.reach() == Reach.ALL).toList();
    }

    public boolean removable(SavedView view) {
        return view.own() || administers && view.reach() == Reach.ALL;
    }
}
