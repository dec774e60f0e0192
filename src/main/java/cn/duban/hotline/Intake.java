package cn.duban.hotline;

import cn.duban.ledger.Admission;
import cn.duban.ledger.DuplicateDecision;
import cn.duban.ledger.Duplicates.Hit;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Personal;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way by which a report becomes a ticket, whatever channel brought it: matter, sealed personal data and query code, all or nothing. */
@Component
public class Intake {

    private final Ledger ledger;
    private final Admission admission;
    private final Personal personal;
    private final Codes codes;
    private final Tickets tickets;
    private final MatterTypes types;
    private final Categories categories;
    private final Directories directories;
    private final TransactionTemplate transaction;

    Intake(Ledger ledger, Admission admission, Personal personal, Codes codes, Tickets tickets, MatterTypes types, Categories categories, Directories directories, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.admission = admission;
        this.personal = personal;
        this.codes = codes;
        this.tickets = tickets;
        this.types = types;
        this.categories = categories;
        this.directories = directories;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param code told to the caller now, and to nobody later */
    public record Taken(MatterId id, String number, String code) {}

    public Report report(int tenant, Map<String, String> typed) {
        return new Report(typed, types.current(tenant, Tickets.TYPE).type(), categories, directories.of(tenant));
    }

    /** What may be on the ledger already, as far as whoever takes the report may see it. */
    public List<Hit> alike(UUID id, Report report, Viewer viewer) {
        return there(viewer.tenant(), id) ? List.of() : admission.hits(report.opening(id), viewer);
    }

    /**
     * @param id chosen when the form was shown: sent once more it opens nothing, and is answered with a fresh code
     * @param by the agent, or the citizen
     */
    public Taken take(UUID id, Report report, Viewer by) {
        return take(id, report, List.of(), DuplicateDecision.NONE, by);
    }

    /** @param beside what the channel writes in the same transaction; not called where the ticket is there already */
    public Taken take(UUID id, Report report, Viewer by, Consumer<Taken> beside) {
        return take(id, report, List.of(), DuplicateDecision.NONE, by, beside);
    }

    public Taken take(UUID id, Report report, List<Hit> hits, DuplicateDecision decision, Viewer by) {
        return take(id, report, hits, decision, by, taken -> {});
    }

    private Taken take(UUID id, Report report, List<Hit> hits, DuplicateDecision decision, Viewer by, Consumer<Taken> beside) {
        var ticket = new MatterId(by.tenant(), id);
        if (there(by.tenant(), id)) return taken(ticket, codes.issue(ticket));
        var numbered = ledger.number(List.of(Admission.noted(report.opening(id), hits, decision)), by);
        return Objects.requireNonNull(transaction.execute(status -> {
            ledger.openNumbered(numbered, by, null);
            personal.keep(ticket, report.caller());
            admission.settle(ticket, decision, by, null);
            var taken = new Taken(ticket, numbered.getFirst().number(), codes.issue(ticket));
            beside.accept(taken);
            return taken;
        }));
    }

    /** Whether it became a ticket already. */
    public boolean taken(UUID id, Viewer viewer) {
        return there(viewer.tenant(), id);
    }

    private boolean there(int tenant, UUID id) {
        return codes.issued(new MatterId(tenant, id));
    }

    private Taken taken(MatterId ticket, String code) {
        return new Taken(ticket, tickets.find(ticket).orElseThrow().number(), code);
    }
}
