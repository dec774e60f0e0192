package cn.duban.ledger.desk;

import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/**
 * The form of a new type: its name, its ledger, and what it begins with.
 *
 * @param ledgers those that there are
 * @param origins types to begin from, as {@code name/version}; an empty value for the shortest type that holds
 */
public record NewTypePage(String name, String ledger, String origin, List<Choice> ledgers, List<Choice> origins, Complaints complaints) implements Titled {

    public record Choice(String value, String label) {}

    @Override
    public String title() {
        return Words.say("ledger.types.new.title");
    }
}
