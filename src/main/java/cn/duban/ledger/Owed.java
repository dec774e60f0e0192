package cn.duban.ledger;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a post owes now: first what lies on its own desk, the nearest end first.
 *
 * @param all the list that goes on, where there is more than these
 */
public record Owed(List<OwedRow> rows, @Nullable MatterQuery all) {

    /** Nobody reads on before these are done; whoever owes more has the list for it. */
    static final int MOST = 100;

    static final Comparator<OwedRow> OWN_FIRST = Comparator.comparing(OwedRow::elsewhere).thenComparing(OwedRow.NEAREST_FIRST);

    boolean more() {
        return all != null;
    }
}
