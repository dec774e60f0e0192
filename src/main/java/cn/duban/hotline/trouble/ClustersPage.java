package cn.duban.hotline.trouble;

import cn.duban.hotline.Thresholds;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Dates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
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
        return href(topic, Rising.since(today), today);
    }

    public String before(Rising topic) {
        return href(topic, Rising.before(today, topic.weeks()), Rising.since(today).minusDays(1));
    }

    private static String href(Rising topic, LocalDate from, LocalDate until) {
        return "/hotline/clusters/tickets?category=" + URLEncoder.encode(topic.category(), StandardCharsets.UTF_8) + "&area=" + URLEncoder.encode(topic.area(), StandardCharsets.UTF_8) + "&from=" + from + "&until=" + until;
    }

    /** Tickets behind one number. */
    public record Came(String category, String area, LocalDate from, LocalDate until, List<MatterRow> rows) {

        public String stretch() {
            return Dates.day(from) + "—" + Dates.day(until);
        }
    }
}
