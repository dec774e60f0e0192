package cn.duban.hotline.reply;

import cn.duban.hotline.Callers;
import cn.duban.hotline.Joined;
import cn.duban.hotline.JoinedAnswers;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
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

/**
 * An answer in which something is a caller's own goes to the callers of joined tickets as well, so it is not sent before somebody looked through the version for them; what is answered
 * at once has no draft that a version could be written for, and is worded so that all may read it (《个人信息保护法》第二十五条).
 */
@Component
class ForJoined implements Objection {

    private final Joined joined;
    private final Tickets tickets;
    private final Callers callers;
    private final JoinedAnswers answers;

    ForJoined(Joined joined, Tickets tickets, Callers callers, JoinedAnswers answers) {
        this.joined = joined;
        this.tickets = tickets;
        this.callers = callers;
        this.answers = answers;
    }

    @Override
    public @Nullable Refusal against(MatterId matter, Act act, Viewer viewer) {
        if (!Ticket.ANSWERING.contains(act.action())) return null;
        var waiting = joined.under(matter).size();
        return waiting == 0 ? null : tickets.find(matter).map(ticket -> against(ticket, act, waiting)).orElse(null);
    }

    private @Nullable Refusal against(Ticket ticket, Act act, int waiting) {
        var drafted = act.action().equals("reply");
        // whatever version there is for the others, the master's own caller reads the draft itself
        if (drafted && ticket.wording().filter(draft -> draft.note() != null && callers.others(ticket).names(draft.note())).isPresent())
            return new Refusal("for-joined", Words.in(Words.CHINESE, "hotline.for-joined.others", waiting), Words.in(Locale.ENGLISH, "hotline.for-joined.others", waiting), List.of(), List.of());
        return against(ticket, text(ticket, act), waiting, drafted);
    }

    private String text(Ticket ticket, Act act) {
        if (!act.action().equals("reply")) return act.words().getOrDefault("note", "");
        return ticket.wording().map(draft -> answers.version(ticket.id(), draft.no()).orElse(draft.note() == null ? "" : draft.note())).orElse("");
    }

    private @Nullable Refusal against(Ticket ticket, String text, int waiting, boolean drafted) {
        var screen = callers.screen(ticket);
        if (screen.clean(text)) return null;
        var key = drafted ? "hotline.for-joined.first" : "hotline.for-joined.at-once";
        return new Refusal("for-joined", Words.in(Words.CHINESE, key, waiting, screen.told(text, Words.CHINESE)), Words.in(Locale.ENGLISH, key, waiting, screen.told(text, Locale.ENGLISH)), List.of(), List.of());
    }
}
