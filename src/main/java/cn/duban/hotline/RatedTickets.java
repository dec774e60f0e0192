package cn.duban.hotline;

import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterActed;
import cn.duban.ledger.MatterListener;
import cn.duban.rating.Rater;
import cn.duban.rating.Service;
import cn.duban.rating.Services;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tickets among everything that is rated: each reply is a service, rated once. A bad rating does the ticket again by itself. What an agent was told on the telephone, or
 * somebody entered on the matter's page, comes after the act.
 */
@Component
class RatedTickets implements MatterListener {

    private static final Set<String> ANSWERS = Set.of("reply", "answer-now");
    private static final Set<String> SAID = Set.of("satisfied", "dissatisfied", "rate");

    /** What a ticket is called among the services where nobody has said what it is about. */
    private static final String ITEM = "12345热线";

    private final Tickets tickets;
    private final Services services;

    RatedTickets(Tickets tickets, Services services) {
        this.tickets = tickets;
        this.services = services;
    }

    @Override
    public String name() {
        return "hotline.rated";
    }

    @Override
    public void acted(MatterActed event) {
        if (!event.type().equals(Tickets.TYPE) || !ANSWERS.contains(event.act()) && !SAID.contains(event.act())) return;
        var ticket = tickets.find(event.matter()).orElseThrow();
        if (ANSWERS.contains(event.act())) offer(ticket, ticket);
        else ticket.rating().filter(level -> level.good() != event.act().equals("dissatisfied")).ifPresent(level -> keep(ticket, ticket, level, said(ticket, event.entry()), Rater.called()));
    }

    /** @param ticket of the caller @param about as it stood with the reply that is rated: itself, or the master that it was joined to */
    void keep(Ticket ticket, Ticket about, Level level, String words, Rater rater) {
        offer(ticket, about).ifPresent(service -> services.rate(service.tenant(), service.id(), new Services.Said(cn.duban.rating.Level.of(level.points()).orElseThrow(), words, rater, "", true)));
    }

    /** The reply that stands; of one answered at once the desk is the unit. */
    private Optional<Service> offer(Ticket ticket, Ticket about) {
        var reply = about.reply();
        var now = about.last("answer-now");
        if (reply.isEmpty() && now.isEmpty()) return Optional.empty();
        var unit = Optional.ofNullable(about.lead()).or(() -> tickets.supervisor(about.id()));
        var at = reply.map(Ticket.Reply::at).or(() -> now.map(Ticket.Done::at)).orElseThrow();
        var item = about.field("category").isEmpty() ? ITEM : ITEM + " " + Categories.top(about.field("category"));
        int round = reply.map(Ticket.Reply::no).orElse(0);
        return unit.map(bearer -> new Service(ticket.id().tenant(), Ledger.newId(), item, bearer, null, ticket.id().id(), round, null, at))
                .flatMap(service -> services.find(service.tenant(), services.offer(service)));
    }

    private static String said(Ticket ticket, int entry) {
        return ticket.done().stream().filter(done -> done.no() == entry).findFirst().map(done -> done.reason() != null ? done.reason() : done.note() != null ? done.note() : "").orElse("");
    }
}
