package cn.duban.similarity.duplicates;

import cn.duban.ledger.Duplicates.Level;
import cn.duban.ledger.MatterRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matters that may be one, the one that was opened first in front.
 *
 * @param score of the likeliest pair
 */
public record Cluster(List<Member> members, Level level, double score) {

    /**
     * @param like the number of the member that it is most like; null for the first
     * @param reasons why, in the reader's language
     */
    public record Member(MatterRow row, @Nullable String like, List<String> reasons) {}

    /** Names it on the page. */
    public String key() {
        return "c" + members.getFirst().row().id().id();
    }

    /** Leading units of all, each once. */
    public List<String> units() {
        return members.stream().flatMap(member -> member.row().leads().stream()).distinct().toList();
    }

    public boolean across() {
        return units().size() > 1;
    }
}
