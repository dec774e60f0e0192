package cn.duban.supervision;

import cn.duban.ledger.LedgersPage.Figure;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/** Every source with how many of its matters stand where, each number a link to its list. */
public record SourcesPage(List<Row> rows, boolean opens) implements Titled {

    /**
     * @param depth how far it stands under the sources above it
     * @param door where one is entered; empty where it comes in under another matter only
     */
    public record Row(String label, String icon, int depth, String door, Figure proposed, Figure open, Figure late, Figure closed) {}

    @Override
    public String title() {
        return Words.say("supervision.title");
    }
}
