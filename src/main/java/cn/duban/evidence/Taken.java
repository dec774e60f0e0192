package cn.duban.evidence;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a photograph says of itself: when by its camera's clock, and where. It is a claim of the file, which may be wrong or wanting; when it was handed
 * in is known apart from it.
 *
 * @param at as the camera's clock showed it, whatever zone it was set to
 * @param latitude degrees, north of the equator; six decimals, about a hand's breadth
 */
public record Taken(@Nullable LocalDateTime at, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int GPS_DIRECTORY = 0x8825;
    private static final int ORIGINAL = 0x9003;

    /** Empty where the file says neither, as most pictures do that went through a chat program. */
    static Optional<Taken> of(Path file) throws IOException {
        var exif = Exif.of(file).orElse(null);
        if (exif == null) return Optional.empty();
        var at = clock(exif.text(exif.below(exif.root(), EXIF_DIRECTORY), ORIGINAL));
        var gps = exif.below(exif.root(), GPS_DIRECTORY);
        var latitude = degrees(exif.fractions(gps, 2, 3), exif.text(gps, 1), "S", 90);
        var longitude = degrees(exif.fractions(gps, 4, 3), exif.text(gps, 3), "W", 180);
        var placed = latitude != null && longitude != null;
        return at == null && !placed ? Optional.empty() : Optional.of(new Taken(at, placed ? latitude : null, placed ? longitude : null));
    }

    private static @Nullable LocalDateTime clock(@Nullable String said) {
        try {
            var at = said == null ? null : LocalDateTime.parse(said, CLOCK);
            return at == null || at.getYear() < 1990 || at.getYear() > 2199 ? null : at;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static @Nullable BigDecimal degrees(double @Nullable [] parts, @Nullable String side, String negative, int most) {
        if (parts == null || side == null) return null;
        var degrees = parts[0] + parts[1] / 60 + parts[2] / 3600;
        return degrees > most ? null : BigDecimal.valueOf(negative.equals(side) ? -degrees : degrees).setScale(6, RoundingMode.HALF_UP);
    }

    public String place() {
        return latitude == null || longitude == null ? "" : latitude.toPlainString() + ", " + longitude.toPlainString();
    }

    public String time() {
        return at == null ? "" : at.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
    }
}
