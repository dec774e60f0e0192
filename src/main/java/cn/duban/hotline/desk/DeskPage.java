package cn.duban.hotline.desk;

import cn.duban.hotline.Ratings;
import cn.duban.ledger.MatterRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next where a new call is taken @param kept what was being typed */
public record DeskPage(String next, List<Kept> kept, List<Section> sections, @Nullable String said) {

    public record Kept(String href, String at) {}

    public record Section(String state, List<Line> lines) {}

    /** @param people who wait for its answer, callers of joined tickets among them @param callBy the last day for calling the caller of a joined ticket, on which no clock runs; null for others */
    public record Line(MatterRow row, boolean urgent, int people, Ratings.@Nullable CallBy callBy) {

        /** The desk works on what it owes; what lies with others is looked at where everybody looks. */
        public String href() {
            return row.state().equals("unclear") ? "/matters/" + row.id() : "/hotline/tickets/" + row.id();
        }
    }
}
