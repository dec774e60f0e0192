package cn.duban.sheets;

import cn.duban.ledger.type.Fault;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/**
 * A type drafted from a sheet, as text with what is wrong with it.
 *
 * @param may whether this viewer can adopt it
 */
public record NewLedgerPage(SheetIntake intake, String yaml, List<Fault> faults, boolean may) implements Titled {

    @Override
    public String title() {
        return Words.say("sheets.type.title") + " · " + intake.name();
    }

    public int lines() {
        return Math.clamp(yaml.lines().count() + 1, 20, 60);
    }
}
