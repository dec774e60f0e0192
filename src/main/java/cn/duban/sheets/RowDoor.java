package cn.duban.sheets;

import cn.duban.ledger.Act;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A door of a room above by which rows of a source outside come in, the same by which its single messages do: each under the number that the source gave
 * it, so that it is one matter by whatever way and however often it is brought. Declared here, answered there. Rows of such sheets name people: they are
 * kept sealed, and read by nobody but those to whom the source is open.
 */
public interface RowDoor {

    /** Who hands its sheets down. @param key as its messages are counted under, such as {@code platform/3} */
    record Source(String key, String name) {}

    /**
     * A row as it was written.
     *
     * @param number that the source gave it; empty where it has none
     * @param body of columns that go nowhere else
     * @param words the cells of the door's own columns, by their words
     */
    record Row(String number, String title, @Nullable LocalDate due, @Nullable LocalDate received, String body, Map<String, String> words) {}

    /** Something about one column of a row. @param target the column's target @param stops whether the row is faulty for it; its sentences name nobody */
    record Wrong(String target, boolean stops, String zh, String en) {}

    /**
     * A row as it would stand on the ledger, without anything by which a person is known.
     *
     * @param key the same for the same number, and nothing to read the number from
     * @param people a keyed digest of the words that name somebody, by which it shows that they differ; empty without any
     * @param back why the source sends it back; empty where it does not
     */
    record Understood(String key, String title, String body, Map<String, String> fields, String people, String back, List<Wrong> wrong) {}

    /** The type of the matters that its rows become. */
    String type();

    /** The field of that type by which a source says until when it wants an answer. */
    String dueField();

    /** Those whose sheets the viewer may bring in and read. */
    List<Source> sources(Viewer viewer);

    /** What its columns may mean beside number, title, days and body, each with its label for the reader. */
    List<Target> columns();

    /** What a column of that name most likely means: one of {@link #columns}; empty where the sheet's own words are to say. */
    Optional<String> meaning(String column);

    /** Whether what stands under this word names somebody, so that it is shown to nobody who only sorts columns. */
    boolean personal(String word);

    Understood understand(int tenant, String source, Row row);

    /** Numbers that came already, by whatever way, with their matters; with nothing where it is held apart. */
    Map<String, Optional<UUID>> there(int tenant, String source, Collection<String> numbers);

    /** Makes of it what its message would become, once. @return its matter; empty where it is held apart */
    Optional<UUID> take(int tenant, String source, Row row);

    /** Why a matter is not done again although its row says so; null where it is. */
    @Nullable Refusal against(MatterId matter);

    /** Does it again, as the source asks. */
    Act again(MatterId matter, String why);

    /** Tells whoever works on it what the source says otherwise now. */
    Act told(String what);
}
