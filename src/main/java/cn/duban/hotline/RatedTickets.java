package cn.duban.hotline;

import cn.duban.ledger.AsOf;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterListener;
import cn.duban.rating.Level;
import cn.duban.rating.Rater;
import cn.duban.rating.Service;
import cn.duban.rating.Services;
import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tickets among everything that is rated: each reply is a service, rated once, and the answer to a master is one for every caller who waits under it, so that those who
 * never rate it are counted as unrated like anybody else. A bad rating does the ticket again by itself. What an agent was told on the telephone, or
 * somebody entered on the matter's page, comes after the act.
 */
@Component
class RatedTickets implements MatterListener {

    private static final Set<String> ANSWERS = Set.copyOf(Ticket.ANSWERING);
    private static final String JOINS = "merge";
    private static final Set<String> SAID = Set.of("satisfied", "dissatisfied", "rate");

    /** What a ticket is called among the services where nobody has said what it is about. */
    private static final String ITEM = "12345热线";

    /** More entries than any master has. */
    private static final int ENTRIES = 100_000;

    private final Tickets tickets;
    private final Joined joined;
    private final Services services;
    private final AsOf asOf;

    RatedTickets(Tickets tickets, Joined joined, Services services, AsOf asOf) {
        this.asOf = asOf;
        this.tickets = tickets;
        this.joined = joined;
        this.services = services;
    }

    @Override
    public String name() {
        return "hotline.rated";
    }

    @Override
    public void acted(MatterActed event) {
        if (!event.type().equals(Tickets.TYPE)) return;
        if (event.act().equals(JOINS)) joins(tickets.find(event.matter()).orElseThrow());
        else if (ANSWERS.contains(event.act())) answers(tickets.find(event.matter()).orElseThrow(), event);
        else if (SAID.contains(event.act())) said(tickets.find(event.matter()).orElseThrow(), event);
    }

    /** Of what may have been answered again by the time that this is heard, the reply that it is about. */
    private void answers(Ticket ticket, MatterActed event) {
        answered(ticket, event.entry()).ifPresent(answer -> {
            offer(answer);
            joined.underSince(ticket.id()).forEach((own, since) -> offerUnder(own, since, answer));
        });
    }

    /** Joined to one that has been answered by then. */
    private void joins(Ticket ticket) {
        if (ticket.joined()) offerUnder(ticket, tickets.master(ticket).orElseThrow());
    }

    private void said(Ticket ticket, MatterActed event) {
        level(event).ifPresent(level -> rate(rated(ticket, event.entry()), ticket, level, said(ticket, event.entry()), Rater.called()));
    }

    /** As it stood with what was said: by the time that this is heard somebody may have said something else. */
    private Optional<Level> level(MatterActed event) {
        return asOf.at(event.matter(), Map.of(event.matter().id(), event.entry())).stream().findFirst().flatMap(then -> LevelFields.of(then.matter().fields(), !event.act().equals("dissatisfied")));
    }

    /** Heard late, when it was answered again, what somebody said is still about the answer that stood then: the next one is rated by itself. */
    private Optional<Service> rated(Ticket ticket, int entry) {
        return standing(ticket, done -> done.no() < entry).flatMap(this::offer);
    }

    /** A reply or, where there was none, what was answered at once. */
    private Optional<Answered> standing(Ticket ticket, Predicate<Ticket.Done> until) {
        return Stream.of("reply", "answer-now").flatMap(act -> ticket.done().stream().filter(done -> done.act().equals(act)).filter(until).reduce((one, other) -> other).stream()).findFirst().flatMap(done -> answered(ticket, done.no()));
    }

    /** @param unit whoever led when it was given; the desk where nobody did */
    private record Answered(Ticket about, Ticket.Done done, int unit) {}

    private Optional<Answered> answered(Ticket about, int entry) {
        return about.done().stream().filter(done -> done.no() == entry).findFirst()
                .flatMap(done -> asOf.at(about.id(), Map.of(about.id().id(), entry)).stream().flatMap(then -> then.units("lead").stream()).findFirst().or(() -> tickets.supervisor(about.id())).map(unit -> new Answered(about, done, unit)));
    }

    /** @param ticket of the caller @param about as it stood with the reply that is rated: itself, or the master that it was joined to */
    void keep(Ticket ticket, Ticket about, Level level, String words, Rater rater) {
        rate(service(ticket, about), about, level, words, rater);
    }

    private void rate(Optional<Service> rated, Ticket about, Level level, String words, Rater rater) {
        rated.ifPresent(service -> services.rate(service.tenant(), service.id(), new Services.Said(level, words, own(service, about, rater), "", true)));
    }

    /** What the desk answered itself and writes down itself is a rating of its own. */
    private Rater own(Service service, Ticket about, Rater rater) {
        return rater.channel() == Rater.Channel.CALLBACK && tickets.supervisor(about.id()).filter(desk -> desk == service.unit()).isPresent() ? new Rater(rater.channel(), rater.source(), true) : rater;
    }

    private Optional<Service> service(Ticket ticket, Ticket about) {
        return ticket.id().equals(about.id()) ? offer(ticket) : offerUnder(ticket, about);
    }

    /** An agent has the code before them. */
    void shown(Ticket ticket, Ticket about, HttpServletRequest request, Viewer viewer) {
        service(ticket, about).ifPresent(service -> services.shown(service, request, viewer));
    }

    /** The answer that stands. */
    private Optional<Service> offer(Ticket ticket) {
        return standing(ticket, done -> true).flatMap(this::offer);
    }

    /** Each reply is a round of its own; what was answered at once is the first one. */
    private Optional<Service> offer(Answered answer) {
        return answer.done().act().equals("decline-to-take") ? Optional.empty() : offer(answer.about().id(), answer.done().act().equals("reply") ? answer.done().no() : 0, answer);
    }

    private Optional<Service> offerUnder(Ticket own, Ticket master) {
        int since = own.last(JOINS).map(Ticket.Done::no).orElse(0);
        return master.answer().flatMap(answer -> answered(master, answer.no())).flatMap(answer -> offerUnder(own.id(), since, answer));
    }

    /** Below nought, where no reply of the caller's own ticket is counted: once for each answer under each master. @param since the entry that joined it */
    private Optional<Service> offerUnder(MatterId own, int since, Answered answer) {
        return offer(own, -(since * ENTRIES + answer.done().no()), answer);
    }

    private Optional<Service> offer(MatterId own, int round, Answered answer) {
        var category = answer.about().field("category");
        var item = category.isEmpty() ? ITEM : ITEM + " " + Categories.top(category);
        return services.find(own.tenant(), services.offer(new Service(own.tenant(), Ledger.newId(), item, answer.unit(), null, own.id(), round, null, answer.done().at())));
    }

    private static String said(Ticket ticket, int entry) {
        return ticket.done().stream().filter(done -> done.no() == entry).findFirst().map(done -> done.reason() != null ? done.reason() : done.note() != null ? done.note() : "").orElse("");
    }
}
