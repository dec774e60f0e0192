package cn.duban.hotline;

import cn.duban.units.Directory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the catalogue: this unit is competent for this category.
 *
 * @param category a path of {@link Categories}, of either level
 * @param area the district or sub-district it is for; null for all
 * @param until the first day on which it no longer holds
 */
public record Competence(int no, String category, @Nullable Integer area, int unit, LocalDate since, @Nullable LocalDate until, String basis) {

    boolean on(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }

    /** The line that says most about a category in an area on a day: of the sub-category before the whole, of the place before what it lies in, of any place last. */
    public static Optional<Competence> of(List<Competence> lines, String category, @Nullable Integer area, LocalDate day, Directory directory) {
        var places = area == null ? List.<Integer>of() : directory.lineage(area);
        return lines.stream().filter(line -> line.on(day) && (line.category().equals(category) || line.category().equals(Categories.top(category))) && (line.area() == null || places.contains(line.area())))
                .min(Comparator.comparing((Competence line) -> !line.category().equals(category)).thenComparing(line -> line.area() == null ? Integer.MAX_VALUE : places.indexOf(line.area())).thenComparing(Comparator.comparing(Competence::since).reversed()).thenComparing(line -> -line.no()));
    }
}
