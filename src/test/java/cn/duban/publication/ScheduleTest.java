package cn.duban.publication;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.workdays.Rhythm;
import cn.duban.workdays.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On which day a bulletin is begun, and for which period. The calendar of 2026: 1 to 8 October off, Saturday 10 October worked. */
class ScheduleTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.shipped();

    private static Schedule schedule(Rhythm rhythm, @Nullable DayOfWeek weekday) {
        return new Schedule(1, 1, "rectification", null, rhythm, weekday, 4, 4, 3, LocalDate.of(2026, 1, 1), null);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    @Test
    void beginsOnTheLastWorkingDayOfTheMonth() {
        var monthly = schedule(Rhythm.MONTHLY, null);
        assertThat(monthly.day(day(5, 3), CALENDAR)).as("the 31st is a Sunday, the 30th a Saturday").isEqualTo(day(5, 29));
        assertThat(monthly.due(day(5, 28), CALENDAR).from()).as("this month's day has not come").isEqualTo(day(4, 1));
        assertThat(monthly.due(day(5, 29), CALENDAR)).isEqualTo(new Scope("rectification", null, Rhythm.MONTHLY, day(5, 1), day(5, 31)));
        assertThat(monthly.next(day(5, 30), CALENDAR)).isEqualTo(day(6, 30));
    }

    @Test
    void beginsEveryFridayForTheWeekOfThatDay() {
        var weekly = schedule(Rhythm.WEEKLY, DayOfWeek.FRIDAY);
        assertThat(weekly.due(day(11, 27), CALENDAR)).isEqualTo(new Scope("rectification", null, Rhythm.WEEKLY, day(11, 23), day(11, 29)));
        assertThat(weekly.due(day(11, 26), CALENDAR).from()).isEqualTo(day(11, 16));
        assertThat(weekly.due(day(11, 29), CALENDAR).from()).as("a node that was down on Friday").isEqualTo(day(11, 23));
        assertThat(weekly.next(day(11, 28), CALENDAR)).isEqualTo(day(12, 4));
    }

    @Test
    void tellsOfAWorkingDayOnceItIsOver() {
        var daily = schedule(Rhythm.DAILY, null);
        assertThat(daily.due(day(11, 27), CALENDAR)).isEqualTo(new Scope("rectification", null, Rhythm.DAILY, day(11, 26), day(11, 26)));
        assertThat(daily.tells(daily.due(day(11, 28), CALENDAR), CALENDAR)).as("Friday, told of on Saturday").isTrue();
        assertThat(daily.tells(daily.due(day(11, 29), CALENDAR), CALENDAR)).as("a Saturday").isFalse();
        assertThat(daily.tells(daily.due(day(10, 11), CALENDAR), CALENDAR)).as("a Saturday that was worked").isTrue();
    }

    @Test
    void readsBackWhatAScopeWrites() {
        for (var scope : new Scope[] {Scope.of("rectification", "rectification-measure", Rhythm.HALF_MONTH, day(11, 20)), new Scope("督查", null, null, day(1, 1), day(2, 3))})
            assertThat(Scope.read(scope.word())).contains(scope);
        assertThat(Scope.read("rectification-round")).isEmpty();
        assertThat(Scope.read("period:a:b:weekly:2026-13-01:2026-01-07")).isEmpty();
        assertThat(new Scope("a:b", null, null, day(1, 1), day(1, 2)).sound()).isFalse();
        assertThat(new Scope("a", null, null, day(1, 2), day(1, 1)).sound()).isFalse();
    }
}
