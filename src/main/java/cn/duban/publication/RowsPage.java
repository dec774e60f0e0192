package cn.duban.publication;

import cn.duban.ledger.MatterThen;
import cn.duban.web.Titled;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param list the ledger's own list of the same matters as they stand today, where one filter says which */
public record RowsPage(UUID bulletin, Composition.Figure figure, List<MatterThen> rows, String asOf, @Nullable String list) implements Titled {
    @Override
    public String title() {
        return figure.name() + " " + figure.text();
    }
}
