package cn.duban.workdays;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

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

    public WorkingHours {
        Region.check(region);
        spans = List.copyOf(spans);
        if (spans.isEmpty()) throw new IllegalArgumentException("工作时间至少要有一个时段。");
        for (int i = 1; i < spans.size(); i++)
            if (spans.get(i).opens().isBefore(spans.get(i - 1).closes()))
                throw new IllegalArgumentException("工作时段" + spans.get(i - 1) + "与" + spans.get(i) + "重叠或者次序颠倒。");
    }
}
