package cn.duban.supervision;

import cn.duban.web.Titled;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of a dispatch: who owes news while it runs, the sheet once it has ended.
 *
 * @param from its first day; null before the first round
 * @param closed whether this is the sheet, which changes no more
 * @param former how many were missing in the round before; null where there was none
 * @param sections of the sheet, the missing first
 * @param shown how many of those that are due stand in the sections, where it is not all of them; else 0
 */
public record DispatchPage(UUID id, String name, String about, @Nullable LocalDate from, @Nullable LocalDate to, boolean closed, int due, int reported, int missing, @Nullable Integer former, List<Section> sections, List<LocalDate> rounds, int shown) implements Titled {

    /** @param key of its heading */
    public record Section(String key, String colour, String icon, List<Row> rows) {}

    /** @param before whether it was missing in the round before as well @param entry of the report; null where there is none */
    public record Row(String unit, String matter, String number, String title, @Nullable Integer entry, boolean before) {}

    @Override
    public String title() {
        return name;
    }
}
