package cn.duban.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<ZoneId> ZONES = List.of(CHINA, ZoneId.of("Asia/Urumqi"), ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"));

    @Test
    void waitsOverMidnightUntilTheMorning() {
        assertThat(QuietHours.USUAL.earliest(at("2026-03-13T21:59:59"), CHINA)).isEqualTo(at("2026-03-13T21:59:59"));
        assertThat(QuietHours.USUAL.earliest(at("2026-03-13T22:00:00"), CHINA)).isEqualTo(at("2026-03-14T07:00:00"));
        assertThat(QuietHours.USUAL.earliest(at("2026-03-14T00:30:00"), CHINA)).isEqualTo(at("2026-03-14T07:00:00"));
        assertThat(QuietHours.USUAL.earliest(at("2026-03-14T07:00:00"), CHINA)).isEqualTo(at("2026-03-14T07:00:00"));
    }

    @Test
    void goesByTheWallOfTheTenantAndNotOfTheServer() {
        var evening = Instant.parse("2026-03-13T13:00:00Z");
        assertThat(QuietHours.USUAL.earliest(evening, CHINA)).as("21:00 in the east").isEqualTo(evening);
        assertThat(QuietHours.USUAL.earliest(Instant.parse("2026-03-13T15:00:00Z"), CHINA)).as("23:00 in the east").isEqualTo(Instant.parse("2026-03-13T23:00:00Z"));
        assertThat(QuietHours.USUAL.earliest(Instant.parse("2026-03-13T15:00:00Z"), ZoneId.of("Asia/Urumqi"))).as("21:00 in the west").isEqualTo(Instant.parse("2026-03-13T15:00:00Z"));
    }

    @Test
    void knowsHoursWithinADayAndNoneAtAll() {
        var lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 30));
        assertThat(lunch.earliest(at("2026-03-13T12:00:00"), CHINA)).isEqualTo(at("2026-03-13T14:30:00"));
        assertThat(lunch.earliest(at("2026-03-13T14:30:00"), CHINA)).isEqualTo(at("2026-03-13T14:30:00"));
        var none = new QuietHours(LocalTime.of(8, 0), LocalTime.of(8, 0));
        assertThat(none.earliest(at("2026-03-13T08:00:00"), CHINA)).isEqualTo(at("2026-03-13T08:00:00"));
    }

    /** Whatever the hours, the zone and the night on which clocks are put forward or back. */
    @Test
    void neverSendsInThemAndNeverLaterThanNeeded() {
        var random = new Random(20261128);
        for (int i = 0; i < 4000; i++) {
            var hours = new QuietHours(LocalTime.MIDNIGHT.plusMinutes(random.nextInt(1440)), LocalTime.MIDNIGHT.plusMinutes(random.nextInt(1440)));
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var asked = Instant.ofEpochSecond(1_767_225_600L + random.nextInt(366 * 86_400));
            var sent = hours.earliest(asked, zone);
            var why = hours + " at " + asked.atZone(zone);
            assertThat(sent).as(why).isAfterOrEqualTo(asked).isBeforeOrEqualTo(asked.plus(Duration.ofHours(49)));
            assertThat(hours.at(sent.atZone(zone).toLocalTime())).as(why).isFalse();
            for (var between = asked; between.isBefore(sent); between = between.plus(Duration.ofMinutes(1)))
                if (!hours.at(between.atZone(zone).toLocalTime())) assertThat(Duration.between(between, sent)).as(why + " could have gone at " + between.atZone(zone)).isLessThan(Duration.ofMinutes(61));
            if (!hours.at(asked.atZone(zone).toLocalTime())) assertThat(sent).as(why).isEqualTo(asked);
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }
}
