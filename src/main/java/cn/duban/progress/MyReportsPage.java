package cn.duban.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports that a unit owes now.
 *
 * @param done whether one was handed in just now
 * @param more whether there are more than one page takes
 */
public record MyReportsPage(List<Row> rows, boolean done, boolean more) {

    /**
     * @param own whether the reader works for the unit; else it is reported on its behalf
     * @param before the state of the round before; null where there is none
     */
    public record Row(String matter, String number, String title, String unit, boolean own, PeriodWords period, String state, @Nullable String before, boolean draft) {

        public boolean carried() {
            return "missed".equals(before);
        }
    }
}
