package cn.duban.ledger.type;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a matter type in which a matter could vanish, wait on nobody, close itself or change by time alone. It walks
 * states × clocks, needs no Spring and no database, and serves the editor, the command line and the tests alike.
 */
public final class TypeLinter {

    private TypeLinter() {}

    /**
     * Reads and lints a text in one go, for everybody who has the text.
     *
     * @param known names of all types that {@code parent} and {@code opens} may refer to; null to leave that unchecked
     */
    public static Reading check(String yaml, String source, @Nullable Set<String> known) {
        var reading = TypeReader.read(yaml, source);
        if (reading.type() == null) return reading;
        var faults = Stream.concat(reading.faults().stream(), lint(reading.type(), reading.lines(), known).stream())
                .sorted(Comparator.comparingInt(Fault::line)).toList();
        return new Reading(reading.type(), faults, reading.lines());
    }

    /** The faults of a type without a text: they name the type as their source, and no line. */
    public static List<Fault> lint(MatterType type) {
        return lint(type, Lines.none(type.name()), null);
    }

    public static List<Fault> lint(MatterType type, Lines lines, @Nullable Set<String> known) {
        var faults = new Faults(lines);
        NameRules.check(type, known, faults);
        LabelRules.check(type, faults);
        StateRules.check(type, faults);
        ClockRules.check(type, faults);
        ClosingRules.check(type, faults);
        DayRules.check(type, faults);
        return faults.all();
    }
}
