package cn.duban.publication;

import cn.duban.ledger.MatterThen;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.Secrecy;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** @param list the ledger's own list of the same matters as they stand today, where one filter says which */
public record RowsPage(UUID bulletin, Composition.Figure figure, List<Row> rows, String asOf, @Nullable String list) implements Titled {

    /** One matter as it was counted; of what only named persons may know, no title. */
    public record Row(String address, String number, String title, String state, int version, @Nullable LocalDate due) {}

    static Row row(MatterThen then, MatterType type) {
        var matter = then.matter();
        return new Row(then.address().toString(), matter.number(), matter.secrecy() == Secrecy.NAMED_PERSONS ? Segment.MARK : matter.title(),
                type.state(matter.state()).label().in(LocaleContextHolder.getLocale()), matter.version(), then.dueDay());
    }

    @Override
    public String title() {
        return FigureNames.say(figure.name()) + " " + figure.text();
    }

    /** What the matters below are to the figure: counted, its numerator, or where its words come from. */
    public String lead() {
        var of = figure.unit() == Composition.Unit.RATE ? ".rate" : figure.value() == null ? ".text" : "";
        return Words.say("publication.rows.lead" + of, asOf);
    }
}
