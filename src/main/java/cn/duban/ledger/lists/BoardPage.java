package cn.duban.ledger.lists;

import cn.duban.ledger.Listing;
import cn.duban.ledger.MatterRow;
import cn.duban.workdays.Deadlines;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Where matters stand, lane by lane. */
public record BoardPage(Filters filters, List<Lane> lanes, Deadlines deadlines, Instant now) {

    /**
     * One state, or one phase where no type is chosen.
     *
     * @param href the list of all that stand there
     * @param next where the lane goes on; null at its end
     * @param first the beginning of the lane, where it is not shown
     */
    public record Lane(String key, String label, Listing listing, String href, @Nullable String next, @Nullable String first) {}

    /** How far the end is, in working days as on the matter's own page; empty where no clock runs. */
    public String left(MatterRow row) {
        return row.dueAt() == null ? "" : deadlines.remaining(row.dueAt(), now).say(LocaleContextHolder.getLocale());
    }

    /** Whether nothing stands anywhere. */
    public boolean empty() {
        return lanes.stream().allMatch(lane -> lane.listing().rows().isEmpty() && lane.first() == null);
    }
}
