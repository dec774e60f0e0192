package cn.duban.hotline;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.rating.Level;
import cn.duban.rating.Rater;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Period;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a ticket when its caller says what they think: satisfied closes it, dissatisfied sends it back, and nothing said moves nothing. */
@Component
public class Ratings {

    /** As the type says of its own clock. */
    private static final Period CALL_BACK = Period.parse("3wd");

    private final Tickets tickets;
    private final Ledger ledger;
    private final Joined joined;
    private final Joining joining;
    private final Grades grades;
    private final Directories directories;
    private final Calendars calendars;
    private final RatedTickets rated;
    private final TransactionTemplate transaction;

    Ratings(Tickets tickets, Ledger ledger, Joined joined, Joining joining, Grades grades, Directories directories, Calendars calendars, RatedTickets rated, PlatformTransactionManager transactions) {
        this.tickets = tickets;
        this.ledger = ledger;
        this.joined = joined;
        this.joining = joining;
        this.grades = grades;
        this.directories = directories;
        this.calendars = calendars;
        this.rated = rated;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether the reply that stands waits for a rating, or the ticket was closed without one. */
    public static boolean open(Ticket ticket) {
        return ticket.state().equals("replied") || ticket.state().equals("closed") && ticket.rating().isEmpty();
    }

    /** The entry of the answer that waits for this caller's rating, 0 where a closed ticket was answered at once; of a joined ticket the one to its master. */
    public Optional<Integer> waiting(Ticket ticket) {
        if (!ticket.joined()) return open(ticket) ? Optional.of(ticket.reply().map(Ticket.Reply::no).orElse(0)) : Optional.empty();
        var master = joining.master(ticket);
        return joined.waits(ticket.id(), master) ? master.answer().map(Ticket.Reply::no) : Optional.empty();
    }

    /**
     * @param reply the reply that was read; another one stands by now where it was rated and done again
     * @param by an agent who was told, or the citizen
     * @throws Refused where it was rated already
     */
    public void rate(MatterId id, int reply, Level level, String words, Viewer by) {
        rate(id, reply, level, words, Rater.called(), by);
    }

    /** The same by the public's own pages, with what tells one rater from many: kept with the rating, all or nothing. */
    public void rate(MatterId id, int reply, Level level, String words, Rater rater, Viewer by) {
        transaction.executeWithoutResult(status -> {
            var ticket = tickets.find(id).orElseThrow(NotFound::new);
            var about = ticket.joined() ? joining.master(ticket) : ticket;
            if (ticket.joined()) joining.rate(ticket, reply, level, words, by);
            else rateAlone(ticket, reply, level, words, by);
            rated.keep(ticket, about, level, words, rater);
        });
    }

    /** An agent has the code before them, which is theirs to hand over and not to use. */
    public void shown(Ticket ticket, HttpServletRequest request, Viewer viewer) {
        rated.shown(ticket, ticket.joined() ? joining.master(ticket) : ticket, request, viewer);
    }

    private void rateAlone(Ticket ticket, int reply, Level level, String words, Viewer by) {
        if (!open(ticket) || ticket.reply().map(Ticket.Reply::no).orElse(0) != reply) throw Refused.conflict("hotline.rated", Words.say("hotline.rated"), Words.say("hotline.rated.next"));
        ledger.act(ticket.id(), act(ticket, level, words).field(LevelFields.field(level), LevelFields.value(level)).field(LevelFields.other(level), ""), by, "rating " + ticket.id() + " " + reply);
    }

    private Act act(Ticket ticket, Level level, String words) {
        var replied = ticket.state().equals("replied");
        if (level.good()) return Act.of(replied ? "satisfied" : "rate").saying("note", words);
        var why = words.isBlank() ? Words.in(Words.CHINESE, "hotline.dissatisfied.unsaid") : words;
        return replied ? Act.of("dissatisfied").saying("reason", why).due(again(ticket.id().tenant())) : Act.of("redo").saying("reason", why);
    }

    /** By when it is done again, by the row of today. */
    LocalDate again(int tenant) {
        return due(Grades.AGAIN, tenant).orElseThrow();
    }

    /** By when somebody is called about an answer, as long as the clock of a ticket that was answered by itself. */
    public CallBy callBy(Instant answered, int tenant) {
        var directory = directories.of(tenant);
        var day = new Deadlines(calendars.of(tenant, directory.region()), directory.zone()).due(LocalDate.ofInstant(answered, directory.zone()), CALL_BACK).lastDay();
        return new CallBy(day, day.isBefore(directory.today()));
    }

    /** Whoever was answered before this moment should have been called by now: their day has passed. */
    public Instant late(int tenant) {
        var directory = directories.of(tenant);
        var deadlines = new Deadlines(calendars.of(tenant, directory.region()), directory.zone());
        var day = Stream.iterate(directory.today(), one -> one.minusDays(1)).filter(one -> deadlines.due(one, CALL_BACK).lastDay().isBefore(directory.today())).findFirst().orElseThrow();
        return day.plusDays(1).atStartOfDay(directory.zone()).toInstant();
    }

    public record CallBy(LocalDate day, boolean late) {}

    public Optional<LocalDate> due(String grade, int tenant) {
        var directory = directories.of(tenant);
        return grades.due(grade, directory.today(), new Deadlines(calendars.of(tenant, directory.region()), directory.zone()));
    }
}
