package cn.duban.notices;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param state only those; empty for all
 * @param counts how many there are in each state
 */
public record DeliveriesPage(List<DeliveryRow> rows, String state, Map<String, Integer> counts, boolean first, @Nullable UUID next) {

    static final List<String> STATES = List.of("pending", "sending", "sent", "failed", "dropped");

    public List<String> states() {
        return STATES;
    }

    public String with(String only) {
        return "/notices/deliveries" + (only.isEmpty() ? "" : "?state=" + only);
    }

    public @Nullable String nextHref() {
        return next == null ? null : "/notices/deliveries?" + (state.isEmpty() ? "" : "state=" + state + "&") + "before=" + next;
    }
}
