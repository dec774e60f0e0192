package cn.duban.hotline.suggest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent to somebody: as the caller told it, where it is and when it came.
 *
 * @param meaning its embedding; null where the machine computes none, and then the words alone count
 */
public record Asked(String text, byte @Nullable [] meaning, String area, LocalDate day) {}
