package cn.duban.hotline.trouble;

import cn.duban.hotline.Thresholds.Row;
import cn.duban.hotline.trouble.OpenTickets.Came;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A category that in one area was told of much more often in the last seven days than is usual there. Pure.
 *
 * @param week tickets of the last seven days @param before tickets of the weeks before, all together
 */
public record Rising(String category, String area, int week, int before, int weeks) {

    private static final int WEEK = 7;

    /** What a week had on average before. */
    public double usual() {
        return (double) before / weeks;
    }

    /** The first of the last seven days. */
    public static LocalDate since(LocalDate today) {
        return today.minusDays(WEEK - 1);
    }

    public static LocalDate before(LocalDate today, int weeks) {
        return since(today).minusDays((long) WEEK * weeks);
    }

    /** The steepest first. */
    static List<Rising> of(List<Came> came, Row rule, LocalDate today) {
        record Topic(String category, String area) {}
        var topics = came.stream().filter(one -> !one.day().isBefore(before(today, rule.weeks())) && !one.day().isAfter(today)).collect(Collectors.groupingBy(one -> new Topic(one.category(), one.area())));
        return topics.entrySet().stream().map(topic -> new Rising(topic.getKey().category(), topic.getKey().area(), sum(topic.getValue(), today, true), sum(topic.getValue(), today, false), rule.weeks()))
                .filter(one -> one.week() >= rule.least() && one.week() >= rule.times() * one.usual())
                .sorted(Comparator.comparingDouble((Rising one) -> one.week() / Math.max(1, one.usual())).reversed().thenComparing(Rising::category).thenComparing(Rising::area)).toList();
    }

    private static int sum(List<Came> came, LocalDate today, boolean last) {
        return came.stream().filter(one -> ChronoUnit.DAYS.between(one.day(), today) < WEEK == last).mapToInt(Came::tickets).sum();
    }
}
