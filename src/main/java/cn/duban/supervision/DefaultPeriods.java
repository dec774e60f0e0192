package cn.duban.supervision;

import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How long an instruction has that names no day, by its urgency: dated, each row from its day until the next one. */
record DefaultPeriods(List<Row> rows) {

    static final String SAME_DAY = "same-day";

    /** @param grade how good its source is, as docs/rules.md grades sources @param by urgency → period */
    record Row(LocalDate since, String grade, Map<String, String> by) {}

    /** @param last the last day @param period as it is said in the note that goes with it */
    record Due(LocalDate last, String period) {}

    Optional<Row> on(LocalDate day) {
        return rows.stream().filter(row -> !row.since().isAfter(day)).max(Comparator.comparing(Row::since));
    }

    /** Counted from the day after, as every period is; the same day ends with the day itself, whether it is worked or not. */
    Optional<Due> due(String urgency, LocalDate from, Deadlines deadlines) {
        return on(from).map(row -> row.by().get(urgency)).map(period -> period.equals(SAME_DAY) ? new Due(from, "当日") : due(Period.parse(period), from, deadlines));
    }

    private static Due due(Period period, LocalDate from, Deadlines deadlines) {
        return new Due(deadlines.due(from, period).lastDay(), period.say(Locale.SIMPLIFIED_CHINESE));
    }
}
