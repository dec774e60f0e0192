package cn.duban.units;

import java.time.LocalDate;

/** A unit is called otherwise from a day on. */
public record UnitRenamed(int tenant, int unit, String before, String after, LocalDate from) {}
