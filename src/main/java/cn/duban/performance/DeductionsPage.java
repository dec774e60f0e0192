package cn.duban.performance;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;

/** What documents of supervision cost a unit in a period. */
public record DeductionsPage(String unit, LocalDate since, LocalDate on, List<Row> rows) implements Titled {

    /** @param points what the document says @param counts what of it counts now */
    public record Row(String number, String reason, String href, String unit, String day, String points, String counts, String state) {}

    @Override
    public String title() {
        return Words.say("performance.deductions.of", unit);
    }
}
