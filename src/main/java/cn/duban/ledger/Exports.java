package cn.duban.ledger;

import cn.duban.web.Viewer;
import java.util.List;

/** Whoever takes a list out of the house, as a file or on paper: declared here, answered by a room above, shown on the list's page. */
public interface Exports {

    /** The ways out for exactly this list, the nearest at hand first. */
    List<Exit> of(MatterQuery query, Viewer viewer);

    /** @param icon a name of Tabler's outline icons */
    record Exit(String label, String href, String icon) {}
}
