package cn.duban.workdays;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the shipped file of arrangements; its own head explains the form. Plain text, so that a command starts fast. */
final class ArrangementReader {
    private final List<StatutoryDays> laws = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<WorkingHours> hours = new ArrayList<>();

    private String @Nullable [] head;
    private final List<MarkedDay> days = new ArrayList<>();
    private final Map<MonthDay, String> every = new HashMap<>();

    private ArrangementReader() {}

    static Arrangements readResource(String name) {
        try (var in = Objects.requireNonNull(ArrangementReader.class.getResourceAsStream(name), name);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Arrangements read(List<String> lines) {
        var reader = new ArrangementReader();
        for (int i = 0; i < lines.size(); i++) {
            try {
                reader.line(lines.get(i).strip());
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("节假日安排第" + (i + 1) + "行读不懂：" + lines.get(i), e);
            }
        }
        reader.finish();
        return new Arrangements(reader.laws, reader.notices, List.of(), reader.hours);
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("#")) return;
        var words = line.split(" ", 3);
        switch (words[0]) {
            case "notice", "law" -> {
                finish();
                head = line.split(" ", words[0].equals("law") ? 5 : 4);
            }
            case "off", "once" -> mark(words[1], DayKind.OFF, words[2]);
            case "on" -> mark(words[1], DayKind.ON, words[2]);
            case "every" -> yearly(words[1], words[2]);
            case "hours" -> hours.add(new WorkingHours(Region.NATION, LocalDate.MIN, spans(line.substring(6))));
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void finish() {
        if (head == null) return;
        if (head[0].equals("law"))
            laws.add(new StatutoryDays(LocalDate.parse(head[1]), Integer.parseInt(head[3]), head[4], every, days));
        else
            notices.add(new Notice(
                    Region.NATION, Integer.parseInt(head[1]), LocalDate.parse(head[2]), head[3], days));
        head = null;
        days.clear();
        every.clear();
    }

    private void mark(String range, DayKind kind, String name) {
        var ends = range.split("\\.\\.");
        var last = LocalDate.parse(ends[ends.length - 1]);
        for (var day = LocalDate.parse(ends[0]); !day.isAfter(last); day = day.plusDays(1))
            days.add(new MarkedDay(day, kind, name));
    }

    private void yearly(String range, String name) {
        var ends = range.split("\\.\\.");
        var last = MonthDay.parse("--" + ends[ends.length - 1]);
        for (var day = MonthDay.parse("--" + ends[0]); !day.isAfter(last); day = next(day)) every.put(day, name);
    }

    private static MonthDay next(MonthDay day) {
        return MonthDay.from(day.atYear(2000).plusDays(1));
    }

    static List<WorkingHours.Span> spans(String text) {
        var spans = new ArrayList<WorkingHours.Span>();
        for (var span : text.strip().split("\\s+")) {
            var ends = span.split("[-–]");
            spans.add(new WorkingHours.Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
        }
        return spans;
    }
}
