package cn.duban.hotline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.rating.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a rating of all that people write back, and what does not. */
class WrittenRatingTest {

    @ParameterizedTest
    @CsvSource({"5, 5", "１, 1", "④, 4", "三, 3", "' 2 。', 2", "5分, 5", "回复5, 5", "“4”, 4", "非常满意, 5", "满意！, 4", "基本满意, 3", "不满意, 2", "很不满意, 1", "非常不满意, 1", "5 非常满意, 5", "2不满意, 2"})
    void readsFiguresAndWords(String text, int points) {
        assertThat(WrittenRating.read(text)).get().extracting(rating -> rating.level().points()).isEqualTo(points);
    }

    @Test
    void keepsWhatIsSaidBeside() {
        assertThat(WrittenRating.read("不满意，路灯还是不亮")).contains(new WrittenRating(Level.DISSATISFIED, "路灯还是不亮"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "6", "15", "5号楼停电", "5 盏路灯不亮", "1、路灯不亮", "满意度调查什么时候有", "不太满意", "一般", "谢谢", "5 不满意", "55", "已经好了"})
    void takesNothingElseForARating(String text) {
        assertThat(WrittenRating.read(text)).isEmpty();
    }
}
