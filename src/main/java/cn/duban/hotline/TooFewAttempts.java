package cn.duban.hotline;

import cn.duban.ledger.Act;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Objection;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Refusal;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A ticket is closed as not rated only after its caller was called in vain several times, unless there is no telephone to call. */
@Component
class TooFewAttempts implements Objection {

    private final Tickets tickets;
    private final Personal personal;

    TooFewAttempts(Tickets tickets, Personal personal) {
        this.tickets = tickets;
        this.personal = personal;
    }

    @Override
    public @Nullable Refusal against(MatterId matter, Act act, Viewer viewer) {
        if (!act.action().equals("close-unrated")) return null;
        return tickets.find(matter).filter(ticket -> ticket.unreached() < Joining.ATTEMPTS && personal.callers(matter.tenant(), List.of(matter.id())).containsKey(matter.id())).map(ticket -> new Refusal("attempts", told(Words.CHINESE), told(Locale.ENGLISH), List.of(), List.of())).orElse(null);
    }

    private static String told(Locale language) {
        return Words.in(language, "hotline.joined.attempts", Joining.ATTEMPTS) + Words.in(language, "hotline.joined.attempts.next");
    }
}
