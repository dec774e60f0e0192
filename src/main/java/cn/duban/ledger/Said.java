package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Words;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Small words for templates, in the reader's language. */
public final class Said {

    private static final int SHORT = 18;

    private Said() {}

    public static String in(Label label) {
        return label.in(LocaleContextHolder.getLocale());
    }

    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static String phaseOf(Phase phase) {
        return Words.say("ledger.phase." + word(phase));
    }

    /** A merged or voided matter stands nowhere else, whatever state it was in. */
    public static String stateOf(MatterRow row) {
        return row.phase() == Phase.MERGED || row.phase() == Phase.VOID ? phaseOf(row.phase()) : in(row.stateLabel());
    }

    public static String shortened(String title) {
        return title.length() <= SHORT ? title : title.substring(0, SHORT) + "…";
    }
}
