package cn.duban.ledger;

import cn.duban.ledger.type.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything an act on a matter is decided on, loaded in one query: the matter, its rows, and what gates and the bars of
 * {@code except} ask of children and deeds.
 *
 * @param children every child with its state
 * @param deeds who acted here or in a child, for which unit
 * @param merged what is merged into this matter
 * @param parentPhase the parent's phase; null without a parent
 */
public record Dossier(
        Matter matter,
        List<Responsibility> responsibilities,
        List<Assignment> assignments,
        List<Clock> clocks,
        List<ClockEntry> journal,
        List<Relation> relations,
        List<AttachedEvidence> evidence,
        List<Child> children,
        List<Deed> deeds,
        List<Share> childShares,
        List<Merged> merged,
        @Nullable Phase parentPhase) {

    public record Child(UUID id, String number, String title, Phase phase, boolean below) {}

    /**
     * An act done by a person for a unit, here or in a child; {@code unit} is the one acted for where it was entered on behalf.
     *
     * @param no the entry, of an act on this very matter
     * @param remindedAt when, of a reminder
     */
    public record Deed(int no, String act, int person, int post, int unit, boolean own, @Nullable Instant remindedAt) {}

    /** A role borne in a child, for the bars of {@code except}. */
    public record Share(String role, int unit) {}

    /** A matter merged into this one counts for its own parent as done as this one is. */
    public record Merged(String number, @Nullable UUID parent, @Nullable Phase parentPhase) {}

    public Stream<Responsibility> bearing(String role) {
        return responsibilities.stream().filter(r -> r.role().equals(role) && r.current());
    }

    public Optional<Assignment> assignment(int no) {
        return assignments.stream().filter(a -> a.no() == no).findFirst();
    }

    /** The live assignment of the lead unit, which moves with the matter. */
    public Optional<Assignment> leadAssignment() {
        return assignments.stream().filter(a -> a.role().equals("lead") && a.live()).findFirst();
    }

    public List<Child> unsettledChildren() {
        return children.stream().filter(c -> !c.phase().done()).toList();
    }

    /** How often it was done to this very matter. */
    public int timesDone(String act) {
        return (int) deeds.stream().filter(d -> d.own() && d.act().equals(act)).count();
    }

    /** The same since the matter came last into a state from which it is done. @param into the acts that lead into one */
    public int timesDoneSince(String act, Set<String> into) {
        var since = deeds.stream().filter(d -> d.own() && into.contains(d.act())).mapToInt(Deed::no).max().orElse(0);
        return (int) deeds.stream().filter(d -> d.own() && d.act().equals(act) && d.no() > since).count();
    }

    /** The moment after which the next act must lie. */
    Instant latest() {
        return Stream.of(
                        Stream.of(matter.openedAt(), matter.settledAt()),
                        responsibilities.stream().flatMap(r -> Stream.of(r.since(), r.until())),
                        relations.stream().flatMap(r -> Stream.of(r.since(), r.until())),
                        assignments.stream().flatMap(a -> Stream.of(a.givenAt(), a.receivedAt(), a.answeredAt())),
                        journal.stream().map(ClockEntry::at))
                .flatMap(moments -> moments).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The day by which the work itself is due: the running clock's last day, else the day promised. */
    public @Nullable LocalDate dueDay() {
        return clocks.stream().filter(c -> c.running() && c.budget().equals("due") && c.assignment() == null)
                .map(Clock::lastDay).findFirst().orElse(matter.dueOn());
    }
}
