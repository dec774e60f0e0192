package cn.duban.rectification.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({"2021年底前,2021-12-31,2021-12-31", "10月上旬,2020-10-01,2020-10-10", "11月下旬,2020-11-21,2020-11-30", "2月底,2020-02-29,2020-02-29",
        "去年11月份,2019-11-01,2019-11-30", "2021-01-28,2021-01-28,2021-01-28", "第三季度,2020-07-01,2020-09-30", "上半年,2020-01-01,2020-06-30",
        "二〇二一年一月二十八日,2021-01-28,2021-01-28", "6月前,2020-05-31,2020-05-31", "明年3月底前,2021-03-31,2021-03-31", "年内,2020-01-01,2020-12-31"})
    void readsADateAsARange(String words, LocalDate from, LocalDate to) {
        var found = Dates.find(words);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().in(2020)).containsExactly(from, to);
    }

    @Test
    void takesNoSpanOrImpossibleDayForADate() {
        assertThat(Dates.find("1-4月份比去年同期减少9.4%,历时3个月")).isEmpty();
        assertThat(Dates.find("2021年2月30日").getFirst().in(2021)).isNull();
    }
}
