package cn.duban.hotline;

import cn.duban.ledger.Act;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Objection;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Until when the platform above wants an answer binds whoever hands its ticket out or prolongs it, where that is earlier than what the grade gives. Once
 * the day has passed it binds nobody any more: it is late, and every list says so.
 */
@Component
public class DueAbove implements Objection {

    private static final Set<String> DATED = Set.of("dispatch", "designate", "redirect", "dispatch-again", "extend");

    private final Tickets tickets;
    private final Directories directories;

    DueAbove(Tickets tickets, Directories directories) {
        this.tickets = tickets;
        this.directories = directories;
    }

    /** The last day that may be named; empty where the platform named none that is still to come. */
    public Optional<LocalDate> of(Ticket ticket) {
        return coming(ticket.id(), ticket.field(Report.DUE_ABOVE));
    }

    private Optional<LocalDate> coming(MatterId id, String day) {
        return Optional.of(day).filter(named -> !named.isEmpty()).map(LocalDate::parse).filter(named -> !named.isBefore(directories.of(id.tenant()).today()));
    }

    /** The earlier of the two. */
    public LocalDate within(Ticket ticket, LocalDate day) {
        return of(ticket).filter(above -> above.isBefore(day)).orElse(day);
    }

    @Override
    public @Nullable Refusal against(MatterId matter, Act act, Viewer viewer) {
        var due = act.due();
        if (due == null || !DATED.contains(act.action())) return null;
        // others are prolonged too: of what is no ticket nothing more is read than that
        return tickets.fieldOf(matter, Report.DUE_ABOVE).flatMap(day -> coming(matter, day)).filter(due::isAfter).map(above -> new Refusal("input", told(Words.CHINESE, above), told(Locale.ENGLISH, above), List.of(), List.of())).orElse(null);
    }

    private static String told(Locale language, LocalDate above) {
        return Words.in(language, "hotline.due-above.late", above.toString());
    }
}
