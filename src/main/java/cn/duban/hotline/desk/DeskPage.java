package cn.duban.hotline.desk;

import cn.duban.hotline.Ratings;
import cn.duban.ledger.MatterRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next where a new call is taken @param kept what was being typed @param held how many messages wait apart */
public record DeskPage(String next, List<Kept> kept, int held, List<Section> sections, @Nullable String said) {

    public record Kept(String href, String at) {}

    /** @param all how many wait, of whom only the first are lines here */
    public record Section(String state, List<Line> lines, int all) {

        public boolean cut() {
            return all > lines.size();
        }

        /** The list that all of them stand on; callers of joined tickets are on none, they are called one after the other. */
        public @Nullable String href() {
            return state.equals("joined") ? null : "/matters?ledger=hotline&type=hotline-ticket&state=" + state;
        }
    }

    /** @param people who wait for its answer, callers of joined tickets among them @param callBy the last day for calling the caller of a joined ticket, on which no clock runs; null for others */
    public record Line(MatterRow row, boolean urgent, int people, Ratings.@Nullable CallBy callBy) {

        /** The desk works on what it owes; what lies with others is looked at where everybody looks. */
        public String href() {
            return row.state().equals("unclear") ? "/matters/" + row.id() : "/hotline/tickets/" + row.id();
        }
    }
}
