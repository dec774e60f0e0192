package cn.duban.workdays;

import java.time.LocalDate;

/**
 * A notice or override was entered or withdrawn: budgets in working days that touch the days from {@code firstDay} to
 * {@code lastDay} in {@code region} or below it have to be counted again. {@code lastDay} is
 * {@link LocalDate#MAX} for working hours, which hold until further notice. Published inside the transaction of the change.
 */
public record CalendarChanged(int tenant, String region, LocalDate publishedOn, LocalDate firstDay, LocalDate lastDay) {}
