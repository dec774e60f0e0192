package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
    private final Arrangements shipped = Arrangements.shipped();
    private final Deadlines nation = new Deadlines(shipped.calendar("000000"));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "FOI reply,                2026-02-09, 20wd, 2026-03-13",
        "FOI reply 2025,           2025-01-20, 20wd, 2025-02-21",
        "FOI correction notice,    2025-04-28, 7wd,  2025-05-12",
        "third-party opinion,      2025-09-22, 15wd, 2025-10-17",
        "licence decision,         2025-09-26, 20wd, 2025-10-30",
        "missing-document notice,  2026-02-12, 5wd,  2026-02-26",
        "hotline,                  2026-02-13, 5wd,  2026-02-27",
        "petition handling,        2025-12-03, 60d,  2026-02-02",
        "petition over a holiday,  2025-08-05, 60d,  2025-10-09",
        "petition acceptance,      2026-02-06, 15d,  2026-02-24",
        "suggestion reply,         2025-11-30, 3m,   2026-02-28",
        "suggestion long,          2025-08-31, 6m,   2026-02-28"
    })
    void findsTheLastDay(String what, LocalDate event, String period, LocalDate lastDay) {
        var deadline = nation.due(event, Period.parse(period));
        assertThat(deadline.lastDay()).isEqualTo(lastDay);
        assertThat(deadline.dueAt()).isEqualTo(midnightAfter(lastDay));
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadline.days()).last().extracting(d -> d.day().date()).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-09, 20wd, 20wd, 2026-04-13", "2025-09-26, 20wd, 10wd, 2025-11-13"})
    void extendsFromTheEndOfTheFirstPeriod(LocalDate event, String period, String more, LocalDate lastDay) {
        var extended = nation.extended(nation.due(event, Period.parse(period)), Period.parse(more));
        assertThat(extended.lastDay()).isEqualTo(lastDay);
        assertThat(extended.explain(Locale.CHINESE)).anyMatch(line -> line.startsWith("原期限于"));
    }

    @Test
    void countsByTheNoticeKnownOnTheDate() {
        var event = LocalDate.of(2020, 1, 10);
        var period = Period.parse("20wd");
        var before = new Deadlines(shipped.calendar("370200", LocalDate.of(2020, 1, 26)));
        var after = new Deadlines(shipped.calendar("370200", LocalDate.of(2020, 1, 27)));
        assertThat(before.due(event, period).lastDay()).isEqualTo("2020-02-12");
        assertThat(after.due(event, period).lastDay()).isEqualTo("2020-02-14");
        assertThat(nation.due(event, period).lastDay()).isEqualTo("2020-02-14");
    }

    @Test
    void explainsEachDay() {
        var lines = nation.due(LocalDate.of(2026, 2, 12), Period.parse("5wd")).explain(Locale.CHINESE);
        assertThat(lines)
                .contains(
                        "自2026年2月12日（周四）的次日起算5个工作日，到2026年2月26日（周四）24时止。",
                        "2026-02-12 周四  起算之日，不计入",
                        "2026-02-13 周五  第1日",
                        "2026-02-14 周六  第2日（因春节调休上班）",
                        "2026-02-15 周日  不计：春节放假",
                        "2026-02-26 周四  第5日")
                .anyMatch(line -> line.contains("《中华人民共和国民法典》第二百零一条"))
                .anyMatch(line -> line.contains("国务院办公厅关于2026年部分节假日安排的通知"));
        assertThat(nation.due(LocalDate.of(2026, 2, 6), Period.parse("15d")).explain(Locale.ENGLISH))
                .contains(
                        "The last day counted, 2026-02-21 (Sat), is a rest day; it moves to the first working day"
                                + " after it, 2026-02-24 (Tue).",
                        "2026-02-22 Sun  moved past: 春节 holiday",
                        "2026-02-24 Tue  moved to this day");
    }

    @Test
    void rollsOnlyWherePeriodsAreCalendarDays() {
        var event = LocalDate.of(2025, 12, 3);
        var plain = nation.due(event, Period.parse("60d"), Counting.USUAL.withoutRollOver());
        assertThat(plain.lastDay()).isEqualTo("2026-02-01");
        assertThat(plain.rolledOver()).isFalse();
    }

    @Test
    void countsTheEventDayWhenTold() {
        var counting = Counting.USUAL.countingTheEventDay();
        assertThat(nation.due(LocalDate.of(2026, 3, 2), Period.parse("5wd"), counting).lastDay()).isEqualTo("2026-03-06");
        assertThat(nation.due(LocalDate.of(2026, 3, 1), Period.parse("1m"), counting).lastDay()).isEqualTo("2026-03-31");
        assertThat(nation.due(LocalDate.of(2026, 1, 31), Period.parse("1m"), counting.withoutRollOver()).lastDay())
                .isEqualTo("2026-02-28");
    }

    @Test
    void leavesOutWhatIsSuspended() {
        var event = LocalDate.of(2026, 3, 2);
        var asked = new Suspension(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 11), "征求第三方意见");
        var deadline = nation.due(event, Period.parse("5wd"), Counting.USUAL.suspended(asked));
        // 3 and 4 March count, 5 to 11 do not, 12, 13 and 16 do
        assertThat(deadline.lastDay()).isEqualTo("2026-03-16");
        assertThat(deadline.explain(Locale.CHINESE)).contains("2026-03-05 周四  不计：中止（征求第三方意见）");
        assertThat(nation.due(event, Period.parse("1m"), Counting.USUAL.suspended(asked)).lastDay())
                .isEqualTo("2026-04-09");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-09T10:00, 24h,  2026-02-10T10:00",
        "2026-02-13T16:30, 72h,  2026-02-16T16:30",
        "2026-02-09T10:00, 4wh,  2026-02-09T15:30",
        "2026-02-09T10:00, 2wh,  2026-02-09T12:00",
        "2026-02-09T12:30, 1wh,  2026-02-09T14:30",
        "2026-02-13T16:30, 4wh,  2026-02-14T12:00",
        "2026-02-14T16:30, 4wh,  2026-02-24T12:00",
        "2026-02-18T09:00, 1wh,  2026-02-24T10:00"
    })
    void runsHoursRoundTheClockOrAtWork(LocalDateTime from, String period, LocalDateTime due) {
        var deadline = nation.due(at(from), Period.parse(period));
        assertThat(deadline.dueAt()).isEqualTo(at(due));
        assertThat(deadline.overdueAt(at(due))).isTrue();
        assertThat(deadline.overdueAt(at(due).minusSeconds(1))).isFalse();
    }

    @Test
    void saysThatAYearWithoutNoticeIsProvisional() {
        var deadline = nation.due(LocalDate.of(2026, 12, 28), Period.parse("5wd"));
        // 29, 30, 31 December, then 1 January off by law, 4 and 5 January
        assertThat(deadline.lastDay()).isEqualTo("2027-01-05");
        assertThat(deadline.provisional()).isTrue();
        assertThat(deadline.explain(Locale.CHINESE)).anyMatch(line -> line.startsWith("暂定：2027年"));
        assertThat(nation.due(LocalDate.of(2026, 12, 24), Period.parse("5wd")).provisional()).isFalse();
        assertThat(nation.due(LocalDate.of(2008, 3, 3), Period.parse("5wd")).provisional()).isTrue();
    }

    @Test
    void namesTheLawThatSetsThePeriod() {
        var deadline = nation.due(
                LocalDate.of(2026, 3, 2), Period.parse("20wd"), Counting.USUAL.under("《行政许可法》第八十二条"));
        assertThat(deadline.basis()).first().isEqualTo("《行政许可法》第八十二条");
    }

    @Test
    void fallsDueWithTheRhythm() {
        assertThat(nation.next(Rhythm.HALF_MONTH, LocalDate.of(2026, 3, 10)).lastDay()).isEqualTo("2026-03-16");
        assertThat(nation.next(Rhythm.DAILY, LocalDate.of(2026, 3, 6)).lastDay()).isEqualTo("2026-03-09");
        assertThat(nation.next(Rhythm.MONTHLY, LocalDate.of(2026, 2, 28)).lastDay()).isEqualTo("2026-03-31");
    }

    @Test
    void saysHowFarItIs() {
        var deadline = nation.due(LocalDate.of(2026, 3, 2), Period.parse("5wd")); // Monday 9 March
        assertThat(remaining(deadline, "2026-03-04T10:00", Locale.CHINESE)).isEqualTo("还有3个工作日");
        assertThat(remaining(deadline, "2026-03-08T10:00", Locale.ENGLISH)).isEqualTo("1 working day left");
        assertThat(remaining(deadline, "2026-03-09T23:59", Locale.CHINESE)).isEqualTo("今天到期");
        assertThat(remaining(deadline, "2026-03-11T00:00", Locale.CHINESE)).isEqualTo("已逾期2个工作日");
        var hours = nation.due(at(LocalDateTime.parse("2026-03-02T10:00")), Period.parse("24h"));
        assertThat(remaining(hours, "2026-03-03T08:30", Locale.CHINESE)).isEqualTo("还有1小时30分钟");
    }

    @Test
    void stopsForGoodWhatHadRunOut() {
        var deadline = nation.due(LocalDate.of(2026, 3, 2), Period.parse("5wd"));
        var left = nation.left(deadline, deadline.dueAt().plusSeconds(1));
        assertThat(left.expired()).isTrue();
        assertThat(Left.parse(left.toString())).isEqualTo(left);
        var goneOn = nation.due(deadline.dueAt().plusSeconds(900_000), left);
        assertThat(goneOn.dueAt()).isEqualTo(deadline.dueAt());
        assertThat(goneOn.lastDay()).isEqualTo(deadline.lastDay());
    }

    @Test
    void goesOnWithTheHoursLeft() {
        var deadline = nation.due(at(LocalDateTime.parse("2026-02-09T10:00")), Period.parse("4wh"));
        var left = nation.left(deadline, at(LocalDateTime.parse("2026-02-09T12:30")));
        assertThat(left).hasToString("7200ws");
        assertThat(left.say(Locale.CHINESE)).isEqualTo("2个工作小时");
        assertThat(nation.due(at(LocalDateTime.parse("2026-02-13T16:30")), left).dueAt())
                .isEqualTo(at(LocalDateTime.parse("2026-02-14T10:00")));
    }

    @Test
    void extendsAfterThePeriodThatMovedOverARestDay() {
        var first = nation.due(LocalDate.of(2025, 12, 3), Period.parse("60d"));
        assertThat(nation.extended(first, Period.parse("30d")).lastDay()).isEqualTo("2026-03-04");
    }

    private String remaining(Deadline deadline, String at, Locale locale) {
        return nation.remaining(deadline, at(LocalDateTime.parse(at))).say(locale);
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Deadlines.CHINA).toInstant();
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(Deadlines.CHINA).toInstant();
    }
}
