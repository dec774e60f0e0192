package cn.duban.ledger;

import java.util.List;

/**
 * What a post owes now, the nearest end first.
 *
 * @param more whether there is more than these
 */
public record Owed(List<OwedRow> rows, boolean more) {

    /** Nobody reads on before these are done; whoever owes more has the list for it. */
    static final int MOST = 100;
}
