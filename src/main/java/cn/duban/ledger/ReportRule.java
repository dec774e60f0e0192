package cn.duban.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a room above has against a report of progress that the kernel itself would take: declared here, answered there, asked while the
 * matter is held, so that of two people at once the second is refused. It decides on what it is given and reads nothing.
 */
public interface ReportRule {

    /**
     * A report of before on the same matter, as far as its words were not erased.
     *
     * @param returned by the reviewer
     */
    record Reported(int entry, String text, boolean returned) {}

    /**
     * @param earlier in the order in which they were handed in
     * @return null where nothing is against it
     */
    @Nullable Refusal against(String text, List<Reported> earlier);
}
