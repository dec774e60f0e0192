package cn.duban.hotline;

import cn.duban.rating.Level;
import java.util.Map;
import java.util.Optional;

/** How a level stands on a ticket: in one of two fields, of which the other is emptied. */
final class LevelFields {

    private LevelFields() {}

    static String field(Level level) {
        return level.good() ? "pleased" : "displeased";
    }

    static String other(Level level) {
        return level.good() ? "displeased" : "pleased";
    }

    static String value(Level level) {
        return switch (level) {
            case VERY_SATISFIED, VERY_DISSATISFIED -> "very";
            case SATISFIED -> "satisfied";
            case BASICALLY -> "basically";
            case DISSATISFIED -> "dissatisfied";
        };
    }

    static Optional<Level> of(Map<String, String> fields) {
        return of(fields, true).or(() -> of(fields, false));
    }

    /** What the field of one sort says, whatever stands in the other. */
    static Optional<Level> of(Map<String, String> fields, boolean good) {
        return Level.all().stream().filter(level -> level.good() == good && value(level).equals(fields.get(field(level)))).findFirst();
    }
}
