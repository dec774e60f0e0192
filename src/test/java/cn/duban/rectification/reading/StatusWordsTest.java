package cn.duban.rectification.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.rectification.reading.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "整改完毕。|COMPLETED", "已完成|COMPLETED", "已整改完成。修订制度|COMPLETED", "已完成整改,印发通知|COMPLETED", "立行立改,已完成|COMPLETED",
        "已完成,并长期坚持。|COMPLETED_SUSTAINED", "已整改到位并长期坚持|COMPLETED_SUSTAINED", "整改完成,持续坚持|COMPLETED_SUSTAINED",
        "正在整改,定期整改到位。|IN_PROGRESS_DATED", "正在推进|IN_PROGRESS_DATED", "整改中|IN_PROGRESS_DATED",
        "取得阶段性成效|PARTIAL", "基本完成|PARTIAL", "部分完成,正在推进|PARTIAL",
        "长期坚持|LONG_TERM", "立行立改,长期坚持|LONG_TERM", "坚持长期整改|LONG_TERM", "未完成,正在推进|NOT_DONE", "尚未完成|NOT_DONE"})
    void readsTheWordsToTheirNormalForm(String words, Status status) {
        assertThat(StatusWords.leading(passage(words))).isNotNull().extracting(StatusWords::status).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"已完成3项制度的修订。", "完成率达到90%。", "取得明显成效。", "长期坚持学习制度的要求", "召开会议研究。"})
    void infersNoStatusFromOtherWords(String words) {
        assertThat(StatusWords.leading(passage(words))).isNull();
    }

    @Test
    void takesAnExplicitSentenceOfTheAnswer() {
        assertThat(StatusWords.stated(passage("修订制度。目前,该问题已整改完成。"))).isNotNull().extracting(StatusWords::status).isEqualTo(Status.COMPLETED);
        assertThat(StatusWords.stated(passage("修订制度,相关工作已完成大半。"))).isNull();
    }

    static Passage passage(String text) {
        return new Passage(text, text, new int[text.length()]);
    }
}
