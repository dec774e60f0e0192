package cn.duban.progress;

import cn.duban.evidence.FileRow;
import cn.duban.ledger.MatterRow;
import cn.duban.similarity.Progress;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report to be written.
 *
 * @param next the round that is due next, where none is asked for now; null while the period is owed
 * @param before the state of the round before; null where there is none
 * @param reason why it was returned, and by whom
 * @param beside the text so far beside what the unit reported before; null while nothing is written
 * @param own whether the reader works for the unit, and so need name nobody else
 * @param sure whether a text that repeats was looked at and is meant
 */
public record ReportPage(MatterRow matter, String unit, PeriodWords period, @Nullable PeriodWords next, String state, @Nullable String before, @Nullable Reason reason, Progress.@Nullable Beside beside, @Nullable Last last, boolean own, boolean mayBehalf,
        String text, String behalfName, boolean sure, List<FileRow> kept, boolean saved, Complaints complaints, @Nullable String refused) implements Titled {

    public record Reason(String text, String by) {}

    /** What the unit reported last on this matter. */
    public record Last(String text, String at) {}

    @Override
    public String title() {
        return Words.say("progress.report.title");
    }

    /** Handed in and not returned: it is not written again. */
    public boolean reported() {
        return state.equals(DueReports.SUBMITTED) || state.equals(DueReports.PASSED);
    }

    /** Nothing is left to be written, and nothing was typed that would be lost. */
    public boolean over() {
        return reported() && text.isBlank() && kept.isEmpty();
    }

    public boolean repeats() {
        return beside != null && switch (beside.compared().verdict()) {
            case COPIED, EDITED -> true;
            case FRAME, NEW -> false;
        };
    }

    public String href() {
        return "/progress/" + matter.id();
    }
}
