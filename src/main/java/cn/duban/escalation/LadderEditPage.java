package cn.duban.escalation;

import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param preview what it would do; null before somebody asked */
public record LadderEditPage(LadderForm form, List<ScopeWords.Choice> scopes, Complaints complaints, @Nullable Preview preview) implements Titled {

    /**
     * What a ladder would make today, had it held all along.
     *
     * @param pinned breaches that another ladder judges already, and goes on to judge
     * @param more whether there are further rows than shown
     */
    public record Preview(List<Count> counts, List<Coming.Row> rows, int breaches, int pinned, boolean more) {

        public record Count(String step, int count) {}
    }

    @Override
    public String title() {
        return Words.say("escalation.ladder.new");
    }
}
