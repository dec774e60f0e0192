package cn.duban.workdays;

import java.time.LocalDate;

/**
 * An interval that does not count (中止、不计入). As with the start of a period, the day on which it began still counts, the
 * day on which it ended does not: counting goes on the day after {@code endedOn}.
 */
public record Suspension(LocalDate beganOn, LocalDate endedOn, String reason) {

    public Suspension {
        if (endedOn.isBefore(beganOn))
            throw new IllegalArgumentException("中止期间" + beganOn + "至" + endedOn + "不对：结束早于开始。");
        if (reason.isBlank()) throw new IllegalArgumentException("请写明" + beganOn + "起中止计算的理由。");
    }

    boolean holds(LocalDate day) {
        return day.isAfter(beganOn) && !day.isAfter(endedOn);
    }
}
