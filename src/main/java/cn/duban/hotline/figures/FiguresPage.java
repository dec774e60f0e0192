package cn.duban.hotline.figures;

import cn.duban.figures.PublishedMonth;
import cn.duban.hotline.Desks.Line;
import cn.duban.hotline.figures.MonthFigures.Tally;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Titled;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a month.
 *
 * @param open whether it is the public's page, on which no number leads anywhere
 * @param versions as it was published, the latest first
 * @param shown which of them this is; null where it is counted as of now
 * @param line whose hotline it is; 0 where nobody has one here
 */
public record FiguresPage(boolean open, int line, List<Line> lines, YearMonth month, List<YearMonth> months, Tally total, List<Tally> categories, List<Tally> areas, List<PublishedMonth> versions, @Nullable PublishedMonth shown) {

    /** @param by {@code category} or {@code area}: which half of the tally stands in the row */
    public String href(Tally tally, String by, Figure figure) {
        var limit = by.equals("category") ? "&category=" + said(tally.category()) : by.equals("area") ? "&area=" + said(tally.area()) : "";
        return "/hotline/figures/rows?figure=" + figure.word() + "&month=" + month + limit;
    }

    private static String said(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String versionHref() {
        return "/public/hotline/figures?line=" + line + "&month=" + month;
    }

    /** Whether the desk may publish it now. */
    public boolean publishes() {
        return month.isBefore(months.getFirst());
    }

    /** @param kind {@code csv}, {@code json}, or {@code content.json} for the very text that the digest is of */
    public String data(String kind) {
        return "/public/hotline/figures." + kind + "?line=" + line + "&month=" + month;
    }

    /** The rows behind a number. */
    public record Rows(String figure, YearMonth month, String about, List<MatterRow> rows, @Nullable String next) implements Titled {

        @Override
        public String title() {
            return figure + " · " + month + (about.isEmpty() ? "" : " · " + about);
        }
    }
}
