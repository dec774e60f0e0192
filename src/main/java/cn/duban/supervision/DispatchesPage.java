package cn.duban.supervision;

import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import cn.duban.workdays.Rhythm;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every dispatch with how its round of today stands, and the form for another. @param form null for whoever may not set one up */
public record DispatchesPage(List<Row> rows, @Nullable Form form) implements Titled {

    /** @param round in words; empty before the first one @param due how many are asked for @param missing how many of them have no news yet */
    public record Row(UUID id, String title, String about, String rhythm, String round, int due, int missing, boolean stopped, boolean own) {}

    public record Choice(String value, String label) {}

    /** What was typed, and what can be chosen. */
    public record Form(String name, String what, String lead, String rhythm, String first, List<Choice> whats, List<Choice> leads, List<Rhythm> rhythms, Complaints complaints) {}

    @Override
    public String title() {
        return Words.say("supervision.dispatches.title");
    }
}
