package cn.duban.escalation;

import cn.duban.ledger.type.MatterType.Breach;
import cn.duban.web.Words;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step of a ladder.
 *
 * @param no its place, from 1
 * @param colour of an order
 * @param days after what it is counted from; negative before the end of the clock
 * @param working whether they are working days
 * @param only taken only where the type's clock says so in its {@code breach}; null: always
 * @param replyDays working days for the reply; 0: none is asked for
 * @param signed it lies ready for the supervisor's signature; else it is issued by the rule
 * @param name what the place calls it; empty for the name of its kind
 * @param participants of an interview or a conference, in words
 */
public record Step(int no, Kind kind, @Nullable Colour colour, From from, int days, boolean working, @Nullable Breach only, Whom to, int replyDays, BigDecimal points, String basis, boolean signed, String name, String participants) {

    public enum Colour {
        BLUE, YELLOW, RED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What its days are counted from. */
    public enum From {
        /** The end of the clock. */
        END,
        /** The day by which the step before it was to be answered, and was not. */
        UNANSWERED
    }

    public enum Whom {
        /** The unit whose turn it is. */
        UNIT,
        /** The head of that unit. */
        HEAD,
        /** The leader who answers for the matter, else the head of the unit above. */
        SUPERIOR
    }

    public String label() {
        return label(kind, colour, name);
    }

    static String label(Kind kind, @Nullable Colour colour, String name) {
        var called = colour == null ? kind.label() : Words.say("escalation.kind.order." + colour.word());
        return name.isEmpty() ? called : Words.say("escalation.kind.named-by-place", name, called);
    }

    String chinese() {
        return name.isEmpty() ? Words.in(Words.CHINESE, colour == null ? "escalation.kind." + kind.word() : "escalation.kind.order." + colour.word()) : name;
    }

    /** When it comes, in words. */
    public String moment() {
        var key = "escalation.moment." + from.name().toLowerCase(Locale.ROOT) + (days == 0 ? ".at" : days < 0 ? ".before" : ".after");
        return Words.say(key, Math.abs(days), Words.say(working ? "escalation.days.working" : "escalation.days.calendar"));
    }
}
