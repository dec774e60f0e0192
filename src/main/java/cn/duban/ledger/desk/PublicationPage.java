package cn.duban.ledger.desk;

import cn.duban.ledger.TypeDrafts.Draft;
import cn.duban.ledger.type.TypeDifference.Change;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last look at a draft before it is published.
 *
 * @param faults how many things are still to be mended; it is published only with none
 * @param base the version that is in force now; null where this is the first
 * @param changes against that one, in words
 * @param from and {@code to}, {@code reason}: what was typed
 */
public record PublicationPage(String name, String label, Draft draft, String called, int faults, @Nullable VersionRow base, List<Change> changes, int running, String from, String to, String reason, Complaints complaints) implements Titled {

    @Override
    public String title() {
        return Words.say("ledger.types.publication.title", label);
    }
}
