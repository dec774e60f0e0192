package cn.duban.ledger.lists;

import cn.duban.ledger.MatterColumn;
import java.util.List;

/**
 * Which columns a list shows, and in which order.
 *
 * @param order all columns, those that are shown first
 * @param here the page itself, with the filters of the list in its address
 * @param view whether an own view is looked at, which remembers its own
 */
public record ColumnsPage(List<MatterColumn> order, List<MatterColumn> shown, String here, String back, boolean view) {

    public boolean shown(MatterColumn column) {
        return shown.contains(column);
    }

    public boolean fixed(MatterColumn column) {
        return MatterColumn.FIXED.contains(column);
    }
}
