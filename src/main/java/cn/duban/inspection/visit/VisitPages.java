package cn.duban.inspection.visit;

import cn.duban.evidence.FileRow;
import cn.duban.evidence.Taken;
import cn.duban.web.Complaints;
import cn.duban.web.Dates;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of visits. */
public final class VisitPages {

    private VisitPages() {}

    /** Units of one inspection that a visit may go to. */
    public record Group(String inspection, List<Choice> units) {}

    public record Choice(String value, String label) {}

    /**
     * @param person whose records may be kept on this device: nobody sends what another wrote
     * @param largest bytes that the server takes in as one photograph
     * @param most bytes that it takes in at once
     */
    public record FormPage(VisitForm form, List<Group> targets, List<FileRow> kept, String person, List<String> scripts, long largest, long most, Complaints complaints) {}

    /** What waits on this device is told by script, in these words. */
    public record ListPage(List<Row> rows, boolean records, String person, List<String> scripts) {}

    public record Row(Visit visit, String inspection, String unit, int opened) {

        public String at() {
            return Dates.minute(visit.visitedAt());
        }
    }

    /** A photograph with what it says of itself. */
    public record Photograph(FileRow file, @Nullable Taken taken, Instant receivedAt) {}

    /** @param number of the matter, null where the reader does not see it or there is none */
    public record FindingRow(int no, String text, @Nullable String href, @Nullable String number, String state, boolean papers) {}

    public record OnePage(Visit visit, String inspection, @Nullable String inspectionHref, String unit, List<Photograph> photographs, List<FindingRow> findings, boolean opens, boolean again, @Nullable String said, @Nullable String refused) implements Titled {
        @Override
        public String title() {
            return Words.say("inspection.visit.of", unit, Dates.minute(visit.visitedAt()));
        }

        public String manner() {
            return Words.say(visit.unannounced() ? "inspection.manner.unannounced" : "inspection.manner.announced");
        }
    }
}
