package cn.duban.hotline.reply;

import cn.duban.hotline.Joined;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Words;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Beside a ticket that others are joined to: what their callers read. */
@Component
class ForJoinedBeside implements Beside {

    private static final Set<String> WORDED = Set.of("drafted", "replied", "closed", "declined");

    private final Joined joined;

    ForJoinedBeside(Joined joined) {
        this.joined = joined;
    }

    @Override
    public List<Panel> panels(MatterRow row) {
        if (!row.type().equals(Tickets.TYPE) || !WORDED.contains(row.state()) || joined.under(row.id()).isEmpty()) return List.of();
        return List.of(new Panel("for-joined", Words.say("hotline.for-joined.title"), "/hotline/tickets/" + row.id() + "/for-joined", Words.say("hotline.for-joined.see"), 25));
    }
}
