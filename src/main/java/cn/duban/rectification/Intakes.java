package cn.duban.rectification;

import static cn.duban_db.rectification.Tables.INTAKE;

import cn.duban.crypto.Sm3;
import cn.duban.documents.DocumentText;
import cn.duban.documents.UnreadableDocument;
import cn.duban.ledger.Door;
import cn.duban.ledger.DuplicateBatch;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.rectification.reading.Reader;
import cn.duban.rectification.reading.ReadingJson;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Documents on their way into the ledger. A supervisor sees those of the own unit and its sub-units. */
@Component
public class Intakes {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Field<String> KIND = DSL.jsonbGetAttributeAsText(INTAKE.READING, "kind").as("kind");
    private static final List<SelectField<?>> COLUMNS = List.of(INTAKE.TENANT, INTAKE.ID, INTAKE.NAME, KIND, INTAKE.LINES, INTAKE.DRAFT, INTAKE.STATE,
            INTAKE.VERSION, INTAKE.ROUND, INTAKE.ENTERED_BY, INTAKE.ENTERED_AT);

    private final DSLContext sql;
    private final Directories directories;
    private final Adoption adoption;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<PlanTargets> targets;

    Intakes(DSLContext sql, Directories directories, Adoption adoption, Clock clock, PlatformTransactionManager transactions, ObjectProvider<PlanTargets> targets) {
        this.targets = targets;
        this.sql = sql;
        this.directories = directories;
        this.adoption = adoption;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws Refused when the file cannot be read, or holds neither a bulletin nor a plan; nothing is kept then */
    public UUID read(Viewer viewer, String name, byte[] file) {
        viewer.require(Duty.SUPERVISE);
        try {
            var document = DocumentText.read(file, name);
            var reading = Reader.read(document);
            var draft = IntakeDraft.of(reading, directories.of(viewer.tenant()));
            var id = Ledger.newId();
            sql.insertInto(INTAKE)
                    .set(INTAKE.TENANT, viewer.tenant()).set(INTAKE.ID, id).set(INTAKE.NAME, Door.masked(name)).set(INTAKE.DIGEST, Sm3.digest(file))
                    .set(INTAKE.LINES, document.lines().stream().map(Door::masked).toArray(String[]::new))
                    .set(INTAKE.READING, JSONB.valueOf(Door.masked(ReadingJson.of(reading)))).set(INTAKE.DRAFT, json(draft))
                    .set(INTAKE.STATE, "draft").set(INTAKE.VERSION, 1).set(INTAKE.UNIT, viewer.unit())
                    .set(INTAKE.ENTERED_BY, viewer.person()).set(INTAKE.ENTERED_AT, clock.instant()).execute();
            return id;
        } catch (UnreadableDocument e) {
            throw Refused.invalid("rectification.unreadable", e.said(Words.english()), Words.say("rectification.intake.unreadable.next"));
        }
    }

    public Optional<Intake> find(UUID id, Viewer viewer) {
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.ID.eq(id)).and(seen(viewer)).fetchOptional(this::intake);
    }

    public List<Intake> list(Viewer viewer) {
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.STATE.ne("discarded")).and(seen(viewer)).orderBy(INTAKE.ENTERED_AT.desc()).limit(200).fetch(this::intake);
    }

    /** The document that a round was read from. */
    Optional<Intake> of(MatterId round, Viewer viewer) {
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.ROUND.eq(round.id())).and(seen(viewer)).fetchOptional(this::intake);
    }

    /** Other documents with the very same content that were handed in before. */
    public List<Intake> sameDocument(Intake intake, Viewer viewer) {
        var digest = sql.select(INTAKE.DIGEST).from(INTAKE).where(INTAKE.TENANT.eq(intake.tenant()), INTAKE.ID.eq(intake.id()));
        return sql.select(COLUMNS).from(INTAKE).where(INTAKE.DIGEST.eq(digest), INTAKE.ID.ne(intake.id()), INTAKE.STATE.ne("discarded")).and(seen(viewer)).fetch(this::intake);
    }

    /** Saves a correction; refused when somebody else corrected it meanwhile. */
    @Transactional
    public void correct(UUID id, int seenVersion, Viewer viewer, UnaryOperator<IntakeDraft> correction) {
        viewer.require(Duty.SUPERVISE);
        var intake = find(id, viewer).orElseThrow(NotFound::new);
        var saved = sql.update(INTAKE).set(INTAKE.DRAFT, json(correction.apply(intake.draft()))).set(INTAKE.VERSION, seenVersion + 1)
                .where(INTAKE.TENANT.eq(viewer.tenant()), INTAKE.ID.eq(id), INTAKE.VERSION.eq(seenVersion), INTAKE.STATE.eq("draft")).execute();
        if (saved == 0) throw Refused.conflict("rectification.intake.changed", Words.say("rectification.intake.changed"), Words.say("rectification.intake.changed.next"));
    }

    /** Opens the round with its findings and measures, all or nothing, and closes the intake. */
    public UUID adopt(UUID id, int seenVersion, Viewer viewer) {
        return adopt(id, seenVersion, new DuplicateBatch(List.of(), Map.of(), "", new Complaints()), viewer);
    }

    /** What of the measures may stand on the ledger already. */
    DuplicateBatch duplicates(UUID id, Map<String, String> typed, Viewer viewer) {
        return adoption.duplicates(find(id, viewer).filter(Intake::open).orElseThrow(NotFound::new), typed, viewer);
    }

    UUID adopt(UUID id, int seenVersion, DuplicateBatch duplicates, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var intake = find(id, viewer).filter(Intake::open).orElseThrow(NotFound::new);
        var prepared = adoption.prepare(intake, duplicates, viewer);
        return Objects.requireNonNull(transaction.execute(status -> adopt(id, seenVersion, prepared, duplicates, viewer)));
    }

    private UUID adopt(UUID id, int seenVersion, List<Ledger.Numbered> prepared, DuplicateBatch duplicates, Viewer viewer) {
        var round = adoption.open(prepared, duplicates, viewer);
        promised(id, prepared, viewer);
        var closed = sql.update(INTAKE).set(INTAKE.STATE, "adopted").set(INTAKE.ROUND, round).set(INTAKE.VERSION, seenVersion + 1)
                .set(INTAKE.ADOPTED_BY, viewer.person()).set(INTAKE.ADOPTED_AT, clock.instant())
                .where(INTAKE.TENANT.eq(viewer.tenant()), INTAKE.ID.eq(id), INTAKE.VERSION.eq(seenVersion), INTAKE.STATE.eq("draft")).execute();
        if (closed == 0) throw Refused.conflict("rectification.intake.changed", Words.say("rectification.intake.changed"), Words.say("rectification.intake.changed.next"));
        return round;
    }

    private void promised(UUID id, List<Ledger.Numbered> prepared, Viewer viewer) {
        var reading = sql.select(INTAKE.READING).from(INTAKE).where(INTAKE.TENANT.eq(viewer.tenant()), INTAKE.ID.eq(id)).fetchSingle(INTAKE.READING);
        var intake = find(id, viewer).orElseThrow(NotFound::new);
        var promised = new PromisedNumbers(intake.kind(), intake.draft(), JSON.readTree(reading.data())).among(prepared, viewer.tenant());
        if (!promised.isEmpty()) targets.forEach(room -> room.adopted(promised, viewer));
    }

    @Transactional
    public void discard(UUID id, int seenVersion, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var discarded = sql.update(INTAKE).set(INTAKE.STATE, "discarded").set(INTAKE.VERSION, seenVersion + 1)
                .where(INTAKE.ID.eq(id), INTAKE.VERSION.eq(seenVersion), INTAKE.STATE.eq("draft")).and(seen(viewer)).execute();
        if (discarded == 0) throw Refused.conflict("rectification.intake.changed", Words.say("rectification.intake.changed"), Words.say("rectification.intake.changed.next"));
    }

    private Condition seen(Viewer viewer) {
        return INTAKE.TENANT.eq(viewer.tenant()).and(viewer.has(Duty.SUPERVISE) ? INTAKE.UNIT.in(directories.of(viewer.tenant()).below(viewer.unit())) : DSL.falseCondition());
    }

    private Intake intake(Record row) {
        return new Intake(row.get(INTAKE.TENANT), row.get(INTAKE.ID), row.get(INTAKE.NAME), RoundKind.read(row.get(KIND)), Arrays.asList(row.get(INTAKE.LINES)),
                JSON.readValue(row.get(INTAKE.DRAFT).data(), IntakeDraft.class), row.get(INTAKE.STATE), row.get(INTAKE.VERSION), row.get(INTAKE.ROUND),
                row.get(INTAKE.ENTERED_BY), row.get(INTAKE.ENTERED_AT));
    }

    private static JSONB json(IntakeDraft draft) {
        return JSONB.valueOf(JSON.writeValueAsString(draft));
    }
}
