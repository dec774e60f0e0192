package cn.duban.similarity.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts, years and addresses are read however they are written, and days are none of them. */
class FiguresTest {

    @ParameterizedTest
    @CsvSource({"新增就业3.2万人, 新增就业32000人", "建成一百个驿站, 建成100个驿站", "接通率达到百分之九十八, 接通率不低于98%", "首批五百套入住, 首批500套入住", "放映九千场, 放映9000场", "拖欠86万元, 工资８６万元", "归集目录1.5万条, 编制目录15000条", "投资2.8亿元, 总投资28000万元"})
    void knowsTheSameAmount(String one, String other) {
        assertThat(Figures.in(one).common(Figures.in(other))).hasSize(1);
        assertThat(Figures.in(one).differ(Figures.in(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"新增学位3000个, 新增学位2400个", "改造45个小区, 改造38个小区"})
    void tellsOtherAmountsOfTheSameMeasure(String one, String other) {
        assertThat(Figures.in(one).differ(Figures.in(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3月12日来电", "10月底前完成", "第31次常务会议", "每12天一次", "上午10点半"})
    void takesNoDayForAnAmount(String text) {
        assertThat(Figures.in(text).amounts()).isEmpty();
    }

    @Test
    void tellsYearsAndHousesApart() {
        assertThat(Figures.in("2026年任务").otherYears(Figures.in("2025年任务"))).isTrue();
        assertThat(Figures.in("2026年任务").otherYears(Figures.in("任务"))).isFalse();
        assertThat(Figures.in("12号楼加盖").otherAddress(Figures.in("15号楼加盖"))).isTrue();
        assertThat(Figures.in("十二号楼加盖").otherAddress(Figures.in("12号楼加盖"))).isFalse();
        assertThat(Figures.in("解放路二期").otherAddress(Figures.in("解放路一期"))).isTrue();
    }
}
