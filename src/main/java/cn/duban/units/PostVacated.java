package cn.duban.units;

import java.time.LocalDate;

/** A person no longer holds a post from a day on. Others may still hold it. */
public record PostVacated(int tenant, int post, int person, LocalDate on) {}
