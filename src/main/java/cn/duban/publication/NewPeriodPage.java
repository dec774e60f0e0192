package cn.duban.publication;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bulletin of a period to be begun. @param about ledgers and their types */
public record NewPeriodPage(List<Choice> about, List<Choice> rhythms, List<Choice> templates, Typed typed, @Nullable String refused) implements Titled {

    public record Choice(String value, String label) {}

    /** @param rhythm empty for two days of one's own @param template empty for the one that fits */
    public record Typed(String what, String rhythm, String day, String from, String to, String template) {

        static Typed nothing(LocalDate today) {
            return new Typed("", "weekly", today.toString(), "", "", "");
        }
    }

    @Override
    public String title() {
        return Words.say("publication.period.title");
    }
}
