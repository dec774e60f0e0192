package cn.duban.sheets;

import cn.duban.documents.SheetText.Span;
import cn.duban.sheets.reading.Said;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a file on its way into the ledger.
 *
 * @param file what its sheets have in common
 * @param rows number of the last row
 * @param stopped why it came to a stop; null otherwise
 * @param total rows to be gone through in the present state, {@code done} of them
 * @param version counts what people did to it; who saves an older one is told
 * @param book the ledger outside that it is an issue of, once it is imported
 * @param source who hands it down, where its rows come in by a {@link RowDoor}; they are sealed then
 */
public record SheetIntake(int tenant, UUID id, UUID file, String name, int sheet, String sheetName, int rows, List<Span> spans, Mapping mapping, State state,
        @Nullable Said stopped, int total, int done, int version, @Nullable UUID book, @Nullable String source, int unit, int enteredBy, int enteredPost, Instant enteredAt, @Nullable Instant finishedAt) {

    public enum State {
        /** A person decides what its columns mean. */
        DRAFT,
        CHECKING,
        /** Every row has its outcome; nothing was written yet. */
        CHECKED,
        RUNNING,
        DONE,
        /** Could not go on by itself; what was done stays done. */
        STOPPED,
        DISCARDED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean working() {
        return state == State.CHECKING || state == State.RUNNING;
    }

    public boolean open() {
        return state == State.DRAFT || state == State.CHECKED;
    }

    /** The same at a place that was reached meanwhile. */
    SheetIntake at(int place) {
        return new SheetIntake(tenant, id, file, name, sheet, sheetName, rows, spans, mapping, state, null, total, place, version, book, source, unit, enteredBy, enteredPost, enteredAt, null);
    }

    public int percent() {
        return total == 0 ? 0 : (int) Math.min(100, 100L * done / total);
    }
}
