package cn.duban.proposal;

import cn.duban.ledger.MatterRow;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done about one suggestion.
 *
 * @param letter the reply that stands as an official document; null before the first
 * @param open where the public reads it; null where it does not
 * @param promising whether what was promised can be entered now, by this reader
 */
public record CoursePage(String href, String heading, List<Told> told, List<MatterRow> promises, @Nullable String letter, @Nullable String open, boolean key, boolean promising, String typed, String due, Complaints complaints, @Nullable String refused) implements Titled {

    /** @param facts what was filled in with it, in words */
    public record Told(String act, String at, String who, @Nullable String words, List<String> facts, String href) {}

    @Override
    public String title() {
        return heading;
    }
}
