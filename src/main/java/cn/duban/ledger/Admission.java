package cn.duban.ledger;

import cn.duban.ledger.DuplicateDecision.Kind;
import cn.duban.ledger.Duplicates.Hit;
import cn.duban.ledger.Duplicates.Intended;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The doors' own way in: what is about to be opened is held against what stands there, a person decides where something may be the same,
 * and the matter is opened with that decision in its first entry, linked or merged in the same transaction.
 *
 * <p>A door asks {@link #hits}, renders a {@link DuplicateQuestion} where there are any, reads it back with {@link
 * DuplicateQuestion#decided}, and opens with {@link #open}. No hits, no question.
 */
@Component
public class Admission {

    private final Ledger ledger;
    private final ObjectProvider<Duplicates> duplicates;
    private final TransactionTemplate transaction;

    Admission(Ledger ledger, ObjectProvider<Duplicates> duplicates, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.duplicates = duplicates;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was opened under the same key before is no duplicate of itself. */
    public List<Hit> hits(Opening opening, Viewer viewer) {
        return hits(List.of(opening), viewer).getFirst().stream().filter(hit -> !hit.row().id().id().equals(opening.id())).toList();
    }

    /** For each opening what may be the same, the likeliest first. */
    public List<List<Hit>> hits(List<Opening> openings, Viewer viewer) {
        return ofTexts(openings.stream().map(Intended::of).toList(), viewer);
    }

    /** Whether no hits mean that nothing is alike, and not only that nothing could be compared. */
    public boolean able() {
        return duplicates.stream().allMatch(Duplicates::able);
    }

    public List<List<Hit>> ofTexts(List<Intended> intended, Viewer viewer) {
        var hits = new ArrayList<List<Hit>>();
        for (var one : intended) hits.add(new ArrayList<>());
        duplicates.orderedStream().forEach(room -> {
            var found = room.of(intended, viewer);
            for (int i = 0; i < found.size(); i++) hits.get(i).addAll(found.get(i));
        });
        return hits.stream().map(List::copyOf).toList();
    }

    /** The opening with what was decided in its note. */
    public static Opening noted(Opening opening, List<Hit> hits, DuplicateDecision decision) {
        if (decision.equals(DuplicateDecision.NONE)) return opening;
        var note = opening.note() == null || opening.note().isBlank() ? decision.noted(hits) : opening.note() + "\n" + decision.noted(hits);
        return new Opening(opening.id(), opening.ledger(), opening.type(), opening.title(), opening.body(), opening.fields(), opening.roles(), opening.due(), opening.receivedOn(), opening.parent(), opening.position(),
                opening.secrecy(), opening.imported(), note, opening.derivedFrom());
    }

    /** Opens it and does what was decided, both or nothing. */
    public Ledger.Done open(Opening opening, List<Hit> hits, DuplicateDecision decision, Viewer viewer, @Nullable String key) {
        if (decision.kind() == Kind.LEAVE) throw new IllegalArgumentException("What is left out is not opened.");
        var noted = noted(opening, hits, decision);
        if (decision.other() == null) return ledger.open(noted, viewer, key);
        var before = key == null ? Optional.<Ledger.Done>empty() : ledger.opened(noted, viewer, key);
        return before.orElseGet(() -> together(noted, decision, viewer, key));
    }

    /** Where the same request came a moment before, it waits for it and gives its answer: in its own transaction nothing could be asked any more. */
    Ledger.Done together(Opening noted, DuplicateDecision decision, Viewer viewer, @Nullable String key) {
        var numbered = ledger.number(List.of(noted), viewer);
        try {
            return together(numbered, decision, viewer, key);
        } catch (DuplicateKeyException | Refusal.Refused faster) {
            if (key == null) throw faster;
            return ledger.opened(noted, viewer, key).orElseThrow(() -> faster);
        }
    }

    private Ledger.Done together(List<Ledger.Numbered> numbered, DuplicateDecision decision, Viewer viewer, @Nullable String key) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var done = ledger.openNumbered(numbered, viewer, key).getFirst();
            return Objects.requireNonNullElse(settle(done.id(), decision, viewer, key), done);
        }));
    }

    /** Links or merges what was just opened, in the caller's transaction; null where nothing was to be done. */
    public Ledger.@Nullable Done settle(MatterId opened, DuplicateDecision decision, Viewer viewer, @Nullable String key) {
        if (decision.other() == null) return null;
        var reason = decision.reason().isBlank() ? Words.in(Words.CHINESE, "ledger.duplicates.reason") : decision.reason();
        var act = Act.of(decision.kind() == Kind.MERGE ? "merge" : "link").other(decision.other()).saying("reason", reason);
        return ledger.act(opened, act, viewer, key == null ? null : key + "/duplicate");
    }
}
