package cn.duban.hotline;

import cn.duban.ledger.Act;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Objection;
import cn.duban.ledger.Refusal;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was closed with a rating is rated no second time; once it was raised again and closed anew it is, and the rating before stays where it was said. */
@Component
class RatedOnce implements Objection {

    private final Tickets tickets;

    RatedOnce(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public @Nullable Refusal against(MatterId matter, Act act, Viewer viewer) {
        if (!act.action().equals("rate")) return null;
        return tickets.find(matter).filter(ticket -> ticket.rating().isPresent()).map(ticket -> new Refusal("most", told(Words.CHINESE), told(Locale.ENGLISH), List.of(), List.of())).orElse(null);
    }

    private static String told(Locale language) {
        return Words.in(language, "hotline.rated") + Words.in(language, "hotline.rated.next");
    }
}
