package cn.duban.hotline.platform;

import cn.duban.hotline.platform.AnswerColumn.Holds;
import cn.duban.ledger.MatterId;
import cn.duban.sheets.Imports.Import;
import cn.duban.sheets.RowDoor.Source;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came from a platform above as sheets and what goes back.
 *
 * @param owed answers that it was not handed yet
 * @param columns of the sheet of answers, as typed
 */
public record PlatformPage(List<Source> sources, Source source, List<Import> imports, List<Row> owed, boolean more, List<Back> backs, List<AnswerColumn> columns, Complaints complaints, @Nullable String said) implements Titled {

    /** @param ripe whether it is chosen to begin with @param due the platform's day, empty where it set none */
    public record Row(UUID matter, MatterId id, String ticket, String number, String title, String unit, String at, String satisfaction, String due, boolean ripe) {}

    /** @param again number of the one that it repeats; null for a first one */
    public record Back(UUID id, int no, int rows, String by, String at, String digest, @Nullable Integer again) {}

    @Override
    public String title() {
        return Words.say("hotline.platforms.title") + " · " + source.name();
    }

    /** The number of the platform's door, by which its pages are called. */
    public static int no(Source source) {
        return Integer.parseInt(source.key().substring(source.key().indexOf('/') + 1));
    }

    public String href() {
        return "/hotline/platforms/" + no(source);
    }

    public List<Holds> holds() {
        return List.of(Holds.values());
    }
}
