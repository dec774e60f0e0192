package cn.duban.escalation;

import cn.duban.ledger.MatterRow;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * @param figures how many of each, each a link to its rows
 * @param after where the next page begins; null on the last
 * @param signed how many were just signed together; null where none were, {@code left} how many were not
 */
public record DocumentsPage(List<Row> rows, Filter filter, List<Figure> figures, List<Choice> units, boolean first, @Nullable String after, boolean supervises, @Nullable Integer signed, int left) implements Titled {

    public record Row(Document document, @Nullable MatterRow matter, String unit, boolean overdue) {}

    public record Figure(String label, int count, boolean more, String href, boolean chosen, String colour) {}

    public record Choice(String value, String label) {}

    /** As it stands in the address; empty for any. */
    public record Filter(String kind, String state, String unit, String overdue, String appeal, String year) {

        public String address() {
            return address(Map.of());
        }

        String address(Map<String, String> more) {
            var all = new LinkedHashMap<String, String>();
            all.put("kind", kind);
            all.put("state", state);
            all.put("unit", unit);
            all.put("overdue", overdue);
            all.put("appeal", appeal);
            all.put("year", year);
            all.putAll(more);
            var query = all.entrySet().stream().filter(one -> !one.getValue().isEmpty()).map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
            return "/escalation" + (query.isEmpty() ? "" : "?" + query);
        }
    }

    @Override
    public String title() {
        return Words.say("escalation.documents.title");
    }

    public @Nullable String next() {
        return after == null ? null : filter.address(Map.of("after", after));
    }

    public @Nullable String previous() {
        return first ? null : filter.address();
    }

    /** Whether those shown can be signed together. */
    public boolean signs() {
        return supervises && filter.state().equals("ready");
    }

    public Kind[] kinds() {
        return Kind.values();
    }

    public List<Document.State> states() {
        return List.of(Document.State.values());
    }
}
