package cn.duban.ledger.bulk;

import cn.duban.ledger.type.MatterType.Action;
import cn.duban.ledger.type.MatterType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done to many matters at once. Each type calls it by a name of its own. */
public enum BulkAct {
    /** 交办: the first step, which names the unit that leads. */
    ASSIGN("send"),
    /** 催办 */
    REMIND("bell-ringing"),
    /** 延期 */
    EXTEND("calendar-plus");

    private final String icon;

    BulkAct(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<BulkAct> named(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }

    /** What the type calls it; empty where it has none. */
    Optional<String> of(MatterType type) {
        return switch (this) {
            case REMIND -> Optional.of(word());
            case EXTEND -> named(type, Action::extension);
            case ASSIGN -> named(type, action -> action.appliesIn(type.initial()) && action.to() != null && action.needs().contains("lead"));
        };
    }

    private static Optional<String> named(MatterType type, java.util.function.Predicate<Action> wanted) {
        return type.actions().values().stream().filter(action -> !action.onAssignment()).filter(wanted).map(Action::name).findFirst();
    }

    /** The fields of its form. */
    List<String> asks() {
        return switch (this) {
            case ASSIGN -> List.of("lead", "leader", "due", "note");
            case REMIND -> List.of("note");
            case EXTEND -> List.of("due", "reason");
        };
    }
}
