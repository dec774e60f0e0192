package cn.duban.similarity.search;

import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was looked for, and what was found.
 *
 * @param state what there is to say before any result
 * @param units all open units, as their tree stands
 */
public record SearchPage(MatterQuery query, Order order, State state, Found found, List<Choice> units) implements Titled {

    public static final List<Phase> PHASES = List.of(Phase.DRAFT, Phase.OPEN, Phase.SETTLED, Phase.ENDED, Phase.MERGED, Phase.VOID);

    /** A unit to choose. */
    public record Choice(String value, String label) {}

    public enum State {
        NOTHING_ASKED, TOO_SHORT, NONE, SOME
    }

    @Override
    public String title() {
        return query.text() == null ? Words.say("similarity.search.title") : Words.say("similarity.search.titled", query.text());
    }

    public String asked() {
        return Objects.requireNonNullElse(query.text(), "");
    }

    public boolean filtered() {
        return query.phase() != null || query.unit() != null || query.lead() != null || query.type() != null || query.ledger() != null || query.state() != null
                || query.lamp() != null || query.owes() != null || query.parent() != null || query.dueFrom() != null || query.dueTo() != null;
    }

    /** The same words without any filter. */
    public String widened() {
        return address(MatterQuery.all().holding(query.text()), order);
    }

    public String by(Order wanted) {
        return address(query.after(null), wanted);
    }

    public @Nullable String next() {
        return found.next() == null ? null : address(query.after(found.next()), order);
    }

    public @Nullable String first() {
        return query.after() == null ? null : address(query.after(null), order);
    }

    /** What was found as a list, to sort it by any column. */
    public String list() {
        return MatterAddress.of(query.after(null));
    }

    private static String address(MatterQuery query, Order order) {
        return MatterAddress.of("/search", query, order == Order.NEWEST ? Map.of() : Map.of("by", order.word()));
    }
}
