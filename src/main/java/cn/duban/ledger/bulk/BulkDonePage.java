package cn.duban.ledger.bulk;

import cn.duban.ledger.MatterId;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of it, matter by matter. @param gone matters that are no longer there for this viewer */
public record BulkDonePage(BulkAct act, String back, List<Line> lines, int gone) implements Titled {

    /** @param refused why it was not done; null where it was */
    public record Line(MatterId id, String number, String title, @Nullable String refused) {}

    @Override
    public String title() {
        return Words.say("ledger.bulk." + act.word() + ".done");
    }

    public List<Line> done() {
        return lines.stream().filter(line -> line.refused() == null).toList();
    }

    public List<Line> refused() {
        return lines.stream().filter(line -> line.refused() != null).toList();
    }
}
