package cn.duban.hotline.trouble;

import cn.duban.hotline.Thresholds;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Dates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Groups of open tickets, topics that rise, and tickets that a rule has driven.
 *
 * @param at when the groups were reckoned; null while they were not yet
 */
public record ClustersPage(@Nullable String at, List<Group> groups, List<Rising> rising, List<Driven> driven, Thresholds.Row rule, LocalDate today, @Nullable String said, @Nullable String refused) {

    /** @param people who stand behind all of them together */
    public record Group(List<MatterRow> rows, int people) {}

    /** @param row of the matter of supervision */
    public record Driven(MatterRow row, String reason) {}

    public String week(Rising topic) {
        return href(topic.category(), topic.area(), Rising.since(today), today);
    }

    public String before(Rising topic) {
        return href(topic.category(), topic.area(), Rising.before(today, topic.weeks()), Rising.since(today).minusDays(1));
    }

    private static String href(String category, String area, LocalDate from, LocalDate until) {
        return "/hotline/clusters/tickets?category=" + URLEncoder.encode(category, StandardCharsets.UTF_8) + "&area=" + URLEncoder.encode(area, StandardCharsets.UTF_8) + "&from=" + from + "&until=" + until;
    }

    /** Tickets behind one number, a page of them. @param count of all @param after where the next page goes on; null on the last */
    public record Came(String category, String area, LocalDate from, LocalDate until, int count, List<MatterRow> rows, @Nullable UUID after) {

        public String next() {
            return href(category, area, from, until) + "&after=" + after;
        }

        public String stretch() {
            return Dates.day(from) + "—" + Dates.day(until);
        }
    }
}
