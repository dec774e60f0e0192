package cn.duban.escalation;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterTypes.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of one clock that ended, or will, and what was made for it.
 *
 * @param name of the clock in its type
 * @param beganAt when the run began, of a rhythm the round
 * @param unit whose turn it is; null where nobody's
 * @param supervisor the unit that supervises
 * @param ladder by which it was judged before; null while nothing was made
 */
record Breach(MatterId matter, Document.Run run, String name, Instant beganAt, Instant dueAt, LocalDate lastDay, String ledger, Version version, String number, String title, @Nullable Integer unit, @Nullable Integer supervisor, List<Climb.Made> made, @Nullable Integer ladder) {

    String type() {
        return version.name();
    }

    /** The day on which it is late for the first time. */
    LocalDate day() {
        return lastDay.plusDays(1);
    }
}
