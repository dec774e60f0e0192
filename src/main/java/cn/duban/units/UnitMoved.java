package cn.duban.units;

import java.time.LocalDate;

/** A unit stands under another parent from a day on. */
public record UnitMoved(int tenant, int unit, int before, int after, LocalDate from) {}
