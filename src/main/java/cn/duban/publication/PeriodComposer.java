package cn.duban.publication;

import cn.duban.ledger.MatterThen;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper of a period that a room lays out itself, such as the media column of the hotline. What it says must be a function of what it is given and of rows that never
 * change, named by {@code ref}, which is how a bulletin is proved years later.
 */
public interface PeriodComposer {

    /** Word of this kind of paper, of letters alone. */
    String kind();

    /** What the paper is called in lists. */
    String called();

    /**
     * @param ref which versions of the room's rows it is laid out of, of letters, digits and full stops
     * @param from and {@code to} the first and last day of the period
     * @param matters those of the period, as they stood at its end
     */
    Composition compose(int tenant, String ref, LocalDate from, LocalDate to, List<MatterThen> matters);
}
