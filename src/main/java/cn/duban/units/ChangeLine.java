package cn.duban.units;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the change log.
 *
 * @param by the person; none when the installation itself did it
 * @param basis the document that ordered the change, as it was typed
 */
public record ChangeLine(
        Instant at, @Nullable Integer by, String act, LocalDate effectiveOn, String before, String after, String basis) {}
