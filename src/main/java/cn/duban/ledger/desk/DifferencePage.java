package cn.duban.ledger.desk;

import cn.duban.ledger.desk.NewTypePage.Choice;
import cn.duban.ledger.type.TypeDifference.Change;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version changes against another: for people, and line by line.
 *
 * @param base the version it is compared with; null where there is no other
 * @param bases all it could be compared with
 * @param changes in words; null where one of the two texts cannot be read
 */
public record DifferencePage(String name, String label, VersionRow version, @Nullable VersionRow base, List<Choice> bases, @Nullable List<Change> changes, LineDifference lines) implements Titled {

    @Override
    public String title() {
        return Words.say("ledger.types.difference.title", label);
    }
}
