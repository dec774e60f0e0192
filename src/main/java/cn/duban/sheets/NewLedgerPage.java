package cn.duban.sheets;

import cn.duban.ledger.desk.TypeReadout;
import cn.duban.ledger.type.Fault;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type drafted from a sheet: in words, as text, and what is wrong with it.
 *
 * @param readout null where the text is too broken to say anything
 * @param may whether this viewer can adopt it
 */
public record NewLedgerPage(SheetIntake intake, @Nullable TypeReadout readout, String yaml, List<Fault> faults, boolean may) implements Titled {

    @Override
    public String title() {
        return Words.say("sheets.type.title") + " · " + intake.name();
    }

    public int lines() {
        return Math.clamp(yaml.lines().count() + 1, 20, 60);
    }
}
