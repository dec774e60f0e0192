package cn.duban.hotline.open311;

import cn.duban.web.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are asked for. Numbers override everything else; a span never exceeds ninety days. Pure.
 *
 * @param open whether open or closed ones are wanted; null for both
 */
record Wanted(List<String> numbers, List<String> services, Instant from, Instant to, @Nullable Boolean open, int page, int size) {

    static final Duration SPAN = Duration.ofDays(90);
    static final int MOST = 1000;

    /** How far a long answer is walked through: each page is found by walking past the ones before it. */
    static final int DEEPEST = 10_000;

    private static final Set<String> STATUSES = Set.of("open", "closed");

    static Wanted of(Map<String, String> asked, Instant now) {
        var numbers = list(asked, "service_request_id");
        if (numbers.size() > MOST) throw new Fault(400, Words.say("hotline.open311.many", MOST));
        var start = instant(asked, "start_date");
        var end = instant(asked, "end_date");
        var from = start != null ? start : (end != null ? end : now).minus(SPAN);
        var to = end != null ? end : start != null ? start.plus(SPAN) : now;
        if (from.isAfter(to)) throw new Fault(400, Words.say("hotline.open311.backwards"));
        if (Duration.between(from, to).compareTo(SPAN) > 0) throw new Fault(400, Words.say("hotline.open311.span", SPAN.toDays()));
        var statuses = list(asked, "status");
        if (!STATUSES.containsAll(statuses)) throw new Fault(400, Words.say("hotline.open311.status", String.join(",", statuses)));
        var one = Set.copyOf(statuses).size() == 1 ? Boolean.valueOf(statuses.getFirst().equals("open")) : null;
        var page = number(asked, "page", 1, DEEPEST);
        var size = number(asked, "page_size", MOST, MOST);
        if ((long) page * size > DEEPEST) throw new Fault(400, Words.say("hotline.open311.deep", DEEPEST));
        return new Wanted(numbers, list(asked, "service_code"), from, to, one, page, size);
    }

    static Wanted number(String number, Instant now) {
        return of(Map.of("service_request_id", number), now);
    }

    private static List<String> list(Map<String, String> asked, String name) {
        return Arrays.stream(asked.getOrDefault(name, "").split(",")).map(String::strip).filter(part -> !part.isEmpty()).distinct().toList();
    }

    private static @Nullable Instant instant(Map<String, String> asked, String name) {
        // a plus sign that was not encoded arrives as a space
        var said = asked.getOrDefault(name, "").strip().replace(' ', '+');
        if (said.isEmpty()) return null;
        try {
            return OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException noTime) {
            throw new Fault(400, Words.say("hotline.open311.date", name, said));
        }
    }

    private static int number(Map<String, String> asked, String name, int usual, int most) {
        var said = asked.getOrDefault(name, "").strip();
        if (said.isEmpty()) return usual;
        if (!said.matches("\\d{1,7}") || Integer.parseInt(said) < 1 || Integer.parseInt(said) > most) throw new Fault(400, Words.say("hotline.open311.number", name, most));
        return Integer.parseInt(said);
    }
}
