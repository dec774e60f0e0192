package cn.duban.ledger;

import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import cn.duban.workdays.Deadlines;
import java.util.List;

/**
 * Who takes part in the invented history.
 *
 * @param opener opens and hands out @param verifier verifies and closes; another person of the same unit
 * @param leaders posts of the accountable leaders
 * @param busy the bureau that is to have {@code busyOpen} open matters and no others
 */
public record Prefecture(Directory directory, Deadlines deadlines, Viewer opener, Viewer verifier, List<Integer> leaders, List<Bureau> bureaus, Bureau busy, int busyOpen) {

    /** @param files what its handler has handed in, to be shown as evidence */
    public record Bureau(int unit, Viewer registry, Viewer handler, Viewer head, List<Act.Attachment> files) {}
}
