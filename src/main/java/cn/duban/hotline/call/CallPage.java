package cn.duban.hotline.call;

import cn.duban.hotline.Report;
import cn.duban.ledger.DuplicateQuestion;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Complaints;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The agent's screen.
 *
 * @param id of the ticket that it becomes
 * @param kept whether what is shown was kept earlier
 * @param question what may be on the ledger already, where that is to be decided
 */
public record CallPage(UUID id, Report report, boolean kept, Complaints complaints, @Nullable DuplicateQuestion question, @Nullable String refused) {

    public String href() {
        return "/hotline/calls/" + id;
    }

    /** Earlier tickets of a telephone. @param asked whether there was a telephone to look for */
    public record Earlier(boolean asked, List<MatterRow> rows) {}
}
