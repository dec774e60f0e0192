package cn.duban.performance;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/** What a unit got over the rounds. */
public record HistoryPage(String unit, List<Row> rows) implements Titled {

    public record Row(String title, String href, String state, String group, String total, String whole, int rank, boolean vetoed) {}

    @Override
    public String title() {
        return Words.say("performance.history.title", unit);
    }
}
