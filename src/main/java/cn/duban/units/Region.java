package cn.duban.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A division of the country for as long as its code means it.
 *
 * @param code six digits of GB/T 2260
 * @param validTo the first day on which the code no longer means it
 */
public record Region(String code, String name, @Nullable String parent, LocalDate validFrom, @Nullable LocalDate validTo) {}
