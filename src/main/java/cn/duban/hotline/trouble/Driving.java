package cn.duban.hotline.trouble;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Thresholds;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.suggest.SameTrouble;
import cn.duban.hotline.suggest.Told;
import cn.duban.hotline.trouble.Drives.Rule;
import cn.duban.hotline.trouble.OpenTickets.Open;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.similarity.meaning.Indexes;
import cn.duban.similarity.meaning.Near;
import cn.duban.timers.Timed;
import cn.duban.units.Directories;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a matter of supervision where the dated rule says so: a ticket that is long unsolved, whose caller was dissatisfied several times, for which many people
 * wait, or whose trouble came again soon after it was closed. A person then decides whether it is handed out.
 */
@Component
class Driving implements Timed {

    private static final Logger log = LoggerFactory.getLogger(Driving.class);
    private static final String TYPE = "hotline-drive";
    private static final int LONGEST = 60;
    private static final int NEAREST = 40;
    private static final double LEAST = 0.6;
    /** A ticket is held against closed ones for so long after it came in. */
    private static final Duration NEW = Duration.ofDays(3);

    private final Drives drives;
    private final OpenTickets open;
    private final Troubles troubles;
    private final Indexes indexes;
    private final Tickets tickets;
    private final Desks desks;
    private final Thresholds thresholds;
    private final Ledger ledger;
    private final Directories directories;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Driving(Drives drives, OpenTickets open, Troubles troubles, Indexes indexes, Tickets tickets, Desks desks, Thresholds thresholds, Ledger ledger, Directories directories, Clock clock, PlatformTransactionManager transactions) {
        this.drives = drives;
        this.open = open;
        this.troubles = troubles;
        this.indexes = indexes;
        this.tickets = tickets;
        this.desks = desks;
        this.thresholds = thresholds;
        this.ledger = ledger;
        this.directories = directories;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.every(Duration.ofHours(1), "hotline.drives", () -> desks.lines().forEach(line -> drive(line.tenant(), clock.instant()))));
    }

    /** @return how many were opened */
    int drive(int tenant, Instant now) {
        var rule = thresholds.on(LocalDate.ofInstant(now, directories.of(tenant).zone()));
        var opened = 0;
        for (var id : drives.unsolved(tenant, now.minus(Duration.ofDays(rule.unsolved())))) opened += opened(tenant, Rule.UNSOLVED, id, id, Words.in(Words.CHINESE, "hotline.drive.unsolved", rule.unsolved()));
        for (var id : drives.again(tenant, rule.again())) opened += opened(tenant, Rule.AGAIN, id, id, Words.in(Words.CHINESE, "hotline.drive.again", rule.again()));
        // one telephone counts once, so the tickets are a first look and the people the rule
        var crowds = drives.crowd(tenant, now.minus(Duration.ofDays(rule.crowdDays())), rule.crowd() - 1);
        var people = open.people(tenant, crowds);
        for (var id : crowds) if (people.getOrDefault(id, 1) >= rule.crowd()) opened += opened(tenant, Rule.CROWD, id, id, Words.in(Words.CHINESE, "hotline.drive.crowd", people.get(id), rule.crowdDays()));
        return opened + repeated(tenant, rule, now);
    }

    /** The same trouble told again within so many days after it was closed; once for the ticket that was closed. */
    private int repeated(int tenant, Thresholds.Row rule, Instant now) {
        var opened = 0;
        var fresh = open.since(tenant, now.minus(NEW));
        var meanings = indexes.kept(tenant, fresh.stream().map(Open::id).toList());
        for (var ticket : fresh) {
            var meaning = meanings.get(ticket.id());
            if (meaning == null) continue;
            var near = indexes.near(tenant, meaning, NEAREST, LEAST).stream().map(Near::matter).toList();
            var closed = open.closed(tenant, near, now.minus(Duration.ofDays(rule.repeated())));
            if (closed.isEmpty()) continue;
            var told = troubles.told(tenant, List.of(ticket)).getFirst();
            var before = closest(told, troubles.told(tenant, closed.stream().map(one -> one.on(ticket.day())).toList())).flatMap(id -> closed.stream().filter(one -> one.id().equals(id)).findFirst());
            if (before.isEmpty() || drives.driven(tenant, Rule.REPEATED, before.get().id())) continue;
            opened += opened(tenant, Rule.REPEATED, before.get().id(), ticket.id(), Words.in(Words.CHINESE, "hotline.drive.repeated", before.get().number(), rule.repeated()));
        }
        return opened;
    }

    /** The likeliest of those that are very likely the same. The time between is what the rule is about, so it does not speak against them. */
    private static Optional<UUID> closest(Told told, List<Told> before) {
        record Same(Told before, double score) {}
        return before.stream().map(one -> new Same(one, SameTrouble.of(one, told).score())).filter(one -> one.score() >= SameTrouble.VERY_LIKELY).max(Comparator.comparingDouble(Same::score)).map(one -> UUID.fromString(one.before().id()));
    }

    private int opened(int tenant, Rule rule, UUID about, UUID ticket, String reason) {
        try {
            return tickets.find(new MatterId(tenant, ticket)).flatMap(found -> by(tenant).map(viewer -> open(found, rule, about, reason, viewer))).orElse(false) ? 1 : 0;
        } catch (RuntimeException e) {
            log.warn("No matter was opened about {} by the rule {}: {}", about, rule, e.getMessage());
            return 0;
        }
    }

    private boolean open(Ticket ticket, Rule rule, UUID about, String reason, Viewer viewer) {
        var title = Words.in(Words.CHINESE, "hotline.drive.title", ticket.title().length() > LONGEST ? ticket.title().substring(0, LONGEST) + "…" : ticket.title());
        var lead = Optional.ofNullable(ticket.lead()).flatMap(directories.of(ticket.id().tenant())::living).map(unit -> Map.of("lead", List.of(unit.id()))).orElse(Map.of());
        var body = reason + "\n" + Words.in(Words.CHINESE, "hotline.drive.ticket", ticket.number());
        var opening = new Opening(Ledger.newId(), Tickets.LEDGER, TYPE, title, body, Map.of("rule", rule.word(), "ticket", ticket.number()), lead, null, null, null, 0, Secrecy.INTERNAL, false, reason, ticket.id().id());
        var numbered = ledger.number(List.of(opening), viewer);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!drives.keep(ticket.id().tenant(), rule, about, opening.id(), reason)) return false;
            ledger.openNumbered(numbered, viewer, null);
            return true;
        }));
    }

    /** Nobody of the desk: the rule itself. */
    private Optional<Viewer> by(int tenant) {
        return desks.unit(tenant).map(unit -> new Viewer(tenant, 0, Words.in(Words.CHINESE, "hotline.drive.rule"), 0, "", unit, directories.of(tenant).unitName(unit), Set.of(Duty.SUPERVISE)));
    }
}
