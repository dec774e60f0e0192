package cn.duban.escalation;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;

/** @param mayWrite whether the viewer publishes ladders */
public record LaddersPage(List<Row> rows, boolean mayWrite) implements Titled {

    /** @param state holds, comes, or is over */
    public record Row(String name, String href, String scope, LocalDate since, String state, int steps, String publisher) {}

    @Override
    public String title() {
        return Words.say("escalation.ladders.title");
    }
}
