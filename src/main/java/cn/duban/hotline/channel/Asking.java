package cn.duban.hotline.channel;

import cn.duban.hotline.Ratings;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Personal.Kind;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What callers were asked to rate by writing back. What they write is about the answer that they were asked about last, unless the number of a ticket
 * stands before it; how long that holds is dated data. Nobody who writes nothing is satisfied.
 */
@Component
public class Asking {

    /** By these ways somebody writes back without a number or a link. */
    private static final Set<String> WRITTEN_BACK = Set.of("sms", "message");

    private static final Set<String> TOLD = Set.of("reply", "answer-now", "close-unrated");
    private static final int MOST = 200;

    private final Answers answers;
    private final Ratings ratings;
    private final Tickets tickets;
    private final Personal personal;
    private final Limits limits;
    private final Directories directories;
    private final Clock clock;

    Asking(Answers answers, Ratings ratings, Tickets tickets, Personal personal, Limits limits, Directories directories, Clock clock) {
        this.answers = answers;
        this.ratings = ratings;
        this.tickets = tickets;
        this.personal = personal;
        this.limits = limits;
        this.directories = directories;
        this.clock = clock;
    }

    /** @param answer the entry to be rated, 0 where the ticket was answered at once */
    public record Ask(MatterId ticket, int answer) {}

    /** Which entry a message asks about that tells of this one; empty where there is nothing to rate, or what it tells of is not what stands. */
    Optional<Integer> about(Ticket own, int entry, String act) {
        if (!TOLD.contains(act)) return Optional.empty();
        return ratings.waiting(own).filter(waiting -> waiting == entry || act.equals("close-unrated") || act.equals("answer-now") && waiting == 0);
    }

    static boolean writtenBack(String channel) {
        return WRITTEN_BACK.contains(channel);
    }

    /** The answer that somebody was asked about last. */
    public Optional<Ask> latest(int tenant, String source, Kind kind, String from) {
        return answers.asked(tenant, source, personal.found(tenant, kind, from, MOST), since(tenant)).stream().findFirst();
    }

    public Optional<Ask> of(MatterId ticket, String source) {
        return answers.asked(ticket.tenant(), source, List.of(ticket.id()), Instant.EPOCH).stream().findFirst();
    }

    /** Whether the same caller owes another rating, so that a figure alone could be meant for either. */
    boolean others(MatterId ticket, String source, Kind kind, String from) {
        var theirs = personal.found(ticket.tenant(), kind, from, MOST).stream().filter(id -> !id.equals(ticket.id())).toList();
        return answers.asked(ticket.tenant(), source, theirs, since(ticket.tenant())).stream().anyMatch(this::waits);
    }

    /** Whether that answer was rated by nobody so far, and still stands. */
    public boolean waits(Ask ask) {
        return tickets.find(ask.ticket()).flatMap(ratings::waiting).filter(answer -> answer == ask.answer()).isPresent();
    }

    /** Whether what is written beside a rating is about that ticket: until it is rated, and while it is done again. */
    public boolean goesOn(Ask ask) {
        return waits(ask) || tickets.find(ask.ticket()).filter(this::workedOn).isPresent();
    }

    /** A joined one is joined for ever: it goes on while its master does, and is over for its caller once they rated the answer to that. */
    private boolean workedOn(Ticket ticket) {
        if (ticket.mergedInto() == null) return ticket.open();
        return tickets.master(ticket).filter(master -> master.open() && master.answer().isEmpty()).isPresent();
    }

    private Instant since(int tenant) {
        return clock.instant().minus(limits.span("asked", directories.of(tenant).today()));
    }
}
