package cn.duban.ledger.lists;

import cn.duban.ledger.Listing;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where matters stand, lane by lane. */
public record BoardPage(Filters filters, List<Lane> lanes, LocalDate today) {

    /**
     * One state, or one phase where no type is chosen.
     *
     * @param href the list of all that stand there
     * @param next where the lane goes on; null at its end
     * @param first the beginning of the lane, where it is not shown
     */
    public record Lane(String key, String label, Listing listing, String href, @Nullable String next, @Nullable String first) {}

    /** How far the end is, in days of the calendar; empty where no clock runs. */
    public String left(MatterRow row) {
        if (row.dueDay() == null) return "";
        var days = ChronoUnit.DAYS.between(today, row.dueDay());
        return days == 0 ? Words.say("ledger.board.today") : Words.say(days > 0 ? "ledger.board.left" : "ledger.board.over", Math.abs(days));
    }
}
