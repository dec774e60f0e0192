package cn.duban.proposal;

import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** Beside a suggestion: the talk, the replies, what was thought of them, and what was promised. */
@Component
class ProposalBeside implements Beside {

    @Override
    public List<Panel> panels(MatterRow row) {
        if (!ProposalKind.TYPES.contains(row.type())) return List.of();
        return List.of(new Panel("proposal", Words.say("proposal.course"), "/proposals/" + row.id(), Words.say("proposal.course.open"), 50));
    }
}
