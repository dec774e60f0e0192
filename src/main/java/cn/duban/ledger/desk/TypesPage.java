package cn.duban.ledger.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All matter types of a government.
 *
 * @param writes whether the viewer may write types
 */
public record TypesPage(List<Section> ledgers, boolean writes) {

    public record Section(String label, List<Row> types) {}

    /**
     * @param valid the version that new matters are opened under today; null where there is none
     * @param later the version that will follow it; null where none is published
     * @param draft whether a draft is being written
     * @param open matters at work under any version that the viewer sees, and the list of them
     * @param atWork all of them, whoever sees them
     */
    public record Row(String name, String label, String href, @Nullable VersionRow valid, @Nullable VersionRow later, boolean draft, int versions, Figure open, int atWork) {}

    public record Figure(int number, String href) {}
}
