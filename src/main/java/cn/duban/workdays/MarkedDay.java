package cn.duban.workdays;

import java.time.LocalDate;

/** One day of a notice; {@code name} is the holiday that it serves, such as 春节. */
public record MarkedDay(LocalDate day, DayKind kind, String name) {}
