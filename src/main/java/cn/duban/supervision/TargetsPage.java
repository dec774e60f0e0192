package cn.duban.supervision;

import cn.duban.ledger.MatterRow;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Targets of many matters, or of one.
 *
 * @param tallies how many stand where; each leads to its rows
 * @param chosen the standing that is shown; null for all
 * @param matter the one matter; null for all
 * @param more how many are counted and listed, where there are more; else 0
 * @param adding the form for another target; null for whoever may not add one
 */
public record TargetsPage(List<Tally> tallies, @Nullable String chosen, List<Row> rows, @Nullable MatterRow matter, @Nullable TargetForm adding, int more) implements Titled {

    public record Tally(String status, int count, String href) {}

    /** @param matter null where its row is not shown */
    public record Row(Track track, @Nullable MatterRow matter) {}

    @Override
    public String title() {
        return Words.say("supervision.targets.title");
    }
}
