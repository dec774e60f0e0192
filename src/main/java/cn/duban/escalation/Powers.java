package cn.duban.escalation;

import cn.duban.escalation.Document.AppealState;
import cn.duban.escalation.Document.State;
import cn.duban.ledger.Dossier;
import cn.duban.ledger.Escalating;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a person may do with a document now; the page offers it and the door asks it again. */
final class Powers {

    /** One thing that is done to a document. */
    enum Deed {
        ISSUE, DECLINE, REPLY, ACCEPT, RETURN, APPEAL, UPHOLD, REJECT, REVOKE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Deed> of(String word) {
            return Stream.of(values()).filter(deed -> deed.word().equals(word)).findFirst();
        }

        /** Whether words must come with it; to accept, a note may. */
        boolean needsWords() {
            return this != ISSUE && this != ACCEPT;
        }
    }

    private final Set<Deed> may = EnumSet.noneOf(Deed.class);
    private final boolean own;

    private Powers(boolean own) {
        this.own = own;
    }

    static Powers of(Document document, Dossier dossier, Escalating escalating, LocalDate today, Viewer viewer) {
        var named = document.toPost() != null && document.toPost() == viewer.post();
        var powers = new Powers(named || escalating.worksFor(document.unit(), dossier, viewer));
        var supervises = escalating.supervises(dossier, viewer);
        var state = document.state();
        powers.add(supervises && state == State.READY && Escalating.awake(dossier), Deed.ISSUE);
        powers.add(supervises && state == State.READY, Deed.DECLINE);
        powers.add((powers.own || supervises) && state == State.ISSUED && document.replyDue() != null, Deed.REPLY);
        powers.add(supervises && state == State.REPLIED, Deed.ACCEPT, Deed.RETURN);
        powers.add(supervises && document.stands(), Deed.REVOKE);
        var issued = document.issued();
        var appeal = document.appealed();
        powers.add(powers.own && document.stands() && appeal == null && issued != null && !today.isAfter(issued.appealUntil()), Deed.APPEAL);
        powers.add(document.stands() && appeal != null && appeal.state() == AppealState.OPEN && issued != null && escalating.decides(dossier, viewer) && viewer.person() != issued.by() && viewer.person() != appeal.by(), Deed.UPHOLD, Deed.REJECT);
        return powers;
    }

    private void add(boolean holds, Deed... deeds) {
        if (holds) may.addAll(Set.of(deeds));
    }

    boolean may(Deed deed) {
        return may.contains(deed);
    }

    /** Whether they work for the unit, and so reply in its own name. */
    boolean own() {
        return own;
    }

    Set<String> words() {
        return may.stream().map(Deed::word).collect(java.util.stream.Collectors.toSet());
    }
}
