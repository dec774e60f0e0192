package cn.duban.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit no longer exists from a day on.
 *
 * @param successor who takes over; none where its work ended with it
 */
public record UnitClosed(int tenant, int unit, @Nullable Integer successor, LocalDate on) {}
