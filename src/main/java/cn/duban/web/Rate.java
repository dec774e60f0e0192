package cn.duban.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A rate in words: never without its numerator and denominator, and never 100% while one is missing. */
public final class Rate {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Rate() {}

    public static String text(int part, int whole) {
        return (whole == 0 ? "—" : percent(part, whole) + "%") + "（" + part + "/" + whole + "）";
    }

    private static String percent(int part, int whole) {
        var rounded = BigDecimal.valueOf(part).multiply(WHOLE).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        if (part < whole && rounded.compareTo(WHOLE) >= 0) rounded = new BigDecimal("99.99");
        if (part > 0 && rounded.signum() == 0) rounded = new BigDecimal("0.01");
        return rounded.stripTrailingZeros().toPlainString();
    }
}
