package cn.duban.workdays;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Arrangements as JSON, by year: {@code {"years": {"2027": {"off": [dates], "on": [dates], "publishedOn": date, "title":
 * text}}, "revisions": [{"year", "publishedBefore", "off", "on"}]}}. A revision tells how a stretch of the year was first
 * announced; the year's own days are then those of the second notice, published on {@code publishedBefore}. Also the common open form of one year, {@code {"year":
 * 2027, "days": [{"name", "date", "isOffDay"}]}}.
 */
final class NoticeJson {
    private static final String NAME = "节假日";

    private final String text;
    private final List<NoticeReading.Fault> faults;

    private NoticeJson(String text, List<NoticeReading.Fault> faults) {
        this.text = text;
        this.faults = faults;
    }

    static List<NoticeReading.Dated> read(String text, List<NoticeReading.Fault> faults) {
        try {
            return new NoticeJson(text, faults).years(JsonMapper.shared().readTree(text));
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            faults.add(new NoticeReading.Fault(line, lineAt(text, line), "这里不是完整的JSON。"));
            return List.of();
        }
    }

    private List<NoticeReading.Dated> years(JsonNode root) {
        var notices = new ArrayList<NoticeReading.Dated>();
        if (root.has("days")) notices.add(oneYear(root));
        for (Map.Entry<String, JsonNode> entry : root.path("years").properties()) {
            if (!entry.getKey().matches("2[01]\\d{2}")) {
                fault(entry.getKey(), "不是年份。");
                continue;
            }
            int year = Integer.parseInt(entry.getKey());
            var stated = entry.getValue().path("publishedOn").asString("");
            var published = stated.isEmpty() ? Notice.assumedPublication(year) : date(stated);
            var title = entry.getValue().path("title").asString(Notice.usualTitle(year));
            var marks = marks(entry.getValue());
            JsonNode revision = null;
            for (var r : root.path("revisions")) if (r.path("year").asString("").equals(entry.getKey())) revision = r;
            if (revision == null) {
                notices.add(notice(year, published, title, marks, !stated.isEmpty()));
                continue;
            }
            var first = firstAnnounced(marks, marks(revision));
            notices.add(notice(year, published, title, first, !stated.isEmpty()));
            notices.add(notice(year, date(revision.path("publishedBefore").asString("")), title, changed(first, marks), true));
        }
        return notices;
    }

    private NoticeReading.Dated oneYear(JsonNode root) {
        int year = root.path("year").asInt(0);
        if (year < 2000 || year > 2200) fault("year", "不是年份。");
        var days = new ArrayList<MarkedDay>();
        for (var day : root.path("days")) {
            var date = day.path("date").asString("");
            if (!day.path("isOffDay").isBoolean()) fault(date, "没有写明放假还是上班(isOffDay)。");
            var kind = day.path("isOffDay").asBoolean(true) ? DayKind.OFF : DayKind.ON;
            days.add(new MarkedDay(date(date), kind, day.path("name").asString(NAME)));
        }
        return new NoticeReading.Dated(
                new Notice(Region.NATION, year, Notice.assumedPublication(year), Notice.usualTitle(year), days), false);
    }

    /** The year's days with the revised stretch, and the days off that run on from it, as first announced. */
    private static Map<LocalDate, DayKind> firstAnnounced(Map<LocalDate, DayKind> year, Map<LocalDate, DayKind> revised) {
        var first = new TreeMap<>(year);
        if (revised.isEmpty()) return first;
        var from = revised.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
        var to = revised.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
        while (year.containsKey(to.plusDays(1))) to = to.plusDays(1);
        first.subMap(from, true, to, true).clear();
        first.putAll(revised);
        return first;
    }

    /** What the second notice says: every day that it makes different, the restored ones by their nature. */
    private static Map<LocalDate, DayKind> changed(Map<LocalDate, DayKind> first, Map<LocalDate, DayKind> second) {
        var changed = new TreeMap<LocalDate, DayKind>();
        second.forEach((day, kind) -> {
            if (first.get(day) != kind) changed.put(day, kind);
        });
        for (var day : first.keySet())
            if (!second.containsKey(day))
                changed.put(day, day.getDayOfWeek().getValue() < 6 ? DayKind.ON : DayKind.OFF);
        return changed;
    }

    private static NoticeReading.Dated notice(
            int year, LocalDate published, String title, Map<LocalDate, DayKind> marks, boolean stated) {
        var days = marks.entrySet().stream().map(e -> new MarkedDay(e.getKey(), e.getValue(), NAME)).toList();
        return new NoticeReading.Dated(new Notice(Region.NATION, year, published, title, days), stated);
    }

    private Map<LocalDate, DayKind> marks(JsonNode node) {
        var marks = new TreeMap<LocalDate, DayKind>();
        for (var day : node.path("off")) marks.put(date(day.asString("")), DayKind.OFF);
        for (var day : node.path("on")) {
            var date = date(day.asString(""));
            if (marks.put(date, DayKind.ON) != null) fault(date.toString(), "既列为放假，又列为上班。");
        }
        return marks;
    }

    private LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            fault(value, "不是日期，应当像 2027-01-01。");
            return LocalDate.EPOCH;
        }
    }

    private void fault(String value, String reason) {
        int line = 0;
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size() && line == 0; i++) if (lines.get(i).contains(value)) line = i + 1;
        faults.add(new NoticeReading.Fault(line, value, reason));
    }

    private static String lineAt(String text, int line) {
        var found = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip();
        return found.length() > 60 ? found.substring(0, 60) + "…" : found;
    }
}
