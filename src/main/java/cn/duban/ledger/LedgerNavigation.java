package cn.duban.ledger;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** To-do list, ledgers and list, with what waits. */
@Component
class LedgerNavigation implements Navigation {

    /** A figure in the margin may be this old, so that most pages do not pay for it. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Matters matters;
    private final Clock clock;
    private final Map<Viewer, Known> known = new ConcurrentHashMap<>();

    LedgerNavigation(Matters matters, Clock clock) {
        this.matters = matters;
        this.clock = clock;
    }

    private record Known(int owing, Instant at) {}

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("ledger.home.title", "/", "checklist", 0, Set.of()),
                new Entry("ledger.ledgers.title", "/ledgers", "books", 10, Set.of()),
                new Entry("ledger.matters.title", "/matters", "list-details", 20, Set.of()));
    }

    @Override
    public Map<String, Integer> badges(Viewer viewer) {
        var now = clock.instant();
        known.values().removeIf(figure -> figure.at().plus(FRESH).isBefore(now));
        return Map.of("/", known.computeIfAbsent(viewer, v -> new Known(matters.owing(v), now)).owing());
    }
}
