package cn.duban.inspection;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much may be inspected from a day on. What is not limited is null.
 *
 * @param most inspections a year
 * @param mostDays days on site a year
 * @param longest days of one inspection
 * @param gap days that lie between two at one unit
 */
public record Quota(Scope scope, int unit, LocalDate since, @Nullable Integer most, @Nullable Integer mostDays, @Nullable Integer longest, @Nullable Integer gap, String basis, int enteredBy) {

    /** Of the government as a whole, of each inspected unit, of one unit instead of what holds for each. */
    public enum Scope {
        TOTAL, EACH, UNIT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
