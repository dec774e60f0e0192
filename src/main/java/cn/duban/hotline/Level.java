package cn.duban.hotline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five levels (好差评五级); the last two are bad ones. */
public enum Level {
    VERY_SATISFIED(5, "pleased", "very"),
    SATISFIED(4, "pleased", "satisfied"),
    BASICALLY(3, "pleased", "basically"),
    DISSATISFIED(2, "displeased", "dissatisfied"),
    VERY_DISSATISFIED(1, "displeased", "very");

    private final int points;
    private final String field;
    private final String value;

    Level(int points, String field, String value) {
        this.points = points;
        this.field = field;
        this.value = value;
    }

    public int points() {
        return points;
    }

    public boolean good() {
        return points >= 3;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field of the ticket that says it; the other one is emptied. */
    String field() {
        return field;
    }

    String other() {
        return good() ? "displeased" : "pleased";
    }

    String value() {
        return value;
    }

    public static Optional<Level> named(String word) {
        return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
    }

    static Optional<Level> of(Ticket ticket) {
        return Arrays.stream(values()).filter(level -> ticket.field(level.field).equals(level.value)).findFirst();
    }
}
