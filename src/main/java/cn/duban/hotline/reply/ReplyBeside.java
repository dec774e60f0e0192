package cn.duban.hotline.reply;

import cn.duban.hotline.Tickets;
import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** Beside a ticket whose reply waits for approval: what stands against it. */
@Component
class ReplyBeside implements Beside {

    @Override
    public List<Panel> panels(MatterRow row) {
        if (!row.type().equals(Tickets.TYPE) || !row.state().equals("drafted")) return List.of();
        return List.of(new Panel("reply-check", Words.say("hotline.reply.title"), "/hotline/tickets/" + row.id() + "/reply-check", Words.say("hotline.reply.see"), 20));
    }
}
