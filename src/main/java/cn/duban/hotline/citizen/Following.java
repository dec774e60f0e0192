package cn.duban.hotline.citizen;

import cn.duban.hotline.Ticket;
import cn.duban.ledger.MatterId;
import cn.duban.units.Directories;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which ticket a session was shown the code of: text alone, so that a newer version reads it. */
@Component
class Following {

    private static final String TICKET = "hotline.ticket";
    private static final String SINCE = "hotline.since";

    /** A telephone or a library's machine is left lying about. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Directories directories;
    private final Clock clock;

    Following(Directories directories, Clock clock) {
        this.directories = directories;
        this.clock = clock;
    }

    void begin(HttpServletRequest request, MatterId ticket) {
        var session = request.getSession(true);
        session.setAttribute(TICKET, ticket.toString());
        session.setAttribute(SINCE, clock.instant().toString());
    }

    Optional<MatterId> ticket(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(TICKET) instanceof String ticket) || !(session.getAttribute(SINCE) instanceof String since)) return Optional.empty();
        return clock.instant().isBefore(Instant.parse(since).plus(LONGEST)) ? Optional.of(MatterId.valueOf(ticket)) : Optional.empty();
    }

    /** Who handles it, by its name of today; empty while nobody does. */
    String unit(Ticket ticket) {
        return ticket.lead() == null ? "" : directories.of(ticket.id().tenant()).unitName(ticket.lead());
    }
}
