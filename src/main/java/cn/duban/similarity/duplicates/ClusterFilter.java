package cn.duban.similarity.duplicates;

import cn.duban.ledger.Duplicates.Level;
import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.similarity.wording.Likeness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which clusters are looked at: all of it stands in the address.
 *
 * @param query one matter of a cluster is among these
 * @param level the least
 * @param across only those between several leading units
 * @param from the first that is shown
 */
public record ClusterFilter(MatterQuery query, Level level, boolean across, int from) {

    public static final String PAGE = "/alikes/clusters";

    static ClusterFilter read(Map<String, String> asked) {
        var from = asked.getOrDefault("from", "");
        return new ClusterFilter(MatterAddress.read(without(asked)), Level.LIKELY.word().equals(asked.get("level")) ? Level.LIKELY : Level.VERY_LIKELY, "yes".equals(asked.get("across")),
                from.matches("\\d{1,5}") ? Integer.parseInt(from) : 0);
    }

    /** {@code from} is the first cluster here, and a day elsewhere. */
    private static Map<String, String> without(Map<String, String> asked) {
        var rest = new LinkedHashMap<>(asked);
        rest.keySet().removeAll(List.of("from", "level", "across", "after"));
        return rest;
    }

    double least() {
        return level == Level.LIKELY ? Likeness.LIKELY : Likeness.VERY_LIKELY;
    }

    public String href() {
        return href(PAGE, from);
    }

    public String from(int first) {
        return href(PAGE, first);
    }

    public String workbook() {
        return href(PAGE + ".xlsx", 0);
    }

    private String href(String page, int first) {
        var besides = new LinkedHashMap<String, String>();
        if (level == Level.LIKELY) besides.put("level", level.word());
        if (across) besides.put("across", "yes");
        if (first > 0) besides.put("from", String.valueOf(first));
        return MatterAddress.of(page, query, besides);
    }
}
