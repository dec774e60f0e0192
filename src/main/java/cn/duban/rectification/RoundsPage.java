package cn.duban.rectification;

import cn.duban.ledger.type.MatterType;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;

/** The rounds that the viewer may see; who supervises reads them in, a unit meets its measures on its own desk. */
public record RoundsPage(List<Round.Line> rounds, MatterType type, boolean supervises) {

    public String state(Round.Line round) {
        return type.state(round.state()).label().in(LocaleContextHolder.getLocale());
    }
}
