package cn.duban.rating;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The five levels (好差评五级); the last two are bad ones. */
public enum Level {
    VERY_SATISFIED(5),
    SATISFIED(4),
    BASICALLY(3),
    DISSATISFIED(2),
    VERY_DISSATISFIED(1);

    private final int points;

    Level(int points) {
        this.points = points;
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

    public static List<Level> all() {
        return List.of(values());
    }

    public static Optional<Level> named(String word) {
        return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
    }

    public static Optional<Level> of(int points) {
        return Arrays.stream(values()).filter(level -> level.points == points).findFirst();
    }
}
