package cn.duban.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What platforms write, one way and the other. */
class OrderWordsTest {

    @ParameterizedTest
    @CsvSource({"退回重办, true", "审核不通过, true", "不合格退回, true", "'不通过，退回重办', true", "驳回, true", "审核通过, false", "未退回, false", "不予退回, false", "无需重办, false", "已办结, false", "'', false"})
    void knowsWhatIsSentBack(String verdict, boolean sent) {
        assertThat(OrderWords.sentBack(verdict)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"投诉, complaint", "投诉举报, ''", "咨询类, enquiry", "求决, request", "意见建议, suggestion", "complaint, complaint", "其他, ''"})
    void readsTheKindWhereOneIsWritten(String written, String kind) {
        assertThat(OrderWords.kind(written)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"来电人, name", "联系电话, phone", "诉求内容, text", "所属区域, area", "审核结果, verdict", "退回原因, reason", "工单编号, ''", "办理结果, ''"})
    void knowsColumnsByTheirNames(String head, String word) {
        assertThat(OrderWords.meaning(head).orElse("")).isEqualTo(word);
    }
}
