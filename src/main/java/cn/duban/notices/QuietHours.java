package cn.duban.notices;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours in which nothing is sent, by the clock on the wall; from later than to: over midnight; both the same: none. Pure.
 *
 * @param to the first minute in which something is sent again
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    /** Whether the hour is a quiet one. */
    public boolean at(LocalTime hour) {
        if (from.equals(to)) return false;
        return from.isBefore(to) ? !hour.isBefore(from) && hour.isBefore(to) : !hour.isBefore(from) || hour.isBefore(to);
    }

    /** The instant itself, or the end of the quiet hours in which it falls. */
    public Instant earliest(Instant instant, ZoneId zone) {
        var sent = instant;
        while (at(sent.atZone(zone).toLocalTime())) sent = end(sent.atZone(zone).toLocalDateTime(), zone);
        return sent;
    }

    /** On nights when clocks are changed: at once where the hour is left out, and the second time where it comes twice. */
    private Instant end(LocalDateTime quiet, ZoneId zone) {
        var end = (quiet.toLocalTime().isBefore(to) ? quiet.toLocalDate() : quiet.toLocalDate().plusDays(1)).atTime(to);
        var change = zone.getRules().getTransition(end);
        return change != null && change.isGap() ? change.getInstant() : end.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
