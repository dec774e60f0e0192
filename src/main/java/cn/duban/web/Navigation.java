package cn.duban.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a room puts into the left navigation and the top bar: a bean of this type for each subject of a room. */
public interface Navigation {

    List<Entry> entries();

    /** The same for one viewer, where it differs from viewer to viewer. */
    default List<Entry> entries(Viewer viewer) {
        return entries().stream().filter(entry -> entry.shownTo(viewer)).toList();
    }

    /** How many things wait behind an entry, by its {@code href}; one call per page, so one statement at most. */
    default Map<String, Integer> badges(Viewer viewer) {
        return Map.of();
    }

    /** What else this viewer is waited for, for the to-do list: things that are no matters of a ledger. */
    default List<Task> tasks(Viewer viewer) {
        return List.of();
    }

    /** Where the search box of the top bar leads ({@code GET …?q=}), if this room answers searches. */
    default @Nullable String search() {
        return null;
    }

    /**
     * One thing that waits for somebody.
     *
     * @param state where it stands, in words
     * @param action what the button says
     */
    record Task(String title, String href, String state, String action) {}

    /**
     * @param key the text of the entry
     * @param icon a name of Tabler's outline icons
     * @param order entries are sorted by it; each hundred begins a group
     * @param duties who sees it: a viewer with any of these, everybody signed in where it is empty
     * @param also another address whose pages belong to the entry
     */
    record Entry(String key, String href, String icon, int order, Set<Viewer.Duty> duties, @Nullable String also) {

        public Entry(String key, String href, String icon, int order, Set<Viewer.Duty> duties) {
            this(key, href, icon, order, duties, null);
        }

        /** An entry that bears a name of its own, and hangs under the one before it. */
        public static Entry called(String name, String href, String icon, int order) {
            return new Entry(name, href, icon, order, Set.of());
        }

        boolean shownTo(Viewer viewer) {
            return duties.isEmpty() || duties.stream().anyMatch(viewer::has);
        }
    }
}
