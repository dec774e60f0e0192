package cn.duban.ledger;

import cn.duban.ledger.type.Phase;
import java.util.List;

/**
 * Every ledger with its types and how many matters of each stand in which phase.
 *
 * @param opens whether the reader may open one by hand
 */
public record LedgersPage(List<Section> ledgers, boolean opens) {

    public static final List<Phase> PHASES = List.of(Phase.DRAFT, Phase.OPEN, Phase.SETTLED, Phase.ENDED, Phase.MERGED, Phase.VOID);

    public record Section(String name, String label, List<Row> types) {}

    /** @param cells one for each of {@link #PHASES} */
    public record Row(String type, String label, Figure all, List<Figure> cells, Figure yellow, Figure red) {}

    /** A number and the list behind it. */
    public record Figure(int number, String href) {}
}
