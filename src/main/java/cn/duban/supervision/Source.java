package cn.duban.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where matters of one type come from.
 *
 * @param alone whether it may stand without the parent that its type names
 * @param leaders the field that keeps instructions and circulation, line by line; null for other sources
 * @param urgency the field whose choice gives a matter its day where nobody named one
 * @param once the fields that together are the number of an outer platform, in order
 * @param door the page on which it is entered where that is another room's
 */
record Source(String type, String icon, boolean alone, @Nullable String leaders, @Nullable String urgency, List<String> once, @Nullable String door) {

    String href() {
        return door == null ? "/supervision/new/" + type : door;
    }
}
