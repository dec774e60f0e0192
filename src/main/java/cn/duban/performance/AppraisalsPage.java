package cn.duban.performance;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rounds that somebody may see.
 *
 * @param own the page of the unit that this viewer belongs to, where it was appraised
 */
public record AppraisalsPage(List<Row> rows, @Nullable String own) implements Titled {

    /** @param owed how many scores this viewer's unit still owes @param place what the viewer's own unit got; null where it is not known yet */
    public record Row(String href, String title, String state, String unit, String until, int owed, @Nullable String place, @Nullable String card) {}

    @Override
    public String title() {
        return Words.say("performance.home.title");
    }
}
