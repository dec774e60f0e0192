package cn.duban.supervision;

import cn.duban.ledger.MatterRow;
import cn.duban.supervision.Target.Value;
import cn.duban.web.Titled;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One target: its periods, the values that were reported, and what this viewer may do.
 *
 * @param reporting whether the viewer reports its values
 * @param deciding the form for what could not be read; null where there is nothing to decide, or not for this viewer
 * @param supervises whether the viewer confirms values
 * @param value what was typed and not taken
 * @param refused why
 */
public record TargetPage(MatterRow matter, Track track, boolean reporting, boolean supervises, @Nullable TargetForm deciding, String value, @Nullable String refused, String unitName, int person) implements Titled {

    @Override
    public String title() {
        return track.target().name();
    }

    /** Periods without a value, the earliest first: what can be reported. */
    public List<Track.Cell> open() {
        return track.periods().stream().filter(cell -> cell.value() == null).toList();
    }

    public List<Value> returned(LocalDate startsOn) {
        return track.target().values().stream().filter(value -> value.startsOn().equals(startsOn) && value.state().equals("returned")).toList();
    }

    /** Whether the viewer may review this value: not their own. */
    public boolean reviews(@Nullable Value value) {
        return supervises && value != null && value.waits() && value.person() != person;
    }

    public String href(Value value) {
        return "/matters/" + matter.id() + "#entry-" + value.entry();
    }

    /** The confirmed values as points of a line, 0 to 300 wide and 0 to 60 high; empty below two. */
    public String line() {
        var values = track.trend();
        if (values.size() < 2) return "";
        var most = values.stream().map(value -> value.abs()).reduce(Objects.requireNonNull(track.target().goal()).abs(), java.math.BigDecimal::max).doubleValue();
        var points = new StringBuilder();
        for (int at = 0; at < values.size(); at++)
            points.append(Math.round(300.0 * at / (values.size() - 1))).append(',').append(Math.round(60 - 55 * (most == 0 ? 0 : Math.max(0, values.get(at).doubleValue()) / most))).append(' ');
        return points.toString().strip();
    }

    static LocalDate day(String typed) {
        return Objects.requireNonNullElse(Typed.day(typed), LocalDate.EPOCH);
    }
}
