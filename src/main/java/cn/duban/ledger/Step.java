package cn.duban.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter as one of its entries left it; its version is the number of that entry.
 *
 * @param act what was done
 * @param from the state before; null when the matter was opened
 */
public record Step(Matter matter, List<Responsibility> responsibilities, List<Clock> clocks, String act, Instant at, @Nullable String from) {

    public Step {
        responsibilities = List.copyOf(responsibilities);
        clocks = List.copyOf(clocks);
    }
}
