package cn.duban.notices;

import java.time.LocalDate;

/** From a day on people are warned so many working days before the end of a deadline. */
public record Warning(LocalDate since, int workingDays) {}
