package cn.duban.sheets.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.documents.SheetText.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeadingTest {

    @Test
    void findsAHeadInTwoLinesUnderATitle() {
        var rows = new TreeMap<>(Map.of(1, List.of("某市2026年度重点任务台账"), 2, List.of("填报单位：督查室", "", "填报日期：2026年3月1日下午"), 3, List.of("序号", "重点任务", "责任分工", "", "完成时限"),
                4, List.of("序号", "重点任务", "牵头单位", "配合单位", "完成时限"), 5, List.of("1", "建一座桥", "市交通运输局", "", "年底前")));
        var head = Heading.find(rows, List.of(new Span(1, 0, 1, 4), new Span(3, 0, 4, 0), new Span(3, 1, 4, 1), new Span(3, 2, 3, 3), new Span(3, 4, 4, 4)));
        assertThat(head.title()).isEqualTo("某市2026年度重点任务台账");
        assertThat(head.top()).isEqualTo(3);
        assertThat(head.bottom()).isEqualTo(4);
        assertThat(head.columns()).containsExactly("序号", "重点任务", "责任分工/牵头单位", "责任分工/配合单位", "完成时限");
    }

    @Test
    void takesTheFirstFullRowWhereNoWordIsKnown() {
        var rows = new TreeMap<>(Map.of(1, List.of("一张表"), 3, List.of("甲", "乙"), 4, List.of("1", "2")));
        assertThat(Heading.find(rows, List.of()).top()).isEqualTo(3);
    }

    @Test
    void readsWhatAColumnMeansFromItsLowestLine() {
        assertThat(HeadWords.meaning("责任分工/责任 单位")).contains("lead");
        assertThat(HeadWords.meaning("完成时限（年月日）")).contains("due");
        assertThat(HeadWords.meaning("天气")).isEmpty();
    }
}
