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

/** How much is taken from one sender, by channel, and what kind a message is by its words: each row of limits holds from its day until the next. Pure. */
public record Limits(List<Row> rows, List<KindOf> kinds) {

    public record Limit(int most, Duration within) {}

    record Row(LocalDate since, Map<String, Limit> by) {}

    record KindOf(String kind, List<String> words) {}

    static Limits shipped() {
        var file = Shipped.read("channels.yaml");
        return new Limits(Shipped.rows(file, "limits").stream().map(Limits::row).toList(),
                Shipped.rows(file, "kinds").stream().map(row -> new KindOf(Shipped.text(row, "kind"), row.get("words") instanceof List<?> words ? words.stream().map(String::valueOf).toList() : List.of())).toList());
    }

    private static Row row(Map<?, ?> row) {
        var by = new HashMap<String, Limit>();
        row.forEach((channel, limit) -> {
            if (limit instanceof Map<?, ?> values) by.put(String.valueOf(channel), new Limit(Integer.parseInt(Shipped.text(values, "most")), Duration.parse(Shipped.text(values, "within"))));
        });
        var since = row.get("since") instanceof Date date ? date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(Shipped.text(row, "since"));
        return new Row(since, Map.copyOf(by));
    }

    public Limit of(String channel, LocalDate on) {
        return rows.stream().filter(row -> !row.since().isAfter(on) && row.by().containsKey(channel)).max(Comparator.comparing(Row::since)).orElseThrow().by().get(channel);
    }

    /** What somebody wants who did not say so. */
    public String kind(String text) {
        return kinds.stream().filter(kind -> kind.words().stream().anyMatch(text::contains)).map(KindOf::kind).findFirst().orElse("request");
    }
}
