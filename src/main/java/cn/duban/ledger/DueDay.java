package cn.duban.ledger;

import java.time.LocalDate;

/**
 * How many matters end on one day.
 *
 * @param all exact up to {@link #COUNTED}
 * @param red of those counted, and so the others
 */
public record DueDay(LocalDate day, int all, int red, int yellow, int blue) {

    /** Counting a day stops here, so that a month costs no more than its days. */
    public static final int COUNTED = 200;

    /** Together with what ends on the same day in another ledger. */
    DueDay and(DueDay other) {
        return new DueDay(day, all + other.all, red + other.red, yellow + other.yellow, blue + other.blue);
    }

    public boolean more() {
        return all > COUNTED;
    }

    public String counted() {
        return more() ? COUNTED + "+" : String.valueOf(all);
    }

    public int of(Lamp lamp) {
        return switch (lamp) {
            case RED -> red;
            case YELLOW -> yellow;
            case BLUE -> blue;
        };
    }
}
