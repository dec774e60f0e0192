package cn.duban.rectification;

import cn.duban.ledger.type.MatterType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;

/** The rounds that the viewer may see; who supervises reads them in, a unit meets its measures on its own desk. */
public record RoundsPage(List<Round.Line> rounds, Map<RoundKind, MatterType> types, boolean supervises) {

    public String state(Round.Line round) {
        return Objects.requireNonNull(types.get(RoundKind.of(round.type()))).state(round.state()).label().in(LocaleContextHolder.getLocale());
    }
}
