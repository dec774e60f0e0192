package cn.duban.supervision;

import static cn.duban_db.supervision.Tables.OUTER_NUMBER;

import cn.duban.ledger.Act;
import cn.duban.ledger.Admission;
import cn.duban.ledger.DuplicateDecision;
import cn.duban.ledger.Duplicates.Hit;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Matters;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;

/** The one way by which a source's matter comes into the ledger: proposed, with its original, and with its outer number once. */
@Component
public class Docket {

    private final Sources sources;
    private final Ledger ledger;
    private final Matters matters;
    private final Directories directories;
    private final Calendars calendars;
    private final DSLContext sql;
    private final Clock clock;
    private final Admission admission;
    private final TransactionTemplate transaction;

    Docket(Sources sources, Ledger ledger, Matters matters, Directories directories, Calendars calendars, DSLContext sql, Clock clock, Admission admission, PlatformTransactionManager transactions) {
        this.admission = admission;
        this.sources = sources;
        this.ledger = ledger;
        this.matters = matters;
        this.directories = directories;
        this.calendars = calendars;
        this.sql = sql;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param matter null where something is wrong; {@code before} the matter that has this outer number already */
    public record Outcome(@Nullable MatterId matter, Complaints complaints, @Nullable MatterId before) {}

    SourceForm form(Source source, MultiValueMap<String, String> typed, Viewer viewer) {
        return new SourceForm(source, sources.current(source, viewer.tenant()).type(), directories.of(viewer.tenant()), viewer, new Typed(typed));
    }

    Deadlines deadlines(int tenant) {
        var directory = directories.of(tenant);
        return new Deadlines(calendars.of(tenant, directory.region()), directory.zone());
    }

    /** What may stand on the ledger already; nothing is looked for while the page is not filled in, or what it says was opened before. */
    List<Hit> alike(UUID id, Source source, MultiValueMap<String, String> typed, @Nullable UUID parent, Viewer viewer) {
        var form = form(source, typed, viewer);
        if (there(id, viewer) || !form.complaints(parent).isEmpty()) return List.of();
        return admission.hits(form.opening(id, parent, sources.periods(), deadlines(viewer.tenant())), viewer);
    }

    /**
     * @param typed the fields of the source's page, by their names
     * @param id what the matter will be known by: sent again it opens nothing more
     */
    public Outcome open(UUID id, String type, MultiValueMap<String, String> typed, @Nullable UUID parent, List<Act.Attachment> files, Viewer viewer) {
        return open(id, type, typed, parent, files, List.of(), DuplicateDecision.NONE, viewer);
    }

    /** @param decision what was decided about these hits */
    Outcome open(UUID id, String type, MultiValueMap<String, String> typed, @Nullable UUID parent, List<Act.Attachment> files, List<Hit> hits, DuplicateDecision decision, Viewer viewer) {
        var form = form(sources.named(type).orElseThrow(), typed, viewer);
        if (there(id, viewer)) return new Outcome(new MatterId(viewer.tenant(), id), new Complaints(), null);
        var complaints = form.complaints(parent);
        if (!complaints.isEmpty()) return new Outcome(null, complaints, null);
        var number = form.outerNumber();
        var before = number == null ? Optional.<UUID>empty() : known(viewer.tenant(), type, number);
        if (before.isPresent()) return again(before.get(), viewer);
        var numbered = ledger.number(List.of(Admission.noted(form.opening(id, parent, sources.periods(), deadlines(viewer.tenant())), hits, decision)), viewer);
        try {
            return new Outcome(Objects.requireNonNull(transaction.execute(status -> open(numbered, number, files, decision, viewer))), complaints, null);
        } catch (Refusal.Refused refused) {
            // the other of two clicks was faster
            if (there(id, viewer)) return new Outcome(new MatterId(viewer.tenant(), id), complaints, null);
            throw refused;
        } catch (DuplicateKeyException faster) {
            if (there(id, viewer)) return new Outcome(new MatterId(viewer.tenant(), id), complaints, null);
            return again(known(viewer.tenant(), type, Objects.requireNonNull(number)).orElseThrow(() -> faster), viewer);
        }
    }

    private boolean there(UUID id, Viewer viewer) {
        return matters.rows(List.of(id), viewer).containsKey(id);
    }

    private static Outcome again(UUID before, Viewer viewer) {
        return new Outcome(null, new Complaints().add("title", "supervision.form.once"), new MatterId(viewer.tenant(), before));
    }

    private Optional<UUID> known(int tenant, String type, String number) {
        return sql.select(OUTER_NUMBER.MATTER).from(OUTER_NUMBER).where(OUTER_NUMBER.TENANT.eq(tenant), OUTER_NUMBER.TYPE.eq(type), OUTER_NUMBER.NUMBER.eq(number)).fetchOptional(OUTER_NUMBER.MATTER);
    }

    private MatterId open(List<Ledger.Numbered> numbered, @Nullable String number, List<Act.Attachment> files, DuplicateDecision decision, Viewer viewer) {
        Opening opening = numbered.getFirst().opening();
        var done = ledger.openNumbered(numbered, viewer, null).getFirst();
        if (number != null)
            sql.insertInto(OUTER_NUMBER).set(OUTER_NUMBER.TENANT, viewer.tenant()).set(OUTER_NUMBER.TYPE, opening.type()).set(OUTER_NUMBER.NUMBER, number).set(OUTER_NUMBER.MATTER, opening.id()).set(OUTER_NUMBER.AT, clock.instant()).execute();
        if (!files.isEmpty()) ledger.act(done.id(), Act.of("comment").saying("note", Words.in(Words.CHINESE, "supervision.original")).with(files.toArray(Act.Attachment[]::new)), viewer);
        admission.settle(done.id(), decision, viewer, null);
        return done.id();
    }
}
