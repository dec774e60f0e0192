package cn.duban.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a room above shows on the page of a matter: declared here, answered there. Each is a link, filled in by htmx where there is script. */
public interface Beside {

    /**
     * @param key names it on the page
     * @param href a page of its own that as a fragment is the content of the panel
     * @param lead what the link says
     * @param order panels are sorted by it
     */
    record Panel(String key, String title, String href, String lead, int order) {}

    /** In the column beside the matter; only for matters that the reader sees. */
    default List<Panel> panels(MatterRow row) {
        return List.of();
    }

    /**
     * How people read a line that a room wrote into the ledger itself.
     *
     * @param href where it leads; null where there is nothing to open
     * @param folded what the chain must carry and nobody reads, under its own summary; empty where there is nothing of the kind
     */
    record Told(String label, String words, @Nullable String href, String summary, String folded) {}

    /** In place of the words of one line of the timeline; null for what people wrote. */
    default @Nullable Told told(MatterRow row, TimelineLine line) {
        return null;
    }

    /** Under one line of the timeline. */
    default @Nullable Panel under(MatterRow row, TimelineLine line) {
        return null;
    }
}
