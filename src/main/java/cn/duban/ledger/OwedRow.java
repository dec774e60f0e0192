package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody owes now, with the act that comes next.
 *
 * @param assignment the unit's assignment that it is about; null for the matter itself
 * @param unit whose assignment it is, in words
 * @param action the name of the act that comes next
 * @param dueAt the end of the assignment's own clock, else the matter's nearest
 * @param clock what the assignment's own clock is called, where it ends on another day than the matter's nearest
 * @param why it lies here, or why it cannot be done from here, in words
 * @param returned whether it was handed in and sent back
 * @param desk the post inside the unit on which it lies, in words, when it is not the viewer's own
 */
public record OwedRow(
        MatterRow matter,
        Kind kind,
        @Nullable Integer assignment,
        @Nullable String unit,
        String action,
        Label actionLabel,
        @Nullable LocalDate dueDay,
        @Nullable Label clock,
        @Nullable Instant dueAt,
        @Nullable Lamp lamp,
        @Nullable String desk,
        @Nullable String why,
        boolean returned) {

    static final Comparator<OwedRow> NEAREST_FIRST = Comparator.comparing(OwedRow::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));

    OwedRow hostedBy(String government) {
        return new OwedRow(matter.hostedBy(government), kind, assignment, unit, action, actionLabel, dueDay, clock, dueAt, lamp, desk, why, returned);
    }

    /** Whether somebody else has to move, inside the unit or beside it. */
    public boolean elsewhere() {
        return desk != null || kind == Kind.BARRED;
    }

    public enum Kind {
        /** The next step of a matter. */
        MATTER,
        /** The share of the viewer's unit in a matter that another one leads. */
        ASSIGNMENT,
        /** Another unit's answer to be accepted or returned. */
        JUDGEMENT,
        /** A step that the viewer, or the own unit, may not take: they did the work that it judges. */
        BARRED,
        /** The same step for whoever stands above, where nobody below is left to take it. */
        SUPERIOR
    }
}
