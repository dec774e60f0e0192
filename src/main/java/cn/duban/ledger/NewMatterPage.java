package cn.duban.ledger;

import cn.duban.ledger.ActForm.Ask;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which one matter is opened.
 *
 * @param types those that can be opened
 * @param type the chosen one; empty before one is chosen
 * @param key sent along, so that a second click opens nothing twice
 * @param refused a sentence that belongs to no single field
 * @param question what may stand on the ledger already; null where there is nothing to ask
 */
public record NewMatterPage(List<Ask.Choice> types, String type, String key, List<Ask> asks, Complaints complaints, @Nullable String refused, @Nullable DuplicateQuestion question) implements Titled {

    @Override
    public String title() {
        return Words.say("ledger.new.title");
    }
}
