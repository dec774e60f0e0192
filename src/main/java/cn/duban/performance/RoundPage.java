package cn.duban.performance;

import cn.duban.web.Titled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round: who still owes what, who stands where, and what may be done with it now.
 *
 * @param groups empty for whoever may not see the others yet
 * @param owing units that owe scores, with how many
 */
public record RoundPage(String href, String title, String state, String scheme, int version, String period, String until, @Nullable String counted, @Nullable String appeals, @Nullable String published, List<Group> groups, List<Owing> owing, List<Appeal> appealed, List<Step> steps,
        @Nullable String card, boolean scores, boolean conducts, boolean ended, boolean signs, boolean ripe, @Nullable String done) implements Titled {

    public record Group(String name, List<Row> rows) {}

    /** @param rank null while something is owed @param reckoned the whole sum, as it is written down */
    public record Row(String unit, String href, @Nullable String rank, String total, String reckoned, boolean vetoed, int owed) {}

    public record Owing(String unit, int count) {}

    public record Appeal(String unit, String indicator, String href, String state, String due) {}

    public record Step(String act, String at, String by, String digest) {}

    @Override
    public String title() {
        return title;
    }
}
