package cn.duban.units;

import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A post of a unit, whoever holds it.
 *
 * @param head whether its holder heads the unit: duties of the unit's vacant posts fall to this one
 * @param closedOn the first day on which it no longer exists
 */
public record Post(
        int id,
        int unit,
        String name,
        boolean head,
        Set<Viewer.Duty> duties,
        LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    public Post {
        duties = Set.copyOf(duties);
    }

    public boolean openOn(LocalDate day) {
        return !day.isBefore(openedOn) && (closedOn == null || day.isBefore(closedOn));
    }

    public boolean has(Viewer.Duty duty) {
        return duties.contains(duty);
    }
}
