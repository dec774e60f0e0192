package cn.duban.ledger;

import cn.duban.ledger.MatterQuery.Sort;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A column of a list of matters, on its page and in what leaves the house of it. */
public enum MatterColumn {
    NUMBER, TITLE, TYPE, STATE, UNIT, ASSIST, LEADER, OWES, RECEIVED, OPENED, PROMISED, DUE, SETTLED, LAMP, CHILDREN, CLAIM;

    /** What a list shows to whoever chose nothing. */
    public static final List<MatterColumn> USUAL = List.of(NUMBER, TITLE, STATE, UNIT, DUE, LAMP);

    /** Without these nobody would know which matter a row is. */
    public static final List<MatterColumn> FIXED = List.of(NUMBER, TITLE);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return Words.say("ledger.column." + word());
    }

    public @Nullable Sort sort() {
        return switch (this) {
            case NUMBER -> Sort.NUMBER;
            case TITLE -> Sort.TITLE;
            case STATE -> Sort.STATE;
            case UNIT -> Sort.UNIT;
            case DUE -> Sort.DUE;
            case OPENED -> Sort.OPENED;
            default -> null;
        };
    }

    boolean asksBearers() {
        return this == ASSIST || this == LEADER;
    }

    /** As addresses and tables keep an order of columns. */
    public static String text(List<MatterColumn> columns) {
        return columns.stream().map(MatterColumn::word).collect(Collectors.joining("."));
    }

    /** What cannot be read is left out, what must stand there is put first; empty for an empty text. */
    public static List<MatterColumn> read(@Nullable String text) {
        if (text == null || text.isBlank()) return List.of();
        var read = new ArrayList<>(Arrays.stream(text.strip().split("\\.")).map(word -> Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst().orElse(null))
                .filter(Objects::nonNull).distinct().toList());
        if (read.isEmpty()) return List.of();
        return Stream.concat(FIXED.stream().filter(fixed -> !read.contains(fixed)), read.stream()).toList();
    }

    /** What stands in the column, in words. */
    public String of(MatterRow row) {
        return switch (this) {
            case NUMBER -> row.number();
            case TITLE -> row.title();
            case TYPE -> Said.in(row.typeLabel());
            case STATE -> Said.stateOf(row) + (row.unverified() ? "（" + Words.say("ledger.claim.mark") + "）" : "");
            case UNIT -> String.join("、", row.leads());
            case ASSIST -> String.join("、", row.facts().assists());
            case LEADER -> String.join("、", row.facts().leaders());
            case OWES -> row.owes() == null ? "" : Said.in(row.owes());
            case RECEIVED -> row.facts().receivedOn().toString();
            case OPENED -> row.facts().openedOn().toString();
            case PROMISED -> Objects.toString(row.facts().dueOn(), "");
            case DUE -> Objects.toString(row.dueDay(), "");
            case SETTLED -> Objects.toString(row.facts().settledOn(), "");
            case LAMP -> row.lamp() == null ? "" : Words.say("ledger.lamp." + row.lamp().word());
            case CHILDREN -> row.children() == 0 ? "" : Words.say("ledger.children.of", row.children() - row.openChildren(), row.children());
            case CLAIM -> Objects.requireNonNullElse(row.claim(), "");
        };
    }
}
