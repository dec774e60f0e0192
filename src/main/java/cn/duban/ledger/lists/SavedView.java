package cn.duban.ledger.lists;

import cn.duban.web.Words;
import java.util.Locale;
import java.util.UUID;

/**
 * A question to the ledger under a name (视图): filters, order, columns, and the face in which it is shown. It gives nobody sight of
 * anything: each reader finds what they may see.
 *
 * @param query the address without its path
 * @param own whether the reader made it
 */
public record SavedView(UUID id, String name, Face face, String query, Reach reach, boolean own) {

    /** In an address: no view, not even the one to begin with. */
    static final String NONE = "none";

    /** Who may use it. */
    public enum Reach {
        /** whoever made it */
        OWN,
        /** the unit of whoever made it, and the units below */
        UNIT,
        /** everybody of the government */
        ALL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return Words.say("ledger.views.reach." + word());
        }
    }

    public String href() {
        return face.path() + "?" + (query.isEmpty() ? "" : query + "&") + "view=" + id;
    }
}
