package cn.duban.hotline.answers;

import cn.duban.ledger.MatterId;
import cn.duban.web.Complaints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question and answer for the desk: proposed, or looked at.
 *
 * @param answer null while it is being proposed
 * @param number of the ticket it comes from
 * @param may whether the reader checks it: somebody else proposed it
 */
public record AnswerPage(MatterId ticket, String number, @Nullable Answer answer, String question, String text, boolean may, Complaints complaints, @Nullable String refused) {

    public record Lists(List<Answer> proposed, List<Answer> published, @Nullable String said) {}

    /** What beside a ticket tells of it. */
    public record Beside(MatterId ticket, @Nullable Answer answer, boolean proposes) {}
}
