package cn.duban.hotline.answers;

import cn.duban.hotline.Tickets;
import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** Beside a ticket that is done: whether it may become a question that everybody reads. */
@Component
class AnswerBeside implements Beside {

    @Override
    public List<Panel> panels(MatterRow row) {
        if (!row.type().equals(Tickets.TYPE) || !row.phase().done()) return List.of();
        return List.of(new Panel("answer", Words.say("hotline.answer.panel"), "/hotline/answers/of/" + row.id() + "/panel", Words.say("hotline.answer.see"), 60));
    }
}
