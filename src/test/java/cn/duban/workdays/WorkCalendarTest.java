package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.duban.workdays.CalendarDay.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    @Test
    void letsALaterRevisionOfTheNationHoldAndALocalHolidayStand() {
        var day = LocalDate.of(2027, 5, 6);
        var local = LocalDate.of(2027, 5, 7);
        var imported = new Notice(Region.NATION, 2027, LocalDate.of(2026, 11, 10), "通知", List.of(new MarkedDay(day, DayKind.OFF, "劳动节")));
        var revision = new Notice(Region.NATION, 2027, LocalDate.of(2027, 3, 1), "调整通知", List.of(new MarkedDay(day, DayKind.ON, "劳动节"), new MarkedDay(local, DayKind.ON, "劳动节")));
        var shippedLater = new Arrangements(List.of(), List.of(revision), List.of(), List.of())
                .with(List.of(imported), List.of(new DayOverride("370200", local, DayKind.OFF, "城市日", "市政府通知", LocalDate.of(2026, 12, 1))), List.of());
        assertThat(shippedLater.calendar("370200").working(day)).isTrue();
        assertThat(shippedLater.calendar("370200", LocalDate.of(2027, 2, 28)).working(day)).isFalse();
        assertThat(shippedLater.calendar("370200").working(local)).isFalse();
    }

    private static final LocalDate EVE = LocalDate.of(2026, 5, 27);
    private final Arrangements shipped = Arrangements.shipped();

    @ParameterizedTest
    @CsvSource({"2025, 248", "2026, 248", "2024, 251", "2020, 249", "2011, 250"})
    void knowsHowManyWorkingDaysAYearHas(int year, int workingDays) {
        assertThat(WorkCalendar.shipped().workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workingDays);
    }

    @Test
    void saysWhyADayIsWorkedOrNot() {
        var calendar = WorkCalendar.shipped();
        assertThat(calendar.day(LocalDate.of(2026, 2, 14)).why(Locale.CHINESE)).isEqualTo("因春节调休上班");
        assertThat(calendar.day(LocalDate.of(2026, 2, 17)).why(Locale.CHINESE)).isEqualTo("春节放假");
        assertThat(calendar.day(LocalDate.of(2026, 3, 7)).why(Locale.ENGLISH)).isEqualTo("weekend");
        assertThat(calendar.day(LocalDate.of(2026, 2, 17)).basis()).isEqualTo("国务院办公厅关于2026年部分节假日安排的通知");
        assertThat(calendar.day(LocalDate.of(2026, 3, 9)).reason()).isEqualTo(Reason.WEEKDAY);
    }

    @Test
    void takesTheLawsDaysWhileNoNoticeIsKnown() {
        var newYear = WorkCalendar.shipped().day(LocalDate.of(2027, 1, 1));
        assertThat(newYear.working()).isFalse();
        assertThat(newYear.provisional()).isTrue();
        assertThat(WorkCalendar.shipped().working(LocalDate.of(2027, 9, 15))).isFalse();
        assertThat(WorkCalendar.shipped().working(LocalDate.of(2027, 10, 4))).isTrue();
        // 2 January 2026 became a day off only by the notice
        assertThat(shipped.calendar("000000", LocalDate.of(2025, 11, 30)).working(LocalDate.of(2026, 1, 2))).isTrue();
        assertThat(shipped.calendar("000000", LocalDate.of(2025, 12, 1)).working(LocalDate.of(2026, 1, 2))).isFalse();
    }

    @Test
    void letsARegionSpeakForAllBelowIt() {
        var local = shipped.with(override("370000", DayKind.OFF));
        assertThat(local.calendar("370200").working(EVE)).isFalse();
        assertThat(local.calendar("370202").working(EVE)).isFalse();
        assertThat(local.calendar("210300").working(EVE)).isTrue();
        assertThat(local.calendar("370202").day(EVE).reason()).isEqualTo(Reason.LOCAL_HOLIDAY);
    }

    @Test
    void letsTheNarrowerRegionWin() {
        var local = shipped.with(override("370202", DayKind.ON), override("370000", DayKind.OFF));
        assertThat(local.calendar("370202").working(EVE)).isTrue();
        assertThat(local.calendar("370203").working(EVE)).isFalse();
    }

    @Test
    void makesAWeekendDayWorkedToo() {
        var sunday = LocalDate.of(2026, 3, 15);
        var local = shipped.with(new DayOverride(
                "370200", sunday, DayKind.ON, "抗洪抢险", "市政府令", LocalDate.of(2026, 3, 1)));
        assertThat(local.calendar("370200").working(sunday)).isTrue();
    }

    @Test
    void forgetsAWithdrawnOverrideFromThenOn() {
        var withdrawn = new DayOverride(
                "370200", EVE, DayKind.OFF, "误登", "市政府", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 10));
        var local = shipped.with(withdrawn);
        assertThat(local.calendar("370200", LocalDate.of(2026, 4, 30)).working(EVE)).isTrue();
        assertThat(local.calendar("370200", LocalDate.of(2026, 5, 9)).working(EVE)).isFalse();
        assertThat(local.calendar("370200").working(EVE)).isTrue();
    }

    @Test
    void refusesACodeThatIsNone() {
        assertThatThrownBy(() -> shipped.calendar("3702")).hasMessageContaining("应为6位数字");
    }

    private static DayOverride override(String region, DayKind kind) {
        return new DayOverride(region, EVE, kind, "古尔邦节", "省政府通知", LocalDate.of(2026, 5, 1));
    }
}
