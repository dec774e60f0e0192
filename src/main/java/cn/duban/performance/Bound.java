package cn.duban.performance;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A value that a formula names: a share such as 95%, or a number of cases. */
record Bound(BigDecimal value, boolean percent) implements Comparable<Bound> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,2})?)\\s*([%％]?)");

    static Optional<Bound> read(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) return Optional.empty();
        var number = new BigDecimal(form.group(1));
        return Optional.of(form.group(2).isEmpty() ? new Bound(number, false) : new Bound(number.movePointLeft(2), true));
    }

    @Override
    public int compareTo(Bound other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return percent ? Points.said(value.movePointRight(2)) + "%" : Points.said(value);
    }
}
