package cn.duban.units;

import java.time.LocalDate;

/** Somebody is no longer on the staff from a day on; each post they held is told of by {@link PostVacated} as well. */
public record PersonLeft(int tenant, int person, LocalDate on) {}
