package cn.duban.hotline.desk;

import cn.duban.hotline.Categories;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.dispatch.Advice;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.type.MatterType;
import cn.duban.rating.Level;
import cn.duban.web.Complaints;
import cn.duban.web.Tick;
import cn.duban.web.Titled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One ticket at the desk: sent on, or called back about.
 *
 * @param category as it was typed, or is on the ticket, or sure enough to be filled in
 * @param advice what the ticket may be about; null where it was decided before
 * @param suggested the unit, by closed tickets or by the catalogue, with the reason in words
 * @param days the last day of each grade, from today
 * @param joined numbers of tickets that were merged into this one, whose callers wait for the same answer
 * @param under the ticket that goes on for this one, where it was joined
 * @param rateable whether the caller has something to rate
 * @param link on which the caller rates; null unless it was asked for
 * @param typed what was filled in, by the names of the fields
 */
public record TicketPage(Ticket ticket, MatterRow row, MatterType type, Categories categories, List<Choice> units, List<Tick> assisting, String category, @Nullable Advice advice, @Nullable Suggested suggested, Map<String, String> days, Map<MatterId, String> joined, @Nullable JoinedTo under, boolean rateable, @Nullable String link, Map<String, String> typed, Complaints complaints,
        @Nullable String refused, @Nullable String said) implements Titled {

    /** @param waits whether the caller is still to be asked about the answer @param attempts in vain so far @param reachable whether the caller left a telephone */
    public record JoinedTo(Ticket master, boolean waits, long attempts, boolean reachable) {

        public boolean givesUp() {
            return attempts > 1 || !reachable;
        }
    }

    /** @param unit as its number */
    public record Suggested(String unit, String name, String why) {}

    @Override
    public String title() {
        return ticket.number() + " " + ticket.title();
    }

    public String href() {
        return "/hotline/tickets/" + ticket.id();
    }

    public boolean sends() {
        return DispatchForm.act(ticket.state()).isPresent() && ticket.open();
    }

    public boolean calls() {
        return ticket.state().equals("replied") && ticket.open();
    }

    /** Whether the caller is to be asked about this answer, which then stands there. */
    public boolean callsAbout(int answer) {
        return calls() && ticket.reply().filter(reply -> reply.no() == answer).isPresent();
    }

    public String value(String name, String otherwise) {
        return typed.getOrDefault(name, otherwise);
    }

    /** What stood in the way where the unit sent it back. */
    public Optional<Ticket.Done> objection() {
        return ticket.state().equals("disputed") ? ticket.last("object") : Optional.empty();
    }

    public List<Level> levels() {
        return Level.all();
    }
}
