package cn.duban.ledger.desk;

import cn.duban.ledger.desk.NewTypePage.Choice;
import cn.duban.ledger.type.TypeDifference.Change;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moving running matters from one version to another: which state becomes which, and what would become of each matter.
 *
 * @param targets published versions to move to
 * @param rows each state in which a matter stands
 * @param outcome the dry run; null until it was asked for
 */
public record MovePage(String name, String label, VersionRow from, @Nullable VersionRow to, List<Choice> targets, List<Row> rows, List<Choice> states, @Nullable List<Change> changes, @Nullable Outcome outcome, String reason, Complaints complaints) implements Titled {

    /** @param count matters in it @param becomes the state proposed or chosen; empty where nothing fits */
    public record Row(String state, String label, int count, String becomes) {}

    /** @param movable how many would move @param stays those that would not, by reason */
    public record Outcome(int movable, List<Moving> moves, List<Staying> stays) {

        public int staying() {
            return stays.stream().mapToInt(Staying::count).sum();
        }
    }

    public record Moving(String from, String to, int count) {}

    /** @param numbers the first of the matters that stay for this reason */
    public record Staying(String state, String reason, int count, List<String> numbers) {}

    @Override
    public String title() {
        return Words.say("ledger.types.move.title", label);
    }

    public String path() {
        return from.href() + "/move";
    }
}
