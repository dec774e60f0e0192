package cn.duban.sheets.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026年6月底前|2026-06-30", "6月底前|2026-06-30", "2026.6.30|2026-06-30", "2026-06-30|2026-06-30", "2026/6/30|2026-06-30", "20260630|2026-06-30", "46203|2026-06-30",
        "2026年6月30日前|2026-06-30", "6月30日|2026-06-30", "２０２６年６月３０日|2026-06-30", "2026年 6 月 30 日|2026-06-30", "2026年6月|2026-06-30", "2026.6|2026-06-30", "2026年2月|2026-02-28", "2024年2月底|2024-02-29",
        "2026年6月上旬|2026-06-10", "6月中旬前|2026-06-20", "2026年6月下旬|2026-06-30", "2026年底前|2026-12-31", "年底前|2026-12-31", "2026年内|2026-12-31", "2026年上半年|2026-06-30", "下半年|2026-12-31",
        "2026年第二季度|2026-06-30", "三季度末|2026-09-30", "4季度|2026-12-31", "2026年3月底前完成方案，2026年10月底前全部整改到位|2026-10-31", "2026年3月底前拿出方案，9月底前完成|2026-09-30",
        "2026-06-30 00:00|2026-06-30", "2027年1月15日24时前|2027-01-15", "2026年6月前|2026-05-31"})
    void readsDaysAsOfficesWriteThem(String written, String day) {
        var read = DueText.read(written, 2026);
        assertThat(read.wrong()).isNull();
        assertThat(read.day()).hasToString(day);
        assertThat(read.mode()).isEqualTo("dated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"长期|standing", "长期坚持|standing", "持续推进|standing", "常态化开展|standing", "立行立改|now", "即知即改|now"})
    void knowsTimesThatAreNoDays(String written, String mode) {
        var read = DueText.read(written, 2026);
        assertThat(read.day()).isNull();
        assertThat(read.mode()).isEqualTo(mode);
        assertThat(read.wrong()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"尽快", "2026年2月30日", "2026-13-01", "2026年13月", "待定", "1926年6月30日"})
    void saysWhatItCannotRead(String written) {
        var read = DueText.read(written, 2026);
        assertThat(read.day()).isNull();
        assertThat(read.wrong()).isNotNull();
        assertThat(read.wrong().zh()).endsWith("。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "—", "/", "无"})
    void takesADashForNothing(String written) {
        var read = DueText.read(written, 2026);
        assertThat(read.day()).isNull();
        assertThat(read.wrong()).isNull();
        assertThat(read.mode()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6月底前", "年底前", "三季度"})
    void doubtsAYearThatNobodyWrote(String written) {
        assertThat(DueText.read(written, 2026).doubt()).isNotNull();
        assertThat(DueText.read("2026年" + written, 2026).doubt()).isNull();
    }
}
