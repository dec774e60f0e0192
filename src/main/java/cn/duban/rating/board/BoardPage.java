package cn.duban.rating.board;

import cn.duban.figures.PublishedMonth;
import cn.duban.rating.Offices;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a month.
 *
 * @param open whether it is the public's page, on which no number leads anywhere and nobody is named
 * @param line whose ratings they are, on the public's page
 * @param lines all governments that publish here
 * @param versions as it was published, the latest first
 * @param shown which of them this is; null where it is counted as of now
 */
public record BoardPage(boolean open, int line, List<Offices.Line> lines, YearMonth month, List<YearMonth> months, Row total, List<Row> units, List<Row> items, List<Row> persons, boolean office, List<PublishedMonth> versions, @Nullable PublishedMonth shown) {

    /** @param name what the row is called */
    public record Row(String name, String more, Tally tally) {}

    public String href(Row row, Figure figure) {
        var tally = row.tally();
        return "/ratings/rows?figure=" + figure.word() + "&month=" + month + part("unit", tally.unit()) + part("item", tally.item().isEmpty() ? null : tally.item()) + part("person", tally.person());
    }

    private static String part(String name, @Nullable Object value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    /** @param kind {@code csv}, {@code json}, or {@code content.json} for the very text that the digest is of */
    public String data(String kind) {
        return "/public/ratings/board." + kind + "?line=" + line + "&month=" + month;
    }

    public String versionHref() {
        return "/public/ratings?line=" + line + "&month=" + month;
    }

    /** Whether whoever looks after ratings may publish it now. */
    public boolean publishes() {
        return office && month.isBefore(YearMonth.from(months.getFirst()));
    }
}
