package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @ValueSource(strings = {"5wd", "20d", "3m", "24h", "4wh"})
    void writesWhatItRead(String text) {
        assertThat(Period.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"5个工作日, 5wd", "60日, 60d", "3个月, 3m", "24小时, 24h", "4个工作小时, 4wh", " 5 WD , 5wd"})
    void readsWhatPeopleWrite(String text, String period) {
        assertThat(Period.parse(text)).hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 读不懂", "wd, 读不懂", "5x, 读不懂", "0d, 至少为1", "-5d, 读不懂", "99999wd, 太长", "1.5h, 读不懂",
        "99999999999d, 读不懂"
    })
    void refusesNonsenseInASentence(String text, String reason) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith("。");
    }

    @Test
    void saysItself() {
        assertThat(Period.parse("5wd").say(Locale.CHINESE)).isEqualTo("5个工作日");
        assertThat(Period.parse("1m").say(Locale.ENGLISH)).isEqualTo("1 month");
        assertThat(Period.parse("5wd").say(Locale.of("en", "GB"))).isEqualTo("5 working days");
    }

    @ParameterizedTest
    @CsvSource({
        "daily,      2026-03-10, 2026-03-10, 2026-03-11",
        "weekly,     2026-03-11, 2026-03-15, 2026-03-15",
        "half-month, 2026-02-15, 2026-02-15, 2026-02-28",
        "half-month, 2026-02-16, 2026-02-28, 2026-02-28",
        "monthly,    2028-02-29, 2028-02-29, 2028-03-31",
        "quarterly,  2026-05-01, 2026-06-30, 2026-06-30",
        "yearly,     2026-12-31, 2026-12-31, 2027-12-31"
    })
    void knowsTheEndsOfARhythm(String text, LocalDate day, LocalDate end, LocalDate next) {
        var rhythm = Rhythm.parse(text);
        assertThat(rhythm).hasToString(text);
        assertThat(rhythm.endOf(day)).isEqualTo(end);
        assertThat(rhythm.nextEnd(day)).isEqualTo(next);
        assertThat(day).isBetween(rhythm.startOf(day), end);
    }
}
