package cn.duban.hotline.contact;

import cn.duban.hotline.Tickets;
import cn.duban.ledger.Beside;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.TimelineLine;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Beside a ticket: how its caller is reached; and in its timeline, who looked at that in full. */
@Component
class HotlineBeside implements Beside {

    @Override
    public List<Panel> panels(MatterRow row) {
        if (!row.type().equals(Tickets.TYPE)) return List.of();
        return List.of(new Panel("contact", Words.say("hotline.contact.title"), "/hotline/tickets/" + row.id() + "/contact", Words.say("hotline.contact.see"), 40));
    }

    @Override
    public @Nullable Told told(MatterRow row, TimelineLine line) {
        if (!row.type().equals(Tickets.TYPE) || !line.act().equals("comment")) return null;
        return line.said().stream().map(TimelineLine.Said::text).filter(text -> text.startsWith(Contacts.LOOKED)).findFirst()
                .map(text -> new Told(Words.say("hotline.contact.looked"), text.substring(Contacts.LOOKED.length()), null, "", "")).orElse(null);
    }
}
