package cn.duban.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points are kept to the hundredth, and written without noughts that say nothing. */
final class Points {

    static final BigDecimal NONE = BigDecimal.ZERO.setScale(2);

    private Points() {}

    static BigDecimal of(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }

    static String said(BigDecimal points) {
        var plain = points.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
