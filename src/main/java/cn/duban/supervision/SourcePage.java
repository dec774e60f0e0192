package cn.duban.supervision;

import cn.duban.evidence.FileRow;
import cn.duban.ledger.ActForm.Ask.Group;
import cn.duban.ledger.ActForm.Ask;
import cn.duban.ledger.DuplicateQuestion;
import cn.duban.ledger.MatterId;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page on which one source's matter comes in.
 *
 * @param id what the matter will be known by
 * @param parent the matter under which it comes in, with its number and title
 * @param lines what leaders wrote; empty where the source has none
 * @param leaders who may have written it
 * @param kept files handed in with an earlier try
 * @param periods what an instruction has that names no day, in words
 * @param before the matter that has this number of the platform already
 * @param question what may stand on the ledger already; null where there is nothing to ask
 */
public record SourcePage(String type, String label, UUID id, @Nullable Parent parent, List<Ask> asks, List<Line> lines, List<Group> leaders, List<FileRow> kept, List<String> periods,
        Complaints complaints, @Nullable String refused, @Nullable MatterId before, @Nullable DuplicateQuestion question) implements Titled {

    public record Parent(MatterId id, String number, String title) {}

    /** @param at its place in the form */
    public record Line(int at, String post, boolean circled, String on, String words) {
        public String name(String field) {
            return "leader." + at + "." + field;
        }
    }

    @Override
    public String title() {
        return Words.say("supervision.new", label);
    }
}
