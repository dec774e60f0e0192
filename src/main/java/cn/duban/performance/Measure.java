package cn.duban.performance;

import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of units that indicators may be bound to: a bean of this type for each subject that can be counted. */
public interface Measure {

    List<Offer> offers();

    /**
     * The figure of each unit asked for, units below it included, as this viewer may see it. Counted again for the same past period it is the same.
     */
    Map<Integer, Figure> count(Asked asked, Viewer viewer);

    /** Whether there is what a scheme says beside the name: of what there is not, everybody would have nothing, and all points. */
    default boolean knows(String of, int tenant) {
        return true;
    }

    /**
     * What a scheme may name.
     *
     * @param name as it stands behind {@code 数据}
     * @param rate a share, told with its denominator; otherwise a number of cases
     * @param of what it must say beside it, such as {@code 方案}; null for nothing
     * @param may what it may say beside it, such as {@code 台账}; null for nothing
     */
    record Offer(String name, boolean rate, @Nullable String of, @Nullable String may) {}

    /** @param of what the scheme says beside the name; null where it says nothing @param last the figure is as of its end */
    record Asked(String name, @Nullable String of, LocalDate first, LocalDate last, List<Integer> units) {}

    /** @param denominator of a share only @param href where the rows behind it are listed */
    record Figure(BigDecimal numerator, @Nullable BigDecimal denominator, String href) {

        public static Figure cases(long number, String href) {
            return new Figure(BigDecimal.valueOf(number), null, href);
        }

        public static Figure share(long part, long whole, String href) {
            return new Figure(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), href);
        }
    }
}
