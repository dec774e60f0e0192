package cn.duban.escalation;

import cn.duban.escalation.Document.Appeal;
import cn.duban.escalation.Document.AppealState;
import cn.duban.escalation.Document.State;
import cn.duban.escalation.Powers.Deed;
import cn.duban.ledger.Act;
import cn.duban.ledger.Dossier;
import cn.duban.ledger.Escalating;
import cn.duban.ledger.Escalating.Line;
import cn.duban.ledger.Refusal;
import cn.duban.notices.Kind;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import cn.duban.workdays.Calendars;
import cn.duban.workdays.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with documents, each deed the row and the line in the chain in one transaction; sent again it is refused by where the document stands. */
@Component
class Handling {

    private final Documents documents;
    private final Forms forms;
    private final Numbers numbers;
    private final Escalating escalating;
    private final DocumentNotices notices;
    private final Directories directories;
    private final Calendars calendars;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Handling(Documents documents, Forms forms, Numbers numbers, Escalating escalating, DocumentNotices notices, Directories directories, Calendars calendars, Clock clock, PlatformTransactionManager transactions) {
        this.documents = documents;
        this.forms = forms;
        this.numbers = numbers;
        this.escalating = escalating;
        this.notices = notices;
        this.directories = directories;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param text the reply, the note or the reason @param behalfName who spoke for the unit, where the supervisor enters it */
    record Given(Deed deed, String text, String behalfName, List<Act.Attachment> files) {

        static Given of(Deed deed, String text) {
            return new Given(deed, text, "", List.of());
        }
    }

    Issuing issuing(int tenant) {
        var directory = directories.of(tenant);
        return new Issuing(directory, new Deadlines(calendars.of(tenant, directory.region()), directory.zone()));
    }

    LocalDate today(int tenant) {
        return LocalDate.ofInstant(clock.instant(), directories.of(tenant).zone());
    }

    Powers powers(Document document, Viewer viewer) {
        return Powers.of(document, escalating.of(document.matter(), viewer), escalating, today(viewer.tenant()), viewer);
    }

    /** As it would be issued today, for whoever is to sign it. */
    Document draft(Document ready, Viewer viewer) {
        var today = today(viewer.tenant());
        return issuing(viewer.tenant()).worded(ready, forms.on(today, viewer.tenant(), ready.kind()), escalating.of(ready.matter(), viewer), today);
    }

    /** @throws Refused where it is not theirs to do, or not now; the kernel's refusals are among them */
    void take(UUID id, Given given, Viewer viewer) {
        try {
            transaction.executeWithoutResult(status -> once(id, given, viewer));
        } catch (Refusal.Refused refused) {
            if (!refused.refusal().rule().equals("conflict")) throw refused;
            transaction.executeWithoutResult(status -> once(id, given, viewer));
        }
    }

    private void once(UUID id, Given given, Viewer viewer) {
        var found = documents.find(id, viewer).orElseThrow(NotFound::new);
        var dossier = escalating.hold(found.matter(), viewer);
        var document = documents.held(viewer.tenant(), id).orElseThrow(NotFound::new);
        if (!Powers.of(document, dossier, escalating, today(viewer.tenant()), viewer).may(given.deed()))
            throw Refused.conflict("escalation.not-now", Words.say("escalation.not-now", document.state().label()), Words.say("escalation.not-now.next"));
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        switch (given.deed()) {
            case ISSUE -> issue(document, dossier, now, viewer);
            case DECLINE -> move(document, State.DECLINED, null, given, "decline", dossier, null, false, viewer);
            case REPLY -> move(document, State.REPLIED, document.replyDue(), given, "reply", dossier, Kind.REVIEW, false, viewer);
            case ACCEPT -> move(document, State.ACCEPTED, document.replyDue(), given, "accept", dossier, Kind.CLOSED, true, viewer);
            case RETURN -> move(document, State.ISSUED, issuing(viewer.tenant()).reply(document, today(viewer.tenant())), given, "return", dossier, Kind.RETURNED, true, viewer);
            case APPEAL -> appeal(document, given, dossier, now, viewer);
            case UPHOLD, REJECT -> decide(document, given, dossier, now, viewer);
            case REVOKE -> {
                expect(documents.revoked(document.as(State.REVOKED), document.state(), now, viewer.person()));
                told(document, "revoke", write(document, "revoke", given, dossier, viewer), Kind.CLOSED, true, null, viewer);
            }
        }
    }

    private void issue(Document ready, Dossier dossier, Instant now, Viewer viewer) {
        var issuing = issuing(viewer.tenant());
        var on = issuing.day(now);
        var form = forms.on(on, viewer.tenant(), ready.kind());
        var worded = issuing.worded(ready, form, dossier, on);
        var issued = issuing.issued(worded, form, numbers.take(viewer.tenant(), ready.kind(), on.getYear(), 1), now, viewer.person(), dossier.matter().version() + 1);
        expect(documents.update(issued, State.READY));
        told(issued, "issue", escalating.write(issuing.line(issued, dossier), viewer).entry(), Kind.REMINDED, true, issued.replyDue(), viewer);
    }

    private void move(Document document, State next, @Nullable LocalDate due, Given given, String step, Dossier dossier, @Nullable Kind kind, boolean toUnit, Viewer viewer) {
        var moved = document.as(next).due(due);
        expect(documents.update(moved, document.state()));
        var entry = write(moved, step, given, dossier, viewer);
        if (kind != null) told(moved, step, entry, kind, toUnit, kind == Kind.RETURNED ? due : null, viewer);
    }

    private void appeal(Document document, Given given, Dossier dossier, Instant now, Viewer viewer) {
        var decideBy = issuing(viewer.tenant()).until(document.decision(), today(viewer.tenant()));
        var appealed = document.appealed(new Appeal(AppealState.OPEN, viewer.person(), now, decideBy, null));
        expect(documents.update(appealed, document.state()));
        told(appealed, "appeal", write(appealed, "appeal", given, dossier, viewer), Kind.REVIEW, false, decideBy, viewer);
    }

    private void decide(Document document, Given given, Dossier dossier, Instant now, Viewer viewer) {
        var upheld = given.deed() == Deed.UPHOLD;
        var open = Objects.requireNonNull(document.appealed());
        var decided = document.appealed(new Appeal(upheld ? AppealState.UPHELD : AppealState.REJECTED, open.by(), open.at(), open.decideBy(), now)).as(upheld ? State.REVOKED : document.state());
        expect(documents.decided(decided, document.state(), now, viewer.person()));
        told(decided, given.deed().word(), write(decided, given.deed().word(), given, dossier, viewer), Kind.CLOSED, true, null, viewer);
    }

    /** Replies and notes are what somebody says, everything else is a reason; why something was not issued is none of the unit's. */
    private int write(Document document, String step, Given given, Dossier dossier, Viewer viewer) {
        var says = given.deed() == Deed.REPLY || given.deed() == Deed.ACCEPT;
        var number = document.issued() == null ? "" : " " + document.issued().number();
        var line = Issuing.line(document, step, says ? given.text() : Words.in(Words.CHINESE, "escalation.step." + step) + "：" + Issuing.chinese(document) + number, says ? Map.of() : Map.of(given.deed() == Deed.DECLINE ? "why" : "reason", given.text()), dossier);
        var behalf = given.behalfName().isEmpty() ? null : new Act.Behalf(document.unit(), given.behalfName());
        return escalating.write(new Line(dossier, line.words(), given.files(), behalf), viewer).entry();
    }

    private void told(Document document, String step, int entry, Kind kind, boolean toUnit, @Nullable LocalDate day, Viewer viewer) {
        notices.told(document, step, entry, kind, toUnit, day, viewer);
    }

    private static void expect(boolean written) {
        if (!written) throw Refused.conflict("escalation.moved", Words.say("escalation.moved"), Words.say("escalation.moved.next"));
    }
}
