package cn.duban.sheets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says a sheet means.
 *
 * @param top first and {@code bottom} last row of the head, as the spreadsheet counts
 * @param title what the ledger is called; {@code type} the matters it becomes, empty while nobody chose
 * @param parent the matter under which all of it hangs
 * @param year of the ledger, for days that name none
 * @param loose units and people whom the register does not know stay words in the body, instead of stopping the row
 * @param partial some rows of an issue that came back corrected
 * @param book the ledger of which it is another issue
 */
public record Mapping(int top, int bottom, String title, String type, @Nullable UUID parent, int year, boolean loose, boolean partial, List<Column> columns, @Nullable UUID book) {

    public Mapping {
        columns = List.copyOf(columns);
    }

    /** A column by its place, from 0, its name, and the {@link Target} it goes to. */
    public record Column(int at, String name, String target) {

        /** As the spreadsheet calls it: A, B … AA. */
        public String letter() {
            var letters = new StringBuilder();
            for (int n = at; n >= 0; n = n / 26 - 1) letters.insert(0, (char) ('A' + n % 26));
            return letters.toString();
        }
    }

    Optional<Column> to(String target) {
        return columns.stream().filter(column -> column.target().equals(target)).findFirst();
    }

    /** Whether every row could become a matter: it has a name, or is known by a number and says something. */
    public boolean complete() {
        return !type.isEmpty() && (to(Target.TITLE).isPresent() || to(Target.KEY).isPresent() && to(Target.DOOR + "text").isPresent());
    }
}
