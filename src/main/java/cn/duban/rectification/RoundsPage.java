package cn.duban.rectification;

import cn.duban.ledger.Lamp;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.type.MatterType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The rounds that the viewer may see; who supervises reads them in, a unit meets its measures on its own desk.
 *
 * @param rows the same as the ledger lists them
 */
public record RoundsPage(List<Round.Line> rounds, Map<UUID, MatterRow> rows, Map<RoundKind, MatterType> types, boolean supervises) {

    public String state(Round.Line round) {
        return Objects.requireNonNull(types.get(RoundKind.of(round.type()))).state(round.state()).label().in(LocaleContextHolder.getLocale());
    }

    public @Nullable MatterRow row(Round.Line round) {
        return rows.get(round.id().id());
    }

    public @Nullable Lamp lamp(Round.Line round) {
        var row = row(round);
        return row == null ? null : row.lamp();
    }
}
