package cn.duban.ledger;

import cn.duban.ledger.type.Phase;
import cn.duban.units.Outside;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of matters asks for; what is null is not asked. Everything here stands in the address of the list.
 *
 * @param version the version of the type that a matter is pinned to, as {@link MatterTypes.Version#word} writes it
 * @param lead the unit that leads, with the units below it
 * @param unit a unit that bears any role now, with the units below it
 * @param text words that must all stand in the texts of the matter
 * @param after where the page before ended, as that page said
 * @param size rows of one page
 * @param columns what a row shows; empty for what is usual
 */
public record MatterQuery(
        @Nullable String ledger,
        @Nullable String type,
        @Nullable String version,
        @Nullable String state,
        @Nullable Phase phase,
        @Nullable Integer lead,
        @Nullable Integer unit,
        @Nullable UUID parent,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable Lamp lamp,
        @Nullable String owes,
        @Nullable String text,
        Sort sort,
        boolean descending,
        @Nullable String after,
        int size,
        List<MatterColumn> columns) {

    public static final int LARGEST = 200;
    public static final int USUAL = 50;

    /** What a list can be sorted by; ties are settled by the matter's id, so that the order is total. */
    public enum Sort {
        DUE, NUMBER, OPENED, TITLE, UNIT, STATE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public MatterQuery {
        size = Math.clamp(size, 1, LARGEST);
        text = text == null || text.isBlank() ? null : text.strip();
        columns = List.copyOf(columns);
    }

    /** With the usual columns. */
    public MatterQuery(@Nullable String ledger, @Nullable String type, @Nullable String version, @Nullable String state, @Nullable Phase phase, @Nullable Integer lead, @Nullable Integer unit, @Nullable UUID parent,
            @Nullable LocalDate dueFrom, @Nullable LocalDate dueTo, @Nullable Lamp lamp, @Nullable String owes, @Nullable String text, Sort sort, boolean descending, @Nullable String after, int size) {
        this(ledger, type, version, state, phase, lead, unit, parent, dueFrom, dueTo, lamp, owes, text, sort, descending, after, size, List.of());
    }

    /** Everything the viewer may see, by due day. */
    public static MatterQuery all() {
        return new MatterQuery(null, null, null, null, null, null, null, null, null, null, null, null, null, Sort.DUE, false, null, USUAL, List.of());
    }

    public MatterQuery ofType(@Nullable String wanted) {
        return new MatterQuery(ledger, wanted, null, state, phase, lead, unit, parent, dueFrom, dueTo, lamp, owes, text, sort, descending, null, size, columns);
    }

    /** Those pinned to one version of a type. */
    public MatterQuery pinnedTo(MatterTypes.Version wanted) {
        return new MatterQuery(ledger, wanted.name(), wanted.word(), state, phase, lead, unit, parent, dueFrom, dueTo, lamp, owes, text, sort, descending, null, size, columns);
    }

    public MatterQuery in(@Nullable Phase wanted) {
        return new MatterQuery(ledger, type, version, state, wanted, lead, unit, parent, dueFrom, dueTo, lamp, owes, text, sort, descending, null, size, columns);
    }

    public MatterQuery under(@Nullable UUID wanted) {
        return new MatterQuery(ledger, type, version, state, phase, lead, unit, wanted, dueFrom, dueTo, lamp, owes, text, sort, descending, null, size, columns);
    }

    /** What waits for a role, of a unit and those below it. */
    MatterQuery owedBy(String role, int wanted) {
        return new MatterQuery(ledger, type, version, state, phase, lead, wanted, parent, dueFrom, dueTo, lamp, role, text, sort, descending, null, size, columns);
    }

    public MatterQuery shining(@Nullable Lamp wanted) {
        return new MatterQuery(ledger, type, version, state, phase, lead, unit, parent, dueFrom, dueTo, wanted, owes, text, sort, descending, null, size, columns);
    }

    public MatterQuery holding(@Nullable String wanted) {
        return new MatterQuery(ledger, type, version, state, phase, lead, unit, parent, dueFrom, dueTo, lamp, owes, wanted, sort, descending, null, size, columns);
    }

    public MatterQuery by(Sort wanted, boolean down) {
        return new MatterQuery(ledger, type, version, state, phase, lead, unit, parent, dueFrom, dueTo, lamp, owes, text, wanted, down, null, size, columns);
    }

    public MatterQuery after(@Nullable String token) {
        return new MatterQuery(ledger, type, version, state, phase, lead, unit, parent, dueFrom, dueTo, lamp, owes, text, sort, descending, token, size, columns);
    }

    public MatterQuery pages(int rows) {
        return new MatterQuery(ledger, type, version, state, phase, lead, unit, parent, dueFrom, dueTo, lamp, owes, text, sort, descending, after, rows, columns);
    }

    public MatterQuery standing(@Nullable String wanted) {
        return new MatterQuery(ledger, type, version, wanted, phase, lead, unit, parent, dueFrom, dueTo, lamp, owes, text, sort, descending, null, size, columns);
    }

    public MatterQuery due(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new MatterQuery(ledger, type, version, state, phase, lead, unit, parent, from, to, lamp, owes, text, sort, descending, null, size, columns);
    }

    /** As the ledger of another government understands it: its own units by their own numbers, those of {@code here} by the numbers of {@link Outside}. */
    MatterQuery seenFrom(int there, int here) {
        return new MatterQuery(ledger, type, version, state, phase, lead == null ? null : Integer.valueOf(Outside.seenFrom(there, lead, here)), unit == null ? null : Integer.valueOf(Outside.seenFrom(there, unit, here)),
                parent, dueFrom, dueTo, lamp, owes, text, sort, descending, after, size, columns);
    }

    public MatterQuery showing(List<MatterColumn> wanted) {
        return new MatterQuery(ledger, type, version, state, phase, lead, unit, parent, dueFrom, dueTo, lamp, owes, text, sort, descending, after, size, wanted);
    }

    /** Whether a row says who bears it besides the units that lead. */
    boolean asksBearers() {
        return columns.stream().anyMatch(MatterColumn::asksBearers);
    }
}
