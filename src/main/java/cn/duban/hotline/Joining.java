package cn.duban.hotline;

import cn.duban.hotline.Joined.Call;
import cn.duban.hotline.Joined.Said;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Personal;
import cn.duban.rating.Level;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a ticket that goes on under another one. Its caller rates the answer to the master by themselves: satisfied is kept with the rest,
 * dissatisfied parts the ticket from the master, so that it goes on alone where it stood, with the clocks that it had. What was said is a line of both.
 */
@Component
public class Joining {

    /** So often somebody is called in vain before the caller counts as not rated. */
    static final int ATTEMPTS = 2;

    private final Tickets tickets;
    private final Joined joined;
    private final Ledger ledger;
    private final Personal personal;

    Joining(Tickets tickets, Joined joined, Ledger ledger, Personal personal) {
        this.tickets = tickets;
        this.joined = joined;
        this.ledger = ledger;
        this.personal = personal;
    }

    /** The ticket that goes on for it. */
    public Ticket master(Ticket own) {
        return tickets.master(own).orElseThrow(NotFound::new);
    }

    /** Whoever works on the master reads it there, under the number of this one; its own caller does not. @param key under which it is added once */
    void add(Ticket own, String words, List<Act.Attachment> files, Viewer by, @Nullable String key) {
        ledger.act(master(own).id(), Act.of("comment").saying("note", Words.in(Words.CHINESE, "hotline.joined.added", own.number(), words)).with(files.toArray(Act.Attachment[]::new)), by, key);
    }

    @Transactional
    public void rate(Ticket own, int answer, Level level, String words, Viewer by) {
        var master = master(own);
        ledger.act(master.id(), Act.of("comment").saying("note", Words.in(Words.CHINESE, words.isBlank() ? "hotline.joined.rated" : "hotline.joined.rated.words", own.number(), Words.in(Words.CHINESE, "hotline.level." + level.word()), words)), by);
        keep(own, master, answer, Said.RATED, level, words, by);
        if (!level.good()) part(own, master, words.isBlank() ? Words.in(Words.CHINESE, "hotline.dissatisfied.unsaid") : words, by);
    }

    /** Not solved, though the master is closed: it goes on alone. */
    @Transactional
    public void raise(Ticket own, String why, Viewer by) {
        var master = master(own);
        if (master.answer().isPresent()) {
            ledger.act(master.id(), Act.of("comment").saying("note", Words.in(Words.CHINESE, "hotline.joined.parted", own.number(), why)), by);
            keep(own, master, master.answer().get().no(), Said.PARTED, null, why, by);
        }
        part(own, master, why, by);
    }

    /** Nobody was reached: it stays on the list, and after several attempts it counts as not rated. */
    @Transactional
    public void unreached(Ticket own, boolean giveUp, String words, Viewer by) {
        var master = master(own);
        var answer = master.answer().map(Ticket.Reply::no).orElse(0);
        if (giveUp && reachable(own) && attempts(own, master) < ATTEMPTS) throw Refused.conflict("hotline.attempts", Words.say("hotline.joined.attempts", ATTEMPTS), Words.say("hotline.joined.attempts.next"));
        ledger.act(master.id(), Act.of("comment").saying("note", Words.in(Words.CHINESE, giveUp ? "hotline.joined.given-up" : "hotline.joined.unreached", own.number(), words)), by);
        keep(own, master, answer, giveUp ? Said.GIVEN_UP : Said.UNREACHED, null, words, by);
    }

    /** Whether the caller left a telephone. */
    public boolean reachable(Ticket own) {
        return personal.callers(own.id().tenant(), List.of(own.id().id())).containsKey(own.id().id());
    }

    /** How often somebody was called in vain about the answer that stands. */
    public long attempts(Ticket own, Ticket master) {
        var answer = master.answer().map(Ticket.Reply::no).orElse(0);
        return joined.calls(own.id()).stream().filter(call -> call.master().equals(master.id().id()) && call.answer() == answer && call.said() == Said.UNREACHED).count();
    }

    /** The master is held by now, so of two at once the second one finds what the first one said. */
    private void keep(Ticket own, Ticket master, int answer, Said said, @Nullable Level level, String words, Viewer by) {
        var fresh = tickets.find(own.id()).orElseThrow(NotFound::new);
        var holds = fresh.mergedInto() != null && fresh.mergedInto().equals(master.id().id()) && joined.waits(own.id(), tickets.find(master.id()).orElseThrow(NotFound::new)) && master.answer().map(Ticket.Reply::no).orElse(0) == answer;
        if (!holds) throw Refused.conflict("hotline.rated", Words.say("hotline.rated"), Words.say("hotline.rated.next"));
        joined.keep(own.id(), new Call(master.id().id(), answer, said, level == null ? null : level.points(), words, joined.now(), ""), by);
    }

    private void part(Ticket own, Ticket master, String why, Viewer by) {
        ledger.act(own.id(), Act.of("unmerge").other(master.id().id()).saying("reason", why), by);
        ledger.act(own.id(), Act.of("supplement").saying("note", why), by);
    }
}
