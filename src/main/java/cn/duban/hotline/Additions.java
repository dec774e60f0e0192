package cn.duban.hotline;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.type.Phase;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a caller adds, wherever the ticket stands by now: nothing that is said about one is a new one, and nothing is turned away because it came late. */
@Component
public class Additions {

    /** What the line begins with under which something is kept that came after the end; the caller's page tells it by this from what others wrote. */
    static final String AFTERWARDS = "办结后补充：";

    private final Tickets tickets;
    private final Joining joining;
    private final Ledger ledger;

    Additions(Tickets tickets, Joining joining, Ledger ledger) {
        this.tickets = tickets;
        this.joining = joining;
        this.ledger = ledger;
    }

    /** Whether something can be added: not where it was entered by mistake, which nobody looks at any more. */
    public boolean take(MatterId id) {
        return tickets.find(id).filter(ticket -> ticket.phase() != Phase.VOID).isPresent();
    }

    /**
     * On an open ticket it is an addition; of a joined one a line of its master under its own number; of one at its end a comment, of which the desk and
     * whoever bore it are told. It moves nothing by itself: to raise a ticket again is an act of its own.
     *
     * @param key under which it is added once, however often it is brought; null where nobody brings it twice
     */
    public void add(MatterId id, String words, List<Act.Attachment> files, Viewer by, @Nullable String key) {
        var own = tickets.find(id).orElseThrow(NotFound::new);
        if (own.joined()) joining.add(own, words, files, by, key);
        else ledger.act(id, Act.of(own.open() ? "supplement" : "comment").saying("note", own.open() ? words : AFTERWARDS + words).with(files.toArray(Act.Attachment[]::new)), by, key);
    }

    /** Files that came with something, hung on its ticket once; where it moved on meanwhile, on what became of it. */
    public void hang(MatterId id, String note, List<Act.Attachment> files, Viewer by, String key) {
        try {
            add(id, note, files, by, key);
        } catch (Refusal.Refused moved) {
            // what was hung on it before, where it stood otherwise, is there
            if (!moved.refusal().rule().equals("idempotency")) add(id, note, files, by, key);
        }
    }

    /** What a caller said after the end, of a line of the ticket; empty where the line is somebody else's. */
    public static Optional<String> afterwards(Ticket.Done done) {
        return done.act().equals("comment") && done.note() != null && done.note().startsWith(AFTERWARDS) ? Optional.of(done.note().substring(AFTERWARDS.length())) : Optional.empty();
    }
}
