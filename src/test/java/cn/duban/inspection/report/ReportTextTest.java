package cn.duban.inspection.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report says around its figures, and which numbers in it nobody confirms. */
class ReportTextTest {

    @Test
    void findsNumbersThatAreNoFigures() {
        assertThat(ReportText.loose("截至3月5日，开放窗口{窗口数}，等候{等候}。")).isEmpty();
        assertThat(ReportText.loose("截至3月5日，开放窗口4个，等候35.5分钟，占比12%。")).hasSize(3);
        assertThat(ReportText.loose("开放窗口４个")).as("in wide digits").hasSize(1);
        assertThat(ReportText.loose("查实三户企业拖欠工资")).hasSize(1);
        assertThat(ReportText.loose("1.总体情况\n（2）存在问题\n按照明办发〔2026〕3号第15条，2026年3月完成。")).isEmpty();
    }

    @Test
    void showsAUnitItsSentenceAndNothingElse() {
        var text = "全市共有{窗口数}窗口。其中{等候}人排队；其他内容。";
        assertThat(ReportText.around(text, "等候", Map.of("窗口数", "6个", "等候", "19"))).isEqualTo("其中19人排队；");
        assertThat(ReportText.filled(text, Map.of("窗口数", "6$1个"))).isEqualTo("全市共有6$1个窗口。其中{等候}人排队；其他内容。");
        assertThat(ReportText.names(text)).containsExactly("窗口数", "等候");
    }
}
