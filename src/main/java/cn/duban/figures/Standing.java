package cn.duban.figures;

import cn.duban.ledger.Circle;
import cn.duban.ledger.Clock;
import cn.duban.ledger.Responsibility;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Step;
import cn.duban.ledger.type.Phase;
import cn.duban.workdays.Rhythm;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a matter stands for whoever counts, since one of its entries. Pure: the same steps give the same standings.
 *
 * @param no the entry that began it
 * @param seen the latest entry looked at; between the two nothing changed that is counted
 * @param turn what that entry was for whoever counts; null where it was only a change
 * @param onTime of a settled matter whether the work was done by its day; null where it had none
 * @param fromSince since when it had stood in the state before
 * @param source where it came from: the type's own field {@code source}, else {@code document} or {@code entered}
 * @param lateAt the nearest end of its running clocks, those of reports apart
 */
record Standing(int tenant, UUID matter, int no, int seen, Instant beganAt, String act, @Nullable Turn turn, @Nullable Boolean onTime,
        @Nullable String fromState, @Nullable Instant fromSince, Counted counted, Instant stateSince, Audience audience) {

    private static final Set<String> RHYTHMS = Arrays.stream(Rhythm.values()).map(Rhythm::toString).collect(Collectors.toSet());

    /** Acts that only continue what an earlier one interrupted. */
    private static final Set<String> CONTINUING = Set.of("resume", "unmerge");

    /** What a change of begins a new stretch. */
    record Counted(String ledger, String type, String source, String state, Phase phase, @Nullable String owes, String secrecy,
            @Nullable Integer unit, @Nullable Integer leader, @Nullable Instant lateAt) {

        boolean unfinished() {
            return phase == Phase.DRAFT || phase == Phase.OPEN;
        }
    }

    /** By whom the matter may be seen. */
    record Audience(List<Integer> supervisors, List<Integer> bearers, List<Integer> posts) {

        static Audience of(List<Responsibility> all) {
            return new Audience(units(all, r -> r.role().equals("supervisor")), units(all, r -> !r.role().equals("supervisor")),
                    all.stream().filter(Responsibility::current).map(Responsibility::post).filter(Objects::nonNull).distinct().sorted().toList());
        }

        private static List<Integer> units(List<Responsibility> all, Predicate<Responsibility> which) {
            return all.stream().filter(which).map(Responsibility::unit).distinct().sorted().toList();
        }
    }

    /** @param before how it stood until then; null when it was opened */
    static Standing after(@Nullable Standing before, Step step) {
        var matter = step.matter();
        var counted = counted(step);
        var audience = Audience.of(step.responsibilities());
        if (before != null && before.counted.equals(counted))
            return new Standing(before.tenant, before.matter, before.no, matter.version(), before.beganAt, before.act, before.turn, before.onTime, before.fromState, before.fromSince, counted, before.stateSince, audience);
        var turn = before == null ? Turn.OPENED : turn(before.counted, counted, step.act());
        var moved = before == null || !before.counted.state.equals(counted.state) || before.counted.phase != counted.phase;
        return new Standing(matter.tenant(), matter.id(), matter.version(), matter.version(), step.at(), step.act(), turn, turn == Turn.SETTLED ? onTime(step.clocks(), step.at()) : null,
                before == null || !moved ? null : before.counted.state, before == null || !moved ? null : before.stateSince, counted, moved ? step.at() : before.stateSince, audience);
    }

    /** @param ended null while it runs */
    Stretch until(@Nullable Instant ended) {
        return new Stretch(beganAt, ended, turn, onTime, fromState, fromSince, counted.ledger, counted.type, counted.source, counted.state, counted.phase, counted.unit, counted.leader, counted.lateAt);
    }

    Circle circle() {
        return new Circle(counted.phase == Phase.DRAFT, Secrecy.valueOf(counted.secrecy.toUpperCase(Locale.ROOT)), audience.supervisors);
    }

    private static Counted counted(Step step) {
        var matter = step.matter();
        var source = matter.fields().get("source");
        return new Counted(matter.ledger(), matter.type(), source != null && !source.isBlank() ? source : matter.imported() ? "document" : "entered", matter.state(), matter.phase(), matter.owes(),
                matter.secrecy().name().toLowerCase(Locale.ROOT), borne(step, "lead", Responsibility::unit), borne(step, "leader", Responsibility::post),
                step.clocks().stream().filter(c -> c.running() && !RHYTHMS.contains(c.budget())).map(Clock::dueAt).min(Comparator.naturalOrder()).orElse(null));
    }

    private static @Nullable Integer borne(Step step, String role, java.util.function.Function<Responsibility, @Nullable Integer> what) {
        return step.responsibilities().stream().filter(r -> r.role().equals(role) && r.current()).map(what).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Turn turn(Counted was, Counted is, String act) {
        if (was.unfinished() && (is.phase == Phase.SETTLED || is.phase == Phase.ENDED)) return Turn.SETTLED;
        if ((was.phase == Phase.SETTLED || was.phase == Phase.ENDED) && is.unfinished()) return Turn.REOPENED;
        var back = was.phase == Phase.OPEN && is.phase == Phase.OPEN && Objects.equals(was.owes, "supervisor") && is.owes != null && !is.owes.equals("supervisor");
        return back && !CONTINUING.contains(act) ? Turn.RETURNED : null;
    }

    /** By the day that was promised, whenever it was verified; where none was, by every budget that ran. */
    private static @Nullable Boolean onTime(List<Clock> clocks, Instant now) {
        var own = clocks.stream().filter(c -> c.assignment() == null && !RHYTHMS.contains(c.budget()) && c.startedAt().isBefore(now)).toList();
        var promised = own.stream().filter(c -> c.budget().equals("due")).reduce((earlier, later) -> later);
        if (promised.isPresent()) return !promised.get().breachedAt(now);
        return own.isEmpty() ? null : own.stream().noneMatch(c -> c.breachedAt(now));
    }
}
