package cn.duban.proposal;

import cn.duban.ledger.MatterRow;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matters behind one number. @param count the number itself @param next the next page; null on the last one */
public record ProposalRowsPage(Figure figure, int count, List<Row> rows, String back, @Nullable String next) implements Titled {

    public record Row(MatterRow row, String session, String serial, boolean key) {}

    @Override
    public String title() {
        return Words.say("proposal.of." + figure.word());
    }
}
