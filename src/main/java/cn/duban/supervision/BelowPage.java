package cn.duban.supervision;

import cn.duban.ledger.MatterId;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/** What may come in under a matter. */
public record BelowPage(MatterId id, String number, String name, List<Link> links) implements Titled {

    public record Link(String label, String href) {}

    @Override
    public String title() {
        return Words.say("supervision.below") + " · " + number;
    }
}
