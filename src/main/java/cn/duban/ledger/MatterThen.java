package cn.duban.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A matter as its entries said it at some moment, whatever its rows say today.
 *
 * @param head hash of the last entry counted, 64 hex digits; the version is that entry's number
 * @param said what people wrote, oldest first
 * @param broken number of the first entry whose content, header or place in the chain is not what it was; null in a sound chain
 */
public record MatterThen(
        Matter matter, String head, List<Responsibility> responsibilities, List<Clock> clocks, List<Said> said, @Nullable Integer broken) {

    /**
     * Words that came with an act.
     *
     * @param what {@code note}, {@code reason} or {@code verdict}
     */
    public record Said(String act, Instant at, String what, String text) {}

    public MatterThen {
        responsibilities = List.copyOf(responsibilities);
        clocks = List.copyOf(clocks);
        said = List.copyOf(said);
    }

    public MatterId address() {
        return matter.address();
    }

    public boolean is(String type) {
        return matter.type().equals(type);
    }

    /** The units that bore a role, in the order in which they were named. */
    public List<Integer> units(String role) {
        return responsibilities.stream().filter(r -> r.role().equals(role) && r.current()).map(Responsibility::unit).distinct().toList();
    }

    /** The day by which the work itself was due: the running clock's last day, else the day promised. */
    public @Nullable LocalDate dueDay() {
        return clocks.stream().filter(c -> c.running() && c.budget().equals("due") && c.assignment() == null)
                .map(Clock::lastDay).findFirst().orElse(matter.dueOn());
    }

    /** The latest words of one kind, whatever act they came with. */
    public Optional<Said> last(String what) {
        return said.stream().filter(s -> s.what().equals(what)).reduce((earlier, later) -> later);
    }

    public Optional<Said> last(String what, String act) {
        return said.stream().filter(s -> s.what().equals(what) && s.act().equals(act)).reduce((earlier, later) -> later);
    }
}
