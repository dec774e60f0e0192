package cn.duban.ledger;

import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** To-do list, ledgers and list, with what waits. */
@Component
class LedgerNavigation implements Navigation {

    private final Matters matters;

    LedgerNavigation(Matters matters) {
        this.matters = matters;
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("ledger.home.title", "/", "checklist", 0, Set.of()),
                new Entry("ledger.ledgers.title", "/ledgers", "books", 10, Set.of()),
                new Entry("ledger.matters.title", "/matters", "list-details", 20, Set.of()),
                new Entry("ledger.types.title", "/types", "schema", 340, Set.of()));
    }

    @Override
    public Map<String, Integer> badges(Viewer viewer) {
        return Map.of("/", matters.owing(viewer));
    }
}
