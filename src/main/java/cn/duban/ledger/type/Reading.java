package cn.duban.ledger.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text said about a matter type.
 *
 * @param type none where the text is too broken to say; with faults it serves only to find further faults
 * @param faults in the order of the text
 * @param lines where each part stands
 */
public record Reading(@Nullable MatterType type, List<Fault> faults, Lines lines) {

    public Reading {
        faults = List.copyOf(faults);
    }

    public boolean clean() {
        return type != null && faults.isEmpty();
    }
}
