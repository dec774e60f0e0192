package cn.duban.workdays;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;

/**
 * The holidays that the law itself fixes (全国年节及纪念日放假办法), from one year on. They stand in for a year whose notice
 * is not out yet; which working days make up for a holiday on a weekend only the notice can say.
 */
public record StatutoryDays(
        LocalDate publishedOn, int fromYear, String title, Map<MonthDay, String> every, List<MarkedDay> once) {

    public StatutoryDays {
        every = Map.copyOf(every);
        once = List.copyOf(once);
    }
}
