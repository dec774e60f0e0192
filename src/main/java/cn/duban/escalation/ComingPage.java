package cn.duban.escalation;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;

/**
 * @param counts of each day and step, each a link to its rows
 * @param cut whether there was too much to look at all of it
 */
public record ComingPage(int days, List<Count> counts, List<Coming.Row> rows, String chosen, LocalDate today, boolean cut, boolean more) implements Titled {

    public record Count(LocalDate day, String step, int count, String href, boolean chosen) {}

    @Override
    public String title() {
        return Words.say("escalation.coming.title");
    }
}
