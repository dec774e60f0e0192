package cn.duban.hotline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** From when on something counts as rising, or is driven: each row holds from its day until the next. Pure. */
public record Thresholds(List<Row> rows) {

    /**
     * @param least tickets of a week, and how many times the mean of so many weeks before, that make a topic a rising one
     * @param repeated days after closing within which the same trouble is the same again
     * @param unsolved days after which a ticket that is still open is long unsolved
     * @param again times that its caller was dissatisfied or raised it again
     * @param crowd people, and days that they have waited
     */
    public record Row(LocalDate since, int least, int times, int weeks, int repeated, int unsolved, int again, int crowd, int crowdDays) {}

    static Thresholds shipped() {
        return new Thresholds(Shipped.rows(Shipped.read("thresholds.yaml"), "thresholds").stream().map(Thresholds::row).toList());
    }

    private static Row row(Map<?, ?> row) {
        var since = row.get("since") instanceof Date date ? date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(Shipped.text(row, "since"));
        return new Row(since, number(row, "least"), number(row, "times"), number(row, "weeks"), number(row, "repeated"), number(row, "unsolved"), number(row, "again"), number(row, "crowd"), number(row, "crowd-days"));
    }

    private static int number(Map<?, ?> row, String key) {
        return Integer.parseInt(Shipped.text(row, key));
    }

    public Row on(LocalDate day) {
        return rows.stream().filter(row -> !row.since().isAfter(day)).max(Comparator.comparing(Row::since)).orElse(rows.getFirst());
    }
}
