package cn.duban.ledger;

import cn.duban.evidence.FileRow;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter with everything that its page shows, in the reader's language.
 *
 * @param above the matters it stands under, as far as this viewer sees them
 * @param remaining how far the nearest end is, in words; null where no clock runs
 * @param clock what the nearest clock is called
 * @param verifiers who must verify it, in words, where those who usually would did the work themselves
 * @param older the number of the entry before which the timeline goes on
 * @param form the act being filled in
 */
public record MatterPage(
        MatterRow row,
        List<Tie> above,
        String body,
        List<Shown> fields,
        String secrecy,
        LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        @Nullable String remaining,
        @Nullable String clock,
        @Nullable String verifiers,
        List<Offer> offers,
        List<Party> parties,
        List<ClockExplained> clocks,
        TimelineKind kind,
        List<TimelineLine> timeline,
        @Nullable Integer older,
        List<Filed> evidence,
        List<MatterRow> children,
        List<Tie> ties,
        @Nullable ActForm form) implements Titled {

    /** A field of the type with its value in words. */
    public record Shown(String label, String value) {}

    /** Another matter: its kind of tie, or empty for one above. @param open whether this viewer may open it; whoever works on a measure is at least told of what */
    public record Tie(String kind, MatterId id, String number, String title, boolean open) {}

    /** A file, the entry it came with, and where else it serves. */
    public record Filed(FileRow file, int entry, List<Tie> elsewhere) {}

    @Override
    public String title() {
        return row.number() + " " + row.title();
    }

    public String href() {
        return "/matters/" + row.id();
    }

    /** What the open act is for, where its name alone does not say so. */
    public @Nullable String hint() {
        var key = form == null ? "" : "ledger.hint." + row.type() + "." + form.action();
        return Words.has(key) ? Words.say(key) : form == null ? null : form.effect();
    }

    public String act(Offer offer) {
        return offer.assignment() == null ? href() + "/actions/" + offer.action() : href() + "/assignments/" + offer.assignment() + "/actions/" + offer.action();
    }

    public List<Offer> offered(Offer.Rank rank) {
        return offers.stream().filter(offer -> offer.rank() == rank).toList();
    }

    MatterPage with(ActForm filled) {
        return new MatterPage(row, above, body, fields, secrecy, receivedOn, dueOn, remaining, clock, verifiers, offers, parties, clocks, kind, timeline, older, evidence, children, ties, filled);
    }
}
