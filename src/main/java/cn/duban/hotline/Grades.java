package cn.duban.hotline;

import cn.duban.workdays.Deadlines;
import cn.duban.workdays.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long a unit has, by grade: each row holds from its day until the next. Pure. */
public record Grades(List<Row> rows, Map<String, String> usual) {

    /** The grade that a second time has, after the caller was not satisfied. */
    public static final String AGAIN = "again";

    record Row(LocalDate since, Map<String, Period> by) {}

    static Grades shipped() {
        var file = Shipped.read("grades.yaml");
        var usual = new HashMap<String, String>();
        if (file.get("usual") instanceof Map<?, ?> kinds) kinds.forEach((kind, grade) -> usual.put(String.valueOf(kind), String.valueOf(grade)));
        return new Grades(Shipped.rows(file, "grades").stream().map(Grades::row).toList(), Map.copyOf(usual));
    }

    private static Row row(Map<?, ?> row) {
        var by = new HashMap<String, Period>();
        row.forEach((grade, period) -> {
            if (!grade.equals("since")) by.put(String.valueOf(grade), Period.parse(String.valueOf(period)));
        });
        var since = row.get("since") instanceof Date date ? date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(Shipped.text(row, "since"));
        return new Row(since, Map.copyOf(by));
    }

    /** The grade that this kind of request usually has. */
    String of(String kind) {
        return usual.getOrDefault(kind, "usual");
    }

    /** What the row of that day gives; empty for a grade that nobody knows. */
    Optional<Period> period(String grade, LocalDate on) {
        return rows.stream().filter(row -> !row.since().isAfter(on)).max(Comparator.comparing(Row::since)).map(row -> row.by().get(grade));
    }

    /** The last day, counted from the day after, as every period is. */
    Optional<LocalDate> due(String grade, LocalDate from, Deadlines deadlines) {
        return period(grade, from).map(period -> deadlines.due(from, period).lastDay());
    }
}
