package cn.duban.hotline.channel;

import cn.duban.hotline.Shipped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much is taken from one sender and from all together, by channel, what kind a message is by its words, and how long things hold and are kept: each row holds from its day until the next. Pure. */
public record Limits(List<Row> rows, List<KindOf> kinds, List<Spans> spans) {

    /** @param most from one sender within that time @param hourly from everybody together within an hour */
    public record Limit(int most, Duration within, int hourly) {}

    record Row(LocalDate since, Map<String, Limit> by) {}

    record Spans(LocalDate since, Map<String, Duration> by) {}

    record KindOf(String kind, List<String> words) {}

    static Limits shipped() {
        var file = Shipped.read("channels.yaml");
        return new Limits(Shipped.rows(file, "limits").stream().map(Limits::row).toList(),
                Shipped.rows(file, "kinds").stream().map(row -> new KindOf(Shipped.text(row, "kind"), row.get("words") instanceof List<?> words ? words.stream().map(String::valueOf).toList() : List.of())).toList(), Shipped.rows(file, "spans").stream().map(Limits::spans).toList());
    }

    private static Spans spans(Map<?, ?> row) {
        var by = new HashMap<String, Duration>();
        row.forEach((name, span) -> {
            if (!name.equals("since")) by.put(String.valueOf(name), Duration.parse(String.valueOf(span)));
        });
        return new Spans(since(row), Map.copyOf(by));
    }

    private static LocalDate since(Map<?, ?> row) {
        return row.get("since") instanceof Date date ? date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(Shipped.text(row, "since"));
    }

    /** What is not said is not limited. */
    private static int number(Map<?, ?> values, String name) {
        return values.containsKey(name) ? Integer.parseInt(String.valueOf(values.get(name))) : Integer.MAX_VALUE;
    }

    private static Row row(Map<?, ?> row) {
        var by = new HashMap<String, Limit>();
        row.forEach((channel, limit) -> {
            if (limit instanceof Map<?, ?> values) by.put(String.valueOf(channel), new Limit(number(values, "most"), Duration.parse(String.valueOf(values.containsKey("within") ? values.get("within") : "PT1H")), number(values, "hourly")));
        });
        return new Row(since(row), Map.copyOf(by));
    }

    public Limit of(String channel, LocalDate on) {
        return rows.stream().filter(row -> !row.since().isAfter(on) && row.by().containsKey(channel)).max(Comparator.comparing(Row::since)).orElseThrow().by().get(channel);
    }

    /** How long something holds or is kept, by the row of that day. @param name as in the file */
    public Duration span(String name, LocalDate on) {
        return spans.stream().filter(row -> !row.since().isAfter(on) && row.by().containsKey(name)).max(Comparator.comparing(Spans::since)).orElseThrow().by().get(name);
    }

    /** What somebody wants who did not say so. */
    public String kind(String text) {
        return kinds.stream().filter(kind -> kind.words().stream().anyMatch(text::contains)).map(KindOf::kind).findFirst().orElse("request");
    }
}
