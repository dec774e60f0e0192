package cn.duban.publication;

import cn.duban.web.Rate;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void alwaysShowsNumeratorAndDenominator() {
        assertThat(Rate.text(688, 697)).isEqualTo("98.71%（688/697）");
        assertThat(Rate.text(641, 702)).isEqualTo("91.31%（641/702）");
        assertThat(Rate.text(1, 2)).isEqualTo("50%（1/2）");
        assertThat(Rate.text(5, 5)).isEqualTo("100%（5/5）");
        assertThat(Rate.text(0, 0)).isEqualTo("—（0/0）");
    }

    @Test
    void roundsNeitherToTheWholeNorToNothing() {
        assertThat(Rate.text(99_999, 100_000)).startsWith("99.99%");
        assertThat(Rate.text(1, 1_000_000)).startsWith("0.01%");
        assertThat(Rate.text(0, 10)).isEqualTo("0%（0/10）");
    }

    @Test
    void readsChineseNumbers() {
        assertThat(Numeral.value("二十三")).isEqualTo(23);
        assertThat(Numeral.value("十")).isEqualTo(10);
        assertThat(Numeral.value("一百零二")).isEqualTo(102);
        assertThat(Numeral.value("两")).isEqualTo(2);
        assertThat(Numeral.value("697")).isEqualTo(697);
    }
}
