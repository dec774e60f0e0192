package cn.duban.publication;

import cn.duban.workdays.Rhythm;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a bulletin of a period is about: the matters of one ledger, or of one type on it, between two days. It stands, as one word, where a
 * bulletin on one matter names the type of that matter, so that what was frozen before keeps its form.
 *
 * @param type null for all types of the ledger; with kind and ref behind it where a room lays the paper out itself
 * @param rhythm null where somebody chose the days
 */
public record Scope(String ledger, @Nullable String type, @Nullable Rhythm rhythm, LocalDate from, LocalDate to) {

    private static final String PERIOD = "period";
    private static final String ANY = "*";
    private static final String ONCE = "once";
    private static final String LAID = "\\+";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{1,80}");

    /** The round of a rhythm that holds a day. */
    static Scope of(String ledger, @Nullable String type, Rhythm rhythm, LocalDate day) {
        return new Scope(ledger, type, rhythm, rhythm.startOf(day), rhythm.endOf(day));
    }

    boolean sound() {
        return NAME.matcher(ledger).matches() && (type == null || Arrays.stream(type.split(LAID, -1)).allMatch(one -> NAME.matcher(one).matches())) && !to.isBefore(from);
    }

    /** What stands for a type where a room lays the paper out itself. */
    static String laid(String type, String kind, String ref) {
        return String.join("+", type, kind, ref);
    }

    /** A paper that a room lays out itself. @param ref which of its rows it is laid out of */
    record Paper(String kind, String ref) {}

    Optional<Paper> paper() {
        var said = type == null ? new String[0] : type.split(LAID);
        return said.length == 3 ? Optional.of(new Paper(said[1], said[2])) : Optional.empty();
    }

    /** The type of the matters that are counted; null for all of the ledger. */
    @Nullable String counted() {
        return type == null ? null : type.split(LAID)[0];
    }

    String word() {
        return String.join(":", PERIOD, ledger, type == null ? ANY : type, rhythm == null ? ONCE : rhythm.toString(), from.toString(), to.toString());
    }

    /** @return empty where the word names a type of matter */
    static Optional<Scope> read(String word) {
        var said = word.split(":");
        if (said.length != 6 || !said[0].equals(PERIOD)) return Optional.empty();
        try {
            return Optional.of(new Scope(said[1], said[2].equals(ANY) ? null : said[2], said[3].equals(ONCE) ? null : Rhythm.parse(said[3]), LocalDate.parse(said[4]), LocalDate.parse(said[5])));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** The same for all periods of one unit, ledger and rhythm: by it the one before is found. */
    UUID series(int tenant, int unit) {
        return UUID.nameUUIDFromBytes((tenant + ":" + unit + ":" + ledger + ":" + paper().map(paper -> counted() + "+" + paper.kind()).orElse(type) + ":" + rhythm).getBytes(StandardCharsets.UTF_8));
    }
}
