package cn.duban.workdays;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hours worked on a working day in a region from a date on; spans in order, none overlapping. */
public record WorkingHours(String region, LocalDate validFrom, List<Span> spans) {

    /** From {@code opens} until just before {@code closes}. */
    public record Span(LocalTime opens, LocalTime closes) {
        public Span {
            if (!opens.isBefore(closes))
                throw new IllegalArgumentException("工作时段" + opens + "–" + closes + "不对：上班应早于下班。");
        }

        @Override
        public String toString() {
            return opens + "–" + closes;
        }
    }

    private static final Pattern SPAN = Pattern.compile("([01]?\\d|2[0-3])[:：]([0-5]\\d)[-–—~～至]([01]?\\d|2[0-3])[:：]([0-5]\\d)");
    public WorkingHours {
        Region.check(region);
        spans = List.copyOf(spans);
        if (spans.isEmpty()) throw new IllegalArgumentException("工作时间至少要有一个时段。");
        for (int i = 1; i < spans.size(); i++)
            if (spans.get(i).opens().isBefore(spans.get(i - 1).closes()))
                throw new IllegalArgumentException("工作时段" + spans.get(i - 1) + "与" + spans.get(i) + "重叠或者次序颠倒。");
    }

    /**
     * As people type them: {@code 08:30-12:00 14:00-17:30}.
     *
     * @throws IllegalArgumentException with one sentence
     */
    static WorkingHours typed(String region, LocalDate validFrom, String text) {
        Calendars.refuseFarOff(validFrom);
        var spans = new ArrayList<Span>();
        for (var word : text.strip().split("[\\s,，、;；]+")) {
            var span = SPAN.matcher(word);
            if (!span.matches()) throw new IllegalArgumentException("“" + word + "”不是时段，应当像 08:30-12:00 14:00-17:30。");
            spans.add(new Span(time(span, 1), time(span, 3)));
        }
        return new WorkingHours(region, validFrom, spans);
    }

    private static LocalTime time(Matcher span, int group) {
        return LocalTime.of(Integer.parseInt(span.group(group)), Integer.parseInt(span.group(group + 1)));
    }
}
