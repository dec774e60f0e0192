package cn.duban.hotline.suggest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that is done with: what it was taken for in the end, who really handled it, and how.
 *
 * @param meaning its embedding; null where there is none yet
 * @param unit that handled it, not the one it was first sent to
 * @param handled in a few words, such as the beginning of the reply; may be empty
 */
public record Closed(String number, String text, byte @Nullable [] meaning, String category, String unit, String area, LocalDate day, String handled) {}
