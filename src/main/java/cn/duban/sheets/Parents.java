package cn.duban.sheets;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.ledger.type.MatterType;
import cn.duban.web.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Matters that a column names above its rows, such as the finding above its measures: opened once for a book. */
@Component
class Parents {

    private final Books books;
    private final Ledger ledger;
    private final TypeCatalogue catalogue;

    Parents(Books books, Ledger ledger, TypeCatalogue catalogue) {
        this.books = books;
        this.ledger = ledger;
        this.catalogue = catalogue;
    }

    /** @param known all of them by title; @param openings those that are not open yet */
    record Batch(Map<String, UUID> known, List<Opening> openings) {}

    Batch of(SheetIntake intake, @Nullable UUID begun, MatterType type, String onLedger, Collection<String> titles) {
        if (titles.isEmpty() || type.parent() == null) return new Batch(Map.of(), List.of());
        var book = Optional.ofNullable(begun).or(() -> Optional.ofNullable(intake.mapping().book()));
        var known = book.map(id -> books.parents(intake.tenant(), id, titles)).orElseGet(java.util.HashMap::new);
        var openings = new ArrayList<Opening>();
        for (var title : titles) {
            if (known.containsKey(title)) continue;
            var id = Ledger.newId();
            known.put(title, id);
            openings.add(new Opening(id, onLedger, type.parent(), title, title, new TreeMap<>(), new TreeMap<>(), null, null, intake.mapping().parent(), openings.size() + 1, Secrecy.INTERNAL, true, null, null));
        }
        return new Batch(known, openings);
    }

    /** Whoever imports the ledger dockets what stands above its rows: none of them waits for a second decision. */
    void docket(Batch batch, MatterType type, Viewer viewer) {
        if (batch.openings().isEmpty()) return;
        var above = catalogue.of(viewer.tenant()).stream().filter(t -> t.version().name().equals(type.parent())).findFirst().orElseThrow().type();
        var first = above.actionsFrom(above.initial().name()).stream().filter(action -> action.to() != null && action.needs().isEmpty() && action.by().stream().anyMatch(role -> above.supervisor().filter(s -> s.name().equals(role)).isPresent())).findFirst();
        first.ifPresent(action -> ledger.actEach(batch.openings().stream().map(Opening::id).toList(), Act.of(action.name()), viewer));
    }
}
