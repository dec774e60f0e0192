package cn.duban.progress;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;

/** Rounds of a unit that ended in a period without a report. */
public record UnreportedPage(String unit, LocalDate since, LocalDate on, List<Row> rows, boolean more) implements Titled {

    /** @param state where it stands now: what came late is still listed */
    public record Row(String matter, String number, String title, String unit, LocalDate from, LocalDate to, String state, String missedAt) {}

    @Override
    public String title() {
        return Words.say("progress.unreported.of", unit);
    }
}
