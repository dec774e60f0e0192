package cn.duban.hotline.suggest;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is held against others that may tell of the same trouble.
 *
 * @param place as it was noted; empty where it was not
 * @param area the sub-district; empty where it is not known
 * @param meaning the embedding of place and text together; null where there is none
 * @param about for each category the share that it has, see {@link Suggester#about}; empty where nobody asked
 */
public record Told(String id, String text, String place, String area, LocalDate day, byte @Nullable [] meaning, Map<String, Double> about) {}
