package cn.duban.hotline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Where something is, in degrees of WGS 84; six decimals, about a hand's breadth. Pure. */
public record Point(BigDecimal latitude, BigDecimal longitude) {

    private static final String NUMBER = "[+-]?\\d{1,3}(\\.\\d{1,15})?";

    public Point {
        latitude = latitude.setScale(6, RoundingMode.HALF_UP);
        longitude = longitude.setScale(6, RoundingMode.HALF_UP);
    }

    /** Written {@code 31.203400,121.456700}; empty where it names no place on earth. */
    public static Optional<Point> read(String text) {
        var parts = text.strip().split("\\s*[,，]\\s*", 2);
        return parts.length < 2 ? Optional.empty() : of(parts[0], parts[1]);
    }

    public static Optional<Point> of(String latitude, String longitude) {
        if (!latitude.strip().matches(NUMBER) || !longitude.strip().matches(NUMBER)) return Optional.empty();
        var point = new Point(new BigDecimal(latitude.strip()), new BigDecimal(longitude.strip()));
        return within(point.latitude, 90) && within(point.longitude, 180) ? Optional.of(point) : Optional.empty();
    }

    private static boolean within(BigDecimal degrees, int most) {
        return degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    public String text() {
        return latitude.toPlainString() + "," + longitude.toPlainString();
    }
}
