package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static cn.duban_db.ledger.Tables.ESCALATION_ROW;
import static cn.duban_db.ledger.Tables.MATTER_ROW;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import cn.duban.escalation.Document.Appeal;
import cn.duban.escalation.Document.AppealState;
import cn.duban.escalation.Document.Issued;
import cn.duban.escalation.Document.Run;
import cn.duban.escalation.Document.State;
import cn.duban.escalation.Step.Colour;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Sight;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban_db.escalation.tables.records.DocumentRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of documents, and who sees them: whoever sees the matter; what is not issued only those who supervise it. */
@Component
class Documents {

    private final DSLContext sql;
    private final Sight sight;
    private final Directories directories;

    Documents(DSLContext sql, Sight sight, Directories directories) {
        this.sql = sql;
        this.sight = sight;
        this.directories = directories;
    }

    void insert(List<Document> made) {
        if (!made.isEmpty()) sql.insertInto(DOCUMENT).set(made.stream().map(Documents::row).toList()).execute();
    }

    /** Written as it is now, if it still stands where it was found. @return false where somebody was faster */
    boolean update(Document now, State was) {
        return sql.update(DOCUMENT).set(row(now)).where(DOCUMENT.TENANT.eq(now.tenant()), DOCUMENT.ID.eq(now.id()), DOCUMENT.STATE.eq(was.word())).execute() == 1;
    }

    /** The same, with who decided the appeal against it. */
    boolean decided(Document now, State was, Instant at, int person) {
        var set = sql.update(DOCUMENT).set(row(now)).set(DOCUMENT.DECIDED_BY, person);
        return (now.state() == State.REVOKED ? set.set(DOCUMENT.REVOKED_AT, at).set(DOCUMENT.REVOKED_BY, person) : set)
                .where(DOCUMENT.TENANT.eq(now.tenant()), DOCUMENT.ID.eq(now.id()), DOCUMENT.STATE.eq(was.word())).execute() == 1;
    }

    boolean revoked(Document now, State was, Instant at, int person) {
        return sql.update(DOCUMENT).set(row(now)).set(DOCUMENT.REVOKED_AT, at).set(DOCUMENT.REVOKED_BY, person)
                .where(DOCUMENT.TENANT.eq(now.tenant()), DOCUMENT.ID.eq(now.id()), DOCUMENT.STATE.eq(was.word())).execute() == 1;
    }

    Optional<Document> find(UUID id, Viewer viewer) {
        return sql.selectFrom(DOCUMENT).where(DOCUMENT.ID.eq(id), seen(viewer)).fetchOptional(Documents::read);
    }

    /** The same, held until the transaction ends. */
    Optional<Document> held(int tenant, UUID id) {
        return sql.selectFrom(DOCUMENT).where(DOCUMENT.TENANT.eq(tenant), DOCUMENT.ID.eq(id)).forUpdate().fetchOptional(Documents::read);
    }

    List<Document> of(MatterId matter, Viewer viewer) {
        return sql.selectFrom(DOCUMENT).where(DOCUMENT.MATTER.eq(matter.id()), seen(viewer)).orderBy(DOCUMENT.MADE_AT, DOCUMENT.STEP).fetch(Documents::read);
    }

    /** The document that a line of the chain is about. */
    Optional<UUID> at(MatterId matter, int entry, Viewer viewer) {
        var e = ESCALATION_ROW;
        return sql.select(DOCUMENT.ID).from(e).join(DOCUMENT).on(DOCUMENT.TENANT.eq(e.TENANT), DOCUMENT.ID.eq(e.DOCUMENT.cast(UUID.class)))
                .where(e.TENANT.eq(matter.tenant()), e.MATTER.eq(matter.id()), e.NO.eq(entry), seen(viewer)).fetchOptional(DOCUMENT.ID);
    }

    List<Document> list(Condition which, int most, Viewer viewer) {
        return sql.selectFrom(DOCUMENT).where(seen(viewer), which).orderBy(DOCUMENT.MADE_AT.desc(), DOCUMENT.ID.desc()).limit(most).fetch(Documents::read);
    }

    int count(Condition which, int most, Viewer viewer) {
        return sql.fetchCount(sql.selectOne().from(DOCUMENT).where(seen(viewer), which).limit(most));
    }

    List<DocumentPage.Said> said(Document document) {
        var e = ESCALATION_ROW;
        return sql.select(e.NO, e.AT, e.PERSON, e.PERSON_NAME, e.UNIT_NAME, e.POST_NAME, e.BEHALF_NAME, e.STEP, e.NOTE, e.REASON).from(e)
                .where(e.TENANT.eq(document.tenant()), e.MATTER.eq(document.matter().id()), e.DOCUMENT.eq(document.id().toString())).orderBy(e.NO)
                .fetch(r -> new DocumentPage.Said(r.value1(), r.value2(), r.value3(), r.value3() == 0 ? "" : r.value5() + " " + r.value6() + " " + r.value4(), r.value7(), r.value8(), r.value9(), r.value10()));
    }

    /** An appeal that somebody is to decide; where the document was revoked meanwhile nothing is left to decide. */
    static Condition appealed() {
        return DOCUMENT.APPEAL_STATE.eq(inline("open")).and(DOCUMENT.STATE.ne(inline(State.REVOKED.word())));
    }

    /** Part of every {@code where}: the ledger's own sight of the matter, and for what is not issued the supervising side. */
    Condition seen(Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        Condition issued = DOCUMENT.STATE.notIn(inline(State.READY.word()), inline(State.DECLINED.word()));
        var supervising = viewer.has(Duty.SUPERVISE) ? issued.or(DOCUMENT.SUPERVISOR.eq(any(around(viewer, directory).toArray(Integer[]::new)))) : issued;
        return DOCUMENT.TENANT.eq(viewer.tenant()).and(supervising).and(exists(selectOne().from(MATTER_ROW)
                .where(MATTER_ROW.TENANT.eq(DOCUMENT.TENANT), MATTER_ROW.ID.eq(DOCUMENT.MATTER), sight.of(viewer, directory, new Sight.Columns(MATTER_ROW.TENANT, MATTER_ROW.ID, MATTER_ROW.PHASE, MATTER_ROW.SECRECY)))));
    }

    static Collection<Integer> around(Viewer viewer, Directory directory) {
        var units = new LinkedHashSet<>(directory.below(viewer.unit()));
        // everybody stands under the government: what it supervises itself is its own
        directory.lineage(viewer.unit()).stream().filter(unit -> directory.unit(unit).filter(one -> one.kind() == Unit.Kind.GOVERNMENT || one.kind() == Unit.Kind.DISTRICT).isEmpty()).forEach(units::add);
        return units;
    }

    static DocumentRecord row(Document d) {
        var row = new DocumentRecord();
        row.setTenant(d.tenant());
        row.setId(d.id());
        row.setMatter(d.matter().id());
        row.setClock(d.run().clock());
        row.setRunOn(d.run().on());
        row.setStep(d.step());
        row.setLadder(d.ladder());
        row.setClockZh(d.clock().zh());
        row.setClockEn(d.clock().en());
        row.setLastDay(d.lastDay());
        row.setKind(d.kind().word());
        row.setColour(d.colour() == null ? null : d.colour().word());
        row.setName(d.name());
        row.setState(d.state().word());
        row.setUnit(d.unit());
        row.setToUnit(d.toUnit());
        row.setToPost(d.toPost());
        row.setSupervisor(d.supervisor());
        row.setReachedAt(d.reachedAt());
        row.setMadeAt(d.madeAt());
        row.setSignBy(d.signBy());
        row.setReplyDays(d.replyDays());
        row.setReplyDue(d.replyDue());
        row.setPoints(d.points());
        row.setBasis(d.basis());
        row.setParticipants(d.participants());
        row.setAppeal(d.appeal());
        row.setDecision(d.decision());
        row.setTitle(d.title());
        row.setBody(d.body());
        var issued = d.issued();
        row.setYear(issued == null ? null : issued.year());
        row.setNo(issued == null ? null : issued.no());
        row.setNumber(issued == null ? null : issued.number());
        row.setDigest(issued == null ? null : issued.digest());
        row.setIssuedAt(issued == null ? null : issued.at());
        row.setIssuedOn(issued == null ? null : issued.on());
        row.setIssuedBy(issued == null ? null : issued.by());
        row.setEntry(issued == null ? null : issued.entry());
        row.setAppealUntil(issued == null ? null : issued.appealUntil());
        var appeal = d.appealed();
        row.setAppealState(appeal == null ? null : appeal.state().name().toLowerCase(java.util.Locale.ROOT));
        row.setAppealedBy(appeal == null ? null : appeal.by());
        row.setAppealedAt(appeal == null ? null : appeal.at());
        row.setDecideBy(appeal == null ? null : appeal.decideBy());
        row.setDecidedAt(appeal == null ? null : appeal.decidedAt());
        return row;
    }

    static State state(String word) {
        return State.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    static Document read(DocumentRecord r) {
        var issued = r.getNumber() == null ? null : new Issued(r.getYear(), r.getNo(), r.getNumber(), r.getDigest(), r.getIssuedAt(), r.getIssuedOn(), r.getIssuedBy(), r.getEntry(), r.getAppealUntil());
        var appeal = r.getAppealState() == null ? null : new Appeal(AppealState.valueOf(r.getAppealState().toUpperCase(java.util.Locale.ROOT)), r.getAppealedBy(), r.getAppealedAt(), r.getDecideBy(), r.getDecidedAt());
        return new Document(new MatterId(r.getTenant(), r.getMatter()), r.getId(), new Run(r.getClock(), r.getRunOn()), r.getStep(), r.getLadder(), new Label(r.getClockZh(), r.getClockEn()), r.getLastDay(), Kind.of(r.getKind()).orElseThrow(),
                Shipped.named(Colour.class, r.getColour() == null ? "" : r.getColour()), r.getName(), state(r.getState()), r.getUnit(), r.getToUnit(), r.getToPost(), r.getSupervisor(), r.getReachedAt(), r.getMadeAt(),
                r.getSignBy(), r.getReplyDays(), r.getReplyDue(), r.getPoints(), r.getBasis(), r.getParticipants(), r.getAppeal(), r.getDecision(), r.getTitle(), r.getBody(), issued, appeal);
    }

    /** The list narrowed to what stands after a place. */
    static Condition after(@Nullable Instant madeAt, @Nullable UUID id) {
        return madeAt == null || id == null ? noCondition() : org.jooq.impl.DSL.row(DOCUMENT.MADE_AT, DOCUMENT.ID).lt(madeAt, id);
    }
}
