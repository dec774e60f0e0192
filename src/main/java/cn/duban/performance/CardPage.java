package cn.duban.performance;

import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one unit got, and why.
 *
 * @param round where the round stands @param rank null before everything is scored
 * @param complaints what is wrong with an appeal or a decision that was sent @param typed what was typed into it
 */
public record CardPage(String round, String roundTitle, String state, String unit, int unitId, @Nullable String rank, @Nullable String total, String reckoned, boolean vetoed, int owed, List<Line> lines, List<Appeal> appeals, @Nullable String until, Complaints complaints, Typed typed,
        boolean back) implements Titled {

    /** @param reckoned how the points come about @param rows where the rows behind the figure are @param appealable whether this viewer may appeal it now */
    public record Line(String no, int depth, String name, String worth, @Nullable String points, @Nullable String figure, @Nullable String rows, String reckoned, String reason, String evidence, String by, boolean leaf, boolean owed, boolean lost, boolean corrected, boolean appealable) {}

    /** @param decides whether this viewer may decide it */
    public record Appeal(int no, String indicator, String reason, String evidence, String by, String at, String due, String state, @Nullable String decision, @Nullable String decidedBy, boolean decides, String points, String most) {}

    /** @param of the indicator or the appeal that it was typed for */
    public record Typed(String of, String reason, String evidence, String points, String verdict) {

        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    @Override
    public String title() {
        return Words.say("performance.card.title", unit);
    }
}
