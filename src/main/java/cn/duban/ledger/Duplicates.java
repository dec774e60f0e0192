package cn.duban.ledger;

import cn.duban.web.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether something stands on the ledger already: declared here, answered by the room that compares texts, and asked through {@link
 * Admission} by every door at which people open matters.
 */
public interface Duplicates {

    /**
     * What somebody is about to open.
     *
     * @param leads the units that are to lead, as far as they are known
     * @param parent the matter under which it comes in: alike, and no duplicate
     */
    record Intended(String title, String body, List<Integer> leads, @Nullable UUID parent) {

        static Intended of(Opening opening) {
            return new Intended(opening.title(), opening.body(), opening.roles().getOrDefault("lead", List.of()), opening.parent());
        }
    }

    enum Level {
        VERY_LIKELY, LIKELY;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A matter that may be the same.
     *
     * @param score from 0 to 1
     * @param reasons why, in the reader's language
     */
    record Hit(MatterRow row, Level level, double score, List<String> reasons) {}

    /** Whether texts can be compared just now; where they cannot, no hits say nothing. */
    boolean able();

    /** Among everything open or recently closed that the viewer may see: for each intended its hits, the likeliest first. */
    List<List<Hit>> of(List<Intended> intended, Viewer viewer);
}
