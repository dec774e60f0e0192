package cn.duban.similarity.duplicates;

import cn.duban.ledger.MatterRow;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.Instant;
import java.util.List;

/** What was said not to be the same. */
public record ApartPage(List<Line> lines, boolean acts) implements Titled {

    /** @param who said so, with the unit */
    public record Line(MatterRow one, MatterRow other, String reason, String who, Instant at) {}

    @Override
    public String title() {
        return Words.say("similarity.apart.title");
    }
}
