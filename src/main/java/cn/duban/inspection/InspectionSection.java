package cn.duban.inspection;

import cn.duban.web.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part of this room shows on the page of an inspection: its team, its visits, its reports. */
public interface InspectionSection {

    /** @param action what can be begun here; null where nothing can */
    record Shown(String title, String icon, String none, List<Line> lines, @Nullable Link action) {}

    record Line(String text, @Nullable String href, String note, @Nullable String mark, String colour) {

        public static Line of(String text, @Nullable String href, String note) {
            return new Line(text, href, note, null, "grey");
        }
    }

    record Link(String label, String href) {}

    int order();

    @Nullable Shown of(Declaration inspection, Viewer viewer);
}
